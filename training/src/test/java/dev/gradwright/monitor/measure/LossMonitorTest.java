package dev.gradwright.monitor.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradwright.Parameters;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class LossMonitorTest {

    private final Memory memory = new Memory();
    private final LossMonitor monitor = new LossMonitor(memory, new Every(1), 100);
    private final FakeRun run = new FakeRun(Parameters.builder().build());

    private void losses(LossMonitor of, int from, int to, IntToDoubleFunction loss) {
        for (int step = from; step < to; step++) {
            run.step = step;
            run.loss = loss.applyAsDouble(step);
            of.beforeOptimizerStep(run);
        }
    }

    @Test
    void theSmoothedLossIsNotBiasedTowardsZero() {
        losses(monitor, 0, 5, step -> 3);
        assertThat(memory.scalars.get(Tags.SMOOTHED_LOSS)).allMatch(loss -> Math.abs(loss - 3) < 1e-12);
    }

    @Test
    void aStraightLossHasItsSlopeAndNoJitter() {
        losses(monitor, 0, 130, step -> 5 - 0.01 * step);
        double mean = 5 - 0.01 * (30 + 49.5);
        assertThat(memory.last(Tags.SLOPE)).isCloseTo(-1 / mean, within(1e-12));
        assertThat(memory.last(Tags.JITTER)).isCloseTo(0, within(1e-12));
        assertThat(memory.scalars.get(Tags.SLOPE)).hasSize(31);
    }

    @Test
    void independentNoiseHasItsDeviationAndADurbinWatsonStatisticNearTwo() {
        SplittableRandom random = new SplittableRandom(5);
        losses(monitor, 0, 400, step -> 2 + 0.5 * random.nextGaussian());
        assertThat(memory.last(Tags.JITTER)).isBetween(0.2, 0.3);
        assertThat(memory.last(Tags.DURBIN_WATSON)).isBetween(1.5, 2.5);
        assertThat(Math.abs(memory.last(Tags.SLOPE))).isLessThan(4 * memory.last(Tags.SLOPE_ERROR));
    }

    @Test
    void lossesThatFollowEachOtherHaveASmallDurbinWatsonStatistic() {
        losses(monitor, 0, 200, step -> 2 + Math.sin(step / 5.0));
        assertThat(memory.last(Tags.DURBIN_WATSON)).isLessThan(0.2);
    }

    @Test
    void thePenaltyIsSeenByItsShare() {
        run.penalty = 3;
        losses(monitor, 0, 1, step -> 1);
        assertThat(memory.last(Tags.PENALTY_SHARE)).isEqualTo(0.75);
    }

    @Test
    void goesOnFromItsStateAsIfNeverInterrupted() {
        SplittableRandom random = new SplittableRandom(5);
        double[] losses = random.doubles(150).toArray();
        losses(monitor, 0, 150, step -> losses[step]);
        double expected = memory.last(Tags.SLOPE);
        double smoothed = memory.last(Tags.SMOOTHED_LOSS);
        LossMonitor first = new LossMonitor(memory, new Every(1), 100);
        losses(first, 0, 70, step -> losses[step]);
        LossMonitor second = new LossMonitor(memory, new Every(1), 100);
        second.restoreState(first.saveState());
        losses(second, 70, 150, step -> losses[step]);
        assertThat(memory.last(Tags.SLOPE)).isEqualTo(expected);
        assertThat(memory.last(Tags.SMOOTHED_LOSS)).isEqualTo(smoothed);
    }

    @Test
    void refusesTheStateOfAnotherWindow() {
        LossMonitor other = new LossMonitor(memory, new Every(1), 50);
        assertThatThrownBy(() -> monitor.restoreState(other.saveState()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("state of loss")
                .hasMessageContaining("other settings");
        assertThatThrownBy(() -> other.restoreState(monitor.saveState())).hasMessageContaining("bytes too many");
    }
}
