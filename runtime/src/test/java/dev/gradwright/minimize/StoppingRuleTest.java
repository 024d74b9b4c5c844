package dev.gradwright.minimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StoppingRuleTest {

    private static final double[] START = {-1.2, 1};

    private static Minimum run(StoppingRule rule) {
        return Lbfgs.withDefaults().minimize(Functions.ROSENBROCK, START, rule);
    }

    @Test
    void everyRuleStopsWithItsReason() {
        Minimum minimum = run(StoppingRule.gradient(1e-3));
        assertThat(minimum.best().gradientSize()).isLessThanOrEqualTo(1e-3);
        assertThat(minimum.stop()).isEqualTo(new Stop(Stop.Reason.GRADIENT, "the gradient is not larger than 0.00100"));

        minimum = run(StoppingRule.relativeDecrease(1e-3));
        assertThat(minimum.best().decrease()).isLessThanOrEqualTo(1e-3);
        assertThat(minimum.stop().reason()).isEqualTo(Stop.Reason.RELATIVE_DECREASE);

        minimum = run(StoppingRule.absoluteDecrease(1e-6));
        assertThat(minimum.stop().sentence()).isEqualTo("the last step lowered the value by 1.00e-06 or less");

        minimum = run(StoppingRule.step(1e-4));
        assertThat(minimum.best().stepSize()).isLessThanOrEqualTo(1e-4);
        assertThat(minimum.stop().reason()).isEqualTo(Stop.Reason.STEP);

        minimum = run(StoppingRule.iterations(5));
        assertThat(minimum.iterations()).isEqualTo(5);
        assertThat(minimum.stop()).isEqualTo(new Stop(Stop.Reason.ITERATIONS, "there were 5 iterations"));
        assertThat(minimum.stop().reason().isConvergence()).isFalse();

        minimum = run(StoppingRule.evaluations(10));
        assertThat(minimum.evaluations()).isBetween(10, 14);
        assertThat(minimum.stop().reason()).isEqualTo(Stop.Reason.EVALUATIONS);

        minimum = run(StoppingRule.time(Duration.ZERO));
        assertThat(minimum.iterations()).isZero();
        assertThat(minimum.stop()).isEqualTo(new Stop(Stop.Reason.TIME, "the time of 0.0 s is over"));

        minimum = run(StoppingRule.when(state -> state.point()[0] > 0, "x is positive"));
        assertThat(minimum.point()[0]).isPositive();
        assertThat(minimum.stop()).isEqualTo(new Stop(Stop.Reason.USER, "x is positive"));
    }

    @Test
    void rulesAreOredAndAnded() {
        assertThat(run(StoppingRule.gradient(1e-9).or(StoppingRule.iterations(3)))
                        .stop()
                        .reason())
                .isEqualTo(Stop.Reason.ITERATIONS);
        Minimum both = run(StoppingRule.gradient(1e-3).and(StoppingRule.iterations(5)));
        assertThat(both.iterations()).isGreaterThan(5);
        assertThat(both.stop())
                .isEqualTo(new Stop(
                        Stop.Reason.GRADIENT, "the gradient is not larger than 0.00100, and there were 5 iterations"));
    }

    @Test
    void aCallbackSeesEveryStateAndCanStop() {
        List<Integer> seen = new ArrayList<>();
        Minimum minimum = Lbfgs.withDefaults().minimize(Functions.ROSENBROCK, START, StoppingRule.standard(), state -> {
            seen.add(state.iteration());
            return state.iteration() < 4;
        });
        assertThat(seen).containsExactly(0, 1, 2, 3, 4);
        assertThat(minimum.stop()).isEqualTo(new Stop(Stop.Reason.USER, "the callback wanted it"));
        assertThat(minimum.iterations()).isEqualTo(4);
    }

    @Test
    void statesAreLazyAndDoNotChange() {
        int[] calls = {0};
        Objective counting = (x, g) -> {
            calls[0]++;
            return Functions.ROSENBROCK.valueAndGradient(x, g);
        };
        List<MinimizerState> three =
                Lbfgs.withDefaults().states(counting, START).limit(3).toList();
        assertThat(calls[0]).isLessThan(10);
        assertThat(three.get(0).point()).containsExactly(START);
        assertThat(three.get(0).decrease()).isNaN();
        three.get(0).point()[0] = 99;
        assertThat(three.get(0).point()).containsExactly(START);
        assertThat(three.get(2).iteration()).isEqualTo(2);
        double[] gradient = new double[2];
        assertThat(Functions.ROSENBROCK.valueAndGradient(three.get(1).point(), gradient))
                .isEqualTo(three.get(1).value());
        assertThat(three.get(1).gradient()).containsExactly(gradient);
        assertThat(three.get(1))
                .hasToString("iteration 1: value "
                        + String.format(Locale.ROOT, "%.10g", three.get(1).value())
                        + ", gradient "
                        + String.format(Locale.ROOT, "%.2e", three.get(1).gradientSize()) + ", "
                        + three.get(1).evaluations() + " evaluations");
    }

    @Test
    void aMinimumSaysAll() {
        assertThat(run(StoppingRule.iterations(1)).toString())
                .startsWith("iteration 1: value ")
                .endsWith(" evaluations, as there were 1 iterations");
    }

    @Test
    void negativeTolerancesAreRefused() {
        assertThatThrownBy(() -> StoppingRule.gradient(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the tolerance of the gradient is -1.0; use a number of 0 or more");
    }
}
