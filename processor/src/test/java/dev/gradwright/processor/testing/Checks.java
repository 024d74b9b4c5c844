package dev.gradwright.processor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.check.GradientCheck;
import java.lang.reflect.Method;
import java.util.Arrays;

/** The checks that generated checkers make. */
public final class Checks {

    private Checks() {}

    /** Runs a check of a class's checker, told apart from others by its name and what it takes; requires that nothing fails. */
    public static void pass(Compiled compiled, String className, String check, Object... arguments) {
        Method method = Arrays.stream(
                        compiled.type(className + "GradientChecker").getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(check) && takes(candidate, arguments))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no check " + check));
        GradientCheck made = (GradientCheck) Reflection.call(method, null, arguments);
        assertThat(made.run().failures()).isEmpty();
    }

    private static boolean takes(Method method, Object... arguments) {
        Class<?>[] types = method.getParameterTypes();
        boolean fits = types.length == arguments.length;
        for (int i = 0; fits && i < types.length; i++) {
            fits = types[i].isPrimitive() ? arguments[i] instanceof Number : types[i].isInstance(arguments[i]);
        }
        return fits;
    }
}
