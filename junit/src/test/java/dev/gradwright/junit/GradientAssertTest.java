package dev.gradwright.junit;

import static dev.gradwright.check.GradientCheck.of;
import static dev.gradwright.junit.GradientAssertions.assertThatGradient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.check.GradientCheck;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GradientAssertTest {

    private static final GradientCheck RIGHT =
            of(GradientAssertTest::f, x -> new double[] {2 * x[0], 3}).at(1.5, -2);
    private static final GradientCheck WRONG =
            of(GradientAssertTest::f, x -> new double[] {x[0], 3}).at(1.5, -2);
    private static final GradientCheck AT_A_KINK =
            of(x -> Math.abs(x[0]), x -> new double[] {1}).at(1e-12);

    private static double f(double[] x) {
        return x[0] * x[0] + 3 * x[1];
    }

    @Test
    void acceptsARightGradient() {
        assertThatGradient(RIGHT).isCorrect().hasNoKinks().isComparedEverywhere();
    }

    @Test
    void failsWithTheReportWhichSaysFirstWhatIsWrong() {
        assertThatThrownBy(() -> assertThatGradient(WRONG).isCorrect())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("f: the gradient of x (2) at [0] is wrong: analytic 1.5, centred difference ")
                .hasMessageContaining("likely cause: ")
                .hasMessageContaining("seed 1")
                .hasMessageContaining("relative error by step, along x [0]")
                .hasMessageNotContaining("replay");
    }

    @Test
    void showsItsDescription() {
        assertThatThrownBy(() -> assertThatGradient(WRONG).as("parabola").isCorrect())
                .hasMessageStartingWith("[parabola] f: the gradient of x (2) at [0] is wrong");
    }

    @Test
    void isAsStrictAsAskedEvenWhereKinksArePossible() {
        GradientCheck slightlyWrong = of(x -> Math.exp(x[0]), x -> new double[] {Math.exp(x[0]) * (1 + 2e-5)})
                .at(0.3);

        assertThatGradient(slightlyWrong).isCorrectWithin(1e-4).isCorrectWithin(3e-5);
        assertThatThrownBy(() -> assertThatGradient(slightlyWrong).isCorrectWithin(1e-6))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("at [0] is suspicious");
    }

    @Test
    void refusesAnErrorThatIsNotPositive() {
        assertThatThrownBy(() -> assertThatGradient(RIGHT).isCorrectWithin(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the relative error is 0.0; it must be positive, such as 1e-6");
        assertThatThrownBy(() -> assertThatGradient(RIGHT).isCorrectWithin(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the relative error is NaN; it must be positive, such as 1e-6");
    }

    @Test
    void canDemandThatAFaultIsFound() {
        assertThatGradient(WRONG).isWrong();
        assertThatThrownBy(() -> assertThatGradient(RIGHT).isWrong())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("expected the gradient to be wrong, but\nf: the gradient is right: 2 of 2");
    }

    @Test
    void tellsWhetherDifferencesStraddleKinks() {
        assertThatGradient(AT_A_KINK).isCorrect().hasKinks();
        assertThatThrownBy(() -> assertThatGradient(AT_A_KINK).hasNoKinks())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("expected no difference to straddle a kink, but ")
                .hasMessageContaining("choose a point farther from kinks");
        assertThatThrownBy(() -> assertThatGradient(RIGHT).hasKinks())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("expected differences that straddle a kink, but there is none");
    }

    @Test
    void canDemandThatEveryCoordinateIsCompared() {
        double[] x = new double[500];
        Arrays.fill(x, 0.5);
        GradientCheck sampled = of(GradientAssertTest::squares, GradientAssertTest::squaresGradient)
                .at(x)
                .coordinates(20);

        assertThatGradient(sampled.coordinates(500)).isComparedEverywhere();
        assertThatThrownBy(() -> assertThatGradient(sampled).isCorrect().isComparedEverywhere())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("expected every coordinate to be compared, but some were not");
    }

    @Test
    void runsTheCheckOnceForSeveralAssertions() {
        AtomicInteger calls = new AtomicInteger();
        GradientCheck counted = of(
                        x -> {
                            calls.incrementAndGet();
                            return x[0] * x[0];
                        },
                        x -> new double[] {2 * x[0]})
                .at(3);

        GradientAssert gradient = assertThatGradient(counted);
        assertThat(calls.get()).isZero();
        gradient.isCorrect();
        int once = calls.get();
        gradient.hasNoKinks().isComparedEverywhere();

        assertThat(once).isPositive();
        assertThat(calls.get()).isEqualTo(once);
        assertThat(gradient.report().isRight()).isTrue();
    }

    @Test
    void saysThatAFunctionHasNoValueInsteadOfBlamingTheGradient() {
        assertThatThrownBy(() -> assertThatGradient(of(x -> Math.sqrt(x[0]), x -> new double[] {0.5 / Math.sqrt(x[0])})
                                .at(-1))
                        .isCorrect())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("f: the result is NaN at [0]; choose a point where the function is defined")
                .hasMessageNotContaining("wrong");
    }

    @Test
    void findsAGradientThatIsNotANumber() {
        assertThatThrownBy(() -> assertThatGradient(of(x -> x[0] * x[0], x -> new double[] {Double.NaN})
                                .at(1))
                        .isCorrect())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("f: the gradient of x (1) at [0] is wrong: analytic NaN");
    }

    @Test
    void refusesAGradientOfAnotherLength() {
        assertThatThrownBy(() -> assertThatGradient(of(x -> x[0] * x[0], x -> new double[] {2 * x[0], 0})
                                .at(1))
                        .isCorrect())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("the gradient of f", "2", "for x", "1");
    }

    @Test
    void letsThroughWhatTheGradientThrows() {
        IllegalStateException own = new IllegalStateException("not fitted yet");

        assertThatThrownBy(() -> assertThatGradient(of(x -> x[0], x -> {
                                    throw own;
                                })
                                .at(1))
                        .isCorrect())
                .isSameAs(own);
    }

    @Test
    void refusesNothingAtAll() {
        assertThatThrownBy(() -> assertThatGradient(null).isCorrect())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not to be null");
        assertThatCode(() -> assertThatGradient(RIGHT)).doesNotThrowAnyException();
    }

    private static double squares(double[] x) {
        return Arrays.stream(x).map(v -> v * v).sum();
    }

    private static double[] squaresGradient(double[] x) {
        return Arrays.stream(x).map(v -> 2 * v).toArray();
    }
}
