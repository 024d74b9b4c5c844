package dev.gradwright.junit;

import dev.gradwright.check.GradientCheck;

/**
 * The entrance to assertions about gradients.
 *
 * <pre>{@code
 * import static dev.gradwright.check.GradientCheck.of;
 * import static dev.gradwright.junit.GradientAssertions.assertThatGradient;
 *
 * assertThatGradient(of(f, gradient).at(1.2, 1.0)).isCorrect();
 * }</pre>
 */
public final class GradientAssertions {

    private GradientAssertions() {}

    /**
     * Assertions about the gradient that a check checks. The check runs when the first assertion asks for its outcome. It
     * moves its inputs while it runs: tests that run in parallel each make a check of their own.
     *
     * @param check a check that {@link GradientCheck} or a generated checker has made
     */
    public static GradientAssert assertThatGradient(GradientCheck check) {
        return new GradientAssert(check);
    }
}
