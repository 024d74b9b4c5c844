package dev.gradwright.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Generated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Generated code keeps to docs/conventions.md, row by row. */
class ConventionsTest {

    private record Row(String expression, double[] point, double[] reverse, double[] forward, double[] second) {

        static Row of(String line) {
            String[] cells = line.split("\\|");
            String derivatives = cells[3].strip();
            String[] modes = derivatives.startsWith("reverse")
                    ? derivatives.substring("reverse".length()).split("[,;] forward")
                    : new String[] {derivatives, derivatives};
            return new Row(
                    cells[1].strip().replace("`", ""),
                    numbers(cells[2]),
                    numbers(modes[0]),
                    numbers(modes[1]),
                    numbers(cells[4]));
        }

        private static double[] numbers(String cell) {
            return Arrays.stream(cell.split(","))
                    .map(String::strip)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }

        boolean hasY() {
            return point.length == 2;
        }
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "conventions.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(Row::of)
                .toList();
    }

    @TestFactory
    List<DynamicTest> rowsAreKept() throws IOException {
        List<Row> rows = rows();
        StringBuilder source = new StringBuilder("final class F {\n");
        for (int i = 0; i < rows.size(); i++) {
            source.append("@Differentiable(secondOrder = true) static double f%d(double x%s) { return %s; }\n"
                    .formatted(
                            i,
                            rows.get(i).hasY() ? ", double y" : "",
                            rows.get(i).expression()));
        }
        Compiled compiled = Compiled.of(source.append("}").toString());
        assertThat(rows).hasSizeGreaterThan(25);
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String method = "f" + i;
            Row row = rows.get(i);
            tests.add(DynamicTest.dynamicTest(
                    row.expression() + " at " + Arrays.toString(row.point()), () -> check(compiled, method, row)));
        }
        return tests;
    }

    @Test
    void entriesOfMatricesAreTreatedAlike() {
        Compiled compiled = Compiled.of("""
                final class F {
                    @Differentiable static double f(DMatrixRMaj a) {
                        DMatrixRMaj log = new DMatrixRMaj(1, 1), root = new DMatrixRMaj(1, 1), exp = new DMatrixRMaj(1, 1);
                        CommonOps_DDRM.elementLog(a, log); CommonOps_DDRM.elementPower(a, 0.5, root); CommonOps_DDRM.elementExp(a, exp);
                        return 0 * (log.get(0, 0) + root.get(0, 0) + exp.get(0, 2)) + log.get(0, 1) + root.get(0, 1) + 0 * exp.get(0, 1);
                    }
                }""");
        Generated gradient = Generated.create(compiled, "FGradient");
        gradient.call("fValueAndGradient", new DMatrixRMaj(new double[][] {{0, 4, 1000}}));
        assertThat(((DMatrixRMaj) gradient.call("fA")).data).containsExactly(0, 0.5, 0);
    }

    private static void check(Compiled compiled, String method, Row row) {
        Generated gradient = Generated.create(compiled, "FGradient");
        Object[] point = Arrays.stream(row.point()).boxed().toArray();
        gradient.call(method + "ValueAndGradient", point);
        same("reverse", gradient.call(method + "X"), row.reverse()[0]);
        same("forward", tangent(compiled, method, row, 0), row.forward()[0]);
        same("second", second(compiled, method, row, 0, "XProduct"), row.second()[0]);
        if (row.hasY()) {
            same("reverse", gradient.call(method + "Y"), row.reverse()[1]);
            same("forward", tangent(compiled, method, row, 1), row.forward()[1]);
            same("second", second(compiled, method, row, 1, "YProduct"), row.second()[1]);
        }
    }

    private static Object tangent(Compiled compiled, String method, Row row, int moving) {
        Generated tangent = Generated.create(compiled, "FTangent");
        tangent.call(method, withDirections(row, moving));
        return tangent.call(method + "Dot");
    }

    private static Object second(Compiled compiled, String method, Row row, int moving, String product) {
        Generated hessian = Generated.create(compiled, "FHessian");
        hessian.call(method + "HessianVectorProduct", withDirections(row, moving));
        return hessian.call(method + product);
    }

    private static Object[] withDirections(Row row, int moving) {
        Object[] all = new Object[2 * row.point().length];
        for (int i = 0; i < row.point().length; i++) {
            all[2 * i] = row.point()[i];
            all[2 * i + 1] = i == moving ? 1.0 : 0.0;
        }
        return all;
    }

    private static void same(String what, Object actual, double expected) {
        // 0.0 and -0.0 are both zero
        assertThat(String.valueOf((Double) actual + 0.0)).as(what).isEqualTo(String.valueOf(expected + 0.0));
    }
}
