package dev.gradwright.monitor.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RangeGuessTest {

    private final RangeGuess guess = new RangeGuess();

    @Test
    void valuesThatFillMinusOneToOneAreOfTanh() {
        guess.see(-0.95, 0.97, false, -3, 4);
        assertThat(guess.range()).isEqualTo(Range.TANH);
    }

    @Test
    void valuesThatFillZeroToOneAreOfTheLogisticFunction() {
        guess.see(0.02, 0.97, false, 3, 4);
        assertThat(guess.range()).isEqualTo(Range.SIGMOID);
    }

    @Test
    void valuesThatHaveOnceBeenOutsideAreNotBounded() {
        guess.see(-3, 1, false, 3, 4);
        guess.see(-0.95, 0.97, false, -3, 4);
        assertThat(guess.range()).isEqualTo(Range.UNBOUNDED);
    }

    @Test
    void smallValuesAreNotTakenForAFunctionThatSaturates() {
        guess.see(-0.1, 0.1, false, -1, 1);
        assertThat(guess.range()).isEqualTo(Range.UNBOUNDED);
    }

    @Test
    void zerosAreOfARectifierAndRowsThatSumUpToOneAreProbabilities() {
        guess.see(0, 0.97, true, 3, 4);
        assertThat(guess.range()).isEqualTo(Range.UNBOUNDED);
        RangeGuess other = new RangeGuess();
        other.see(0.001, 0.99, false, 1 - 1e-12, 1 + 1e-12);
        assertThat(other.range()).isEqualTo(Range.UNBOUNDED);
    }

    @Test
    void saturationBeginsWhereTanhHasATenthOfItsSlope() {
        assertThat(Range.TANH.isSaturated(0.94)).isFalse();
        assertThat(Range.TANH.isSaturated(-0.96)).isTrue();
        assertThat(Range.SIGMOID.isSaturated(0.98)).isTrue();
        assertThat(Range.SIGMOID.isSaturated(0.03)).isFalse();
    }

    @Test
    void aRangeWithoutWidthIsRefused() {
        assertThatThrownBy(() -> new Range(1, 1)).hasMessageContaining("no range goes from 1.0 to 1.0");
    }
}
