package dev.gradwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.check.GradientCheck;
import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Page;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The programs of docs/guide.md are accepted, and have the right gradients. */
class GuideTest {

    private static final Pattern CLASS = Pattern.compile("^public final class (\\w+)", Pattern.MULTILINE);

    @Test
    void everyProgramHasTheRightGradient() throws Exception {
        List<String> programs = programs();
        Compiled compiled = Compiled.of(programs.toArray(String[]::new));
        List<String> checked = new ArrayList<>();
        for (String program : programs) {
            Matcher declaration = CLASS.matcher(program);
            if (declaration.find()) {
                checked.add(declaration.group(1));
                check(compiled.type(declaration.group(1) + "GradientChecker"));
            }
        }
        assertThat(checked)
                .containsExactly(
                        "Functions",
                        "Norms",
                        "Neuron",
                        "Shading",
                        "Pairs",
                        "Integrals",
                        "Targets",
                        "Sampling",
                        "Smooth",
                        "Attention",
                        "Orbit",
                        "MatrixRules",
                        "Gaussian",
                        "Oscillator",
                        "Roots");
    }

    private static List<String> programs() throws IOException {
        return Page.java("guide.md").stream()
                .filter(block -> block.contains("public final class ") || block.contains("public interface "))
                .toList();
    }

    private static void check(Class<?> checker) throws ReflectiveOperationException {
        List<Method> samples = new ArrayList<>();
        for (Method method : checker.getMethods()) {
            if (method.getName().endsWith("Sample")) {
                samples.add(method);
                for (long seed = 1; seed <= 3; seed++) {
                    ((GradientCheck) method.invoke(null, seed)).orThrow();
                }
            }
        }
        assertThat(samples).as(checker.getSimpleName()).isNotEmpty();
    }
}
