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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The programs of docs/guide.md are accepted, and have the right gradients. */
class GuideTest {

    private static final Pattern CLASS = Pattern.compile("^public final class (\\w+)", Pattern.MULTILINE);

    /** The library that the guide speaks of: Bessel functions by their series (Abramowitz and Stegun, 9.1.10). */
    private static final String LIBRARY = """
            class Bessel {
                static double j0(double x) { return series(x, 0); }
                static double j1(double x) { return series(x, 1); }
                private static double series(double x, int order) {
                    double sum = 0, term = order == 0 ? 1 : x / 2;
                    for (int k = 0; k < 40; k++) { sum += term; term *= -x * x / 4 / ((k + 1) * (k + 1 + order)); }
                    return sum;
                }
            }""";

    @Test
    void everyProgramHasTheRightGradient() throws Exception {
        List<String> programs = programs();
        Compiled compiled =
                Compiled.of(Stream.concat(programs.stream(), Stream.of(LIBRARY)).toArray(String[]::new));
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
                        "Turning",
                        "Integrals",
                        "Targets",
                        "Sampling",
                        "Smooth",
                        "Attention",
                        "Orbit",
                        "BesselRules",
                        "Drum",
                        "Landmark",
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
