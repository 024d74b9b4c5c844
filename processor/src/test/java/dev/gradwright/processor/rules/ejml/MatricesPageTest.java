package dev.gradwright.processor.rules.ejml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.processor.rules.Lookup;
import dev.gradwright.processor.rules.OperationRule;
import dev.gradwright.processor.rules.operation.Search;
import dev.gradwright.processor.testing.Page;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** The page about matrices has a row for each operation, which says what the table says. */
class MatricesPageTest {

    @Test
    void everyOperationHasItsRow() throws IOException {
        Map<String, String> rows = rows();
        expected()
                .forEach((operation, says) -> assertThat(rows)
                        .as("add the row: | `%s` | %s |", operation, says)
                        .containsEntry(operation, says));
    }

    @Test
    void everyRowIsOfAnOperation() throws IOException {
        assertThat(expected().keySet()).containsAll(rows().keySet());
    }

    /** What the page says of each operation: the cells after its name, but for a formula. */
    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String line : Page.text("matrices.md").lines().toList()) {
            if (line.startsWith("| `")) {
                String[] cells = line.split("\\s*\\|\\s*");
                for (String name : cells[1].replace("`", "").split(", ")) {
                    rows.put(name, cells[2].equals("none") ? "none | " + cells[3] : cells[2]);
                }
            }
        }
        return rows;
    }

    private static Map<String, String> expected() {
        Map<String, Set<String>> kinds = new TreeMap<>();
        EjmlTableTest.operations().forEach(method -> add(kinds, method, method.getDeclaringClass()));
        EjmlTableTest.operationsOfFixedSize().forEach(method -> add(kinds, method, method.getDeclaringClass()));
        EjmlTableTest.methodsOfFixedSize().forEach(method -> add(kinds, method, method.getDeclaringClass()));
        EjmlTableTest.methodsOfSimpleMatrices().forEach(method -> add(kinds, method, SimpleMatrix.class));
        Map<String, String> expected = new TreeMap<>();
        kinds.forEach((name, says) -> {
            Set<String> given = new LinkedHashSet<>(says);
            given.removeIf(kind -> kind.startsWith("none") && says.size() > 1);
            expected.put(name, String.join(", ", given));
        });
        return expected;
    }

    private static void add(Map<String, Set<String>> kinds, Method method, Class<?> owner) {
        String name = subject(owner.getSimpleName()) + "." + method.getName();
        kinds.computeIfAbsent(name, key -> new TreeSet<>()).add(kind(EjmlTableTest.find(method)));
    }

    /** What a class is called on the page: those for one size of fixed matrices have one name. */
    private static String subject(String owner) {
        return owner.replace("_DDRM", "").replaceAll("_DDF\\d", "_DDF").replaceAll("DMatrix\\d(x\\d)?", "DMatrixN");
    }

    private static String kind(Lookup<OperationRule> line) {
        if (line instanceof Lookup.Found<OperationRule> found) {
            return found.rule() instanceof Search ? "test" : "rule";
        } else if (line instanceof Lookup.Short<OperationRule>) {
            return "other calls";
        } else if (line instanceof Lookup.Inactive<OperationRule> inactive) {
            return inactive.onlyReads() ? "test" : "source";
        }
        return "none | " + ((Lookup.Refused<OperationRule>) line).reason();
    }
}
