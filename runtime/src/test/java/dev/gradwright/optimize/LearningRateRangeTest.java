package dev.gradwright.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.Parameters;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class LearningRateRangeTest {

    private final double[] x = {3, -2};
    private final double[] g = new double[2];
    private final Parameters parameters = Parameters.builder().add("x", x, g).build();

    /** {@code 5 x0^2 + x1^2 + 1}: steps of more than 0.2 go ever further away. */
    private final DoubleSupplier loss = () -> {
        g[0] = 10 * x[0];
        g[1] = 2 * x[1];
        return 5 * x[0] * x[0] + x[1] * x[1] + 1;
    };

    @Test
    void suggestsARateWhereTheLossFallsAndEndsWhereItExplodes() {
        LearningRateRange range = LearningRateRange.test(parameters, Optimizers::sgd, 1e-5, 10, 200, loss);
        assertThat(range.suggestion().getAsDouble()).isBetween(1e-3, 0.2);
        double[] rates = range.rates();
        assertThat(rates.length).isLessThan(200);
        assertThat(rates[rates.length - 1]).isBetween(0.2, 2.0);
        assertThat(range.losses()).hasSameSizeAs(rates);
        assertThat(x).as("as before").containsExactly(3, -2);
    }

    @Test
    void aLossThatNeverFallsGivesNoSuggestion() {
        int[] calls = {0};
        LearningRateRange range = LearningRateRange.test(parameters, Optimizers::sgd, 1e-5, 1, 20, () -> {
            g[0] = 1;
            return 1 + 0.01 * calls[0]++;
        });
        assertThat(range.suggestion()).isEmpty();
        assertThat(range.chart().title()).isEqualTo("learning-rate range test: the loss never falls");
    }

    @Test
    void endsAtALossOrAGradientThatIsNotFinite() {
        int[] calls = {0};
        LearningRateRange range = LearningRateRange.test(parameters, Optimizers::sgd, 1e-5, 1, 20, () -> {
            g[0] = 1;
            return calls[0]++ < 7 ? 1 : Double.NaN;
        });
        assertThat(range.rates()).hasSize(7);
        LearningRateRange other = LearningRateRange.test(parameters, Optimizers::sgd, 1e-5, 1, 20, () -> {
            g[0] = calls[0]++ < 12 ? 1 : Double.NaN;
            return 1;
        });
        assertThat(other.rates()).hasSize(5);
    }

    @Test
    void drawsItsCurveWithTheSuggestion() {
        LearningRateRange range = LearningRateRange.test(parameters, Optimizers::sgd, 1e-5, 10, 200, loss);
        assertThat(range.chart().title()).startsWith("learning-rate range test: suggests 0.0");
        assertThat(range.chart().curves()).hasSize(3);
        assertThat(range.chart().draw().getWidth()).isEqualTo(800);
    }

    @Test
    void refusesARangeThatMakesNoSense() {
        assertThatThrownBy(() -> LearningRateRange.test(parameters, Optimizers::sgd, 1, 0.1, 20, loss))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a range test from 1.0 to 0.1 in 20 steps makes no sense; use a higher second rate,"
                        + " and 5 steps or more");
    }
}
