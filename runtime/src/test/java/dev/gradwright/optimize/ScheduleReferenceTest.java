package dev.gradwright.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schedules give the values of PyTorch's, and say what they are. */
class ScheduleReferenceTest {

    private static final Map<String, Schedule> SCHEDULES = schedules();

    private static Map<String, Schedule> schedules() {
        Schedule tenth = Schedule.constant(0.1);
        Schedule decay = Schedule.geometric(0.1, 0.9);
        Map<String, Schedule> schedules = new TreeMap<>();
        schedules.put("step", Schedule.stepDecay(0.1, 3, 0.5));
        schedules.put("multi-step", Schedule.multiStep(0.1, 0.1, 2, 5));
        schedules.put("exponential", decay);
        schedules.put("constant-factor", Schedule.sequence(Schedule.constant(0.1 / 3), 4, tenth));
        schedules.put("linear", Schedule.linear(0.05, 0.1, 4));
        schedules.put("polynomial", Schedule.polynomial(0.1, 0, 5, 2));
        schedules.put("cosine", Schedule.cosineWave(0.1, 0.01, 5));
        schedules.put("cosine-restarts", Schedule.cosineWithRestarts(0.1, 0.01, 3, 2));
        schedules.put("cyclic", Cycle.triangular2(0.01, 0.1, 3));
        schedules.put("one-cycle", OneCycle.of(1, 12).learningRate());
        schedules.put("sequential", Schedule.sequence(Schedule.constant(0.01), 2, decay));
        Schedule factor = Schedule.sequence(tenth, 2, Schedule.constant(1));
        schedules.put("chained", Schedule.product(decay, factor));
        return schedules;
    }

    static Stream<String> names() {
        return SCHEDULES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void givesTheValuesOfPyTorch(String name) {
        List<String[]> rows = rows(name);
        assertThat(rows).hasSizeGreaterThanOrEqualTo(11);
        for (String[] row : rows) {
            assertThat(SCHEDULES.get(name).at(Long.parseLong(row[1])))
                    .as("step " + row[1])
                    .isCloseTo(Double.parseDouble(row[2]), within(1e-12));
        }
    }

    private static List<String[]> rows(String name) {
        return Reference.rows("schedules.csv").stream()
                .filter(row -> row[0].equals(name))
                .toList();
    }

    @Test
    void theTableHasAllSchedules() {
        assertThat(Reference.rows("schedules.csv").stream().map(row -> row[0]).distinct())
                .hasSize(SCHEDULES.size() + 1);
    }

    @Test
    void aPlateauReducesAsInPyTorch() {
        double[] metrics = {1, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.8, 0.8, 0.8, 0.8};
        ReduceOnPlateau plateau = ReduceOnPlateau.from(1).patience(2, 1);
        List<String[]> rows = rows("plateau");
        assertThat(rows).hasSize(metrics.length);
        for (int i = 0; i < metrics.length; i++) {
            plateau.observe(metrics[i]);
            assertThat(plateau.at(i)).as("metric " + i).isCloseTo(Double.parseDouble(rows.get(i)[2]), within(1e-12));
        }
        ReduceOnPlateau restored = ReduceOnPlateau.from(1).patience(2, 1);
        restored.restore(plateau.state());
        assertThat(restored.at(0)).isEqualTo(plateau.at(0));
    }

    @Test
    void aMetricThatIsNoNumberIsNoImprovement() {
        ReduceOnPlateau plateau = ReduceOnPlateau.from(1).patience(0, 0).factor(0.5, 0.3);
        plateau.observe(-1);
        plateau.observe(Double.NaN);
        assertThat(plateau.at(0)).isEqualTo(0.5);
        plateau.observe(-1);
        assertThat(plateau.at(0)).as("not below the least").isEqualTo(0.3);
        plateau.observe(-1.1);
        assertThat(plateau.state().best()).isEqualTo(-1.1);
    }

    @Test
    void exponentialAndInverseTimeFollowTheirFormulas() {
        assertThat(Schedule.exponential(2, 0.1).at(7)).isEqualTo(2 * Math.exp(-0.7000000000000001));
        assertThat(Schedule.inverseTime(2, 0.5).at(6)).isEqualTo(0.5);
    }

    @Test
    void cosineStaysAtItsEnd() {
        Schedule cosine = Schedule.cosine(1, 0.1, 10);
        assertThat(cosine.at(0)).isEqualTo(1);
        assertThat(cosine.at(5)).isCloseTo(0.55, within(1e-15));
        assertThat(cosine.at(10)).isEqualTo(0.1);
        assertThat(cosine.at(1000)).isEqualTo(0.1);
    }

    @Test
    void restartsWithAFactorOfOneAreRegular() {
        Schedule restarts = Schedule.cosineWithRestarts(1, 0, 4, 1);
        assertThat(restarts.at(1_000_000_000_000L)).isEqualTo(1);
        assertThat(restarts.at(6)).isEqualTo(restarts.at(2));
    }

    @Test
    void warmUpLosesNoStepOnZeroAndEndsWhereTheRestBegins() {
        Schedule warm = Schedule.warmUp(4, Schedule.geometric(1, 0.5));
        double[] expected = {0.2, 0.4, 0.6, 0.8, 1, 0.5};
        for (int step = 0; step < expected.length; step++) {
            assertThat(warm.at(step)).isCloseTo(expected[step], within(1e-15));
        }
        assertThat(Schedule.warmUp(0, Schedule.constant(3)).at(0)).isEqualTo(3);
    }

    @Test
    void theMomentumOfACycleIsLowWhereTheRateIsHigh() {
        OneCycle cycle = OneCycle.of(1, 101);
        Schedule rate = cycle.learningRate();
        Schedule momentum = cycle.momentum();
        long peak = 29;
        assertThat(rate.at(peak)).isGreaterThan(0.99);
        assertThat(momentum.at(peak)).isLessThan(0.8501);
        assertThat(momentum.at(0)).isEqualTo(0.95);
        assertThat(momentum.at(100)).isCloseTo(0.95, within(1e-15));
        assertThat(rate.at(500)).isEqualTo(rate.at(100));
    }

    @Test
    void theOtherCyclesKeepOrLoseTheirHeight() {
        assertThat(Cycle.triangular(1, 3, 2).at(10)).isEqualTo(3);
        assertThat(Cycle.expRange(1, 3, 2, 0.5).at(2)).isEqualTo(1.5);
        assertThat(new Cycle(0, 1, 1, 4, Cycle.Amplitude.TRIANGULAR, 1).at(3)).isEqualTo(0.5);
    }

    @Test
    void epochsHaveOneValueEach() {
        Schedule epochs = Schedule.stepDecay(1, 2, 0.1).inEpochs(10);
        assertThat(epochs.at(19)).isEqualTo(1);
        assertThat(epochs.at(20)).isEqualTo(0.1);
        assertThat(epochs).hasToString("1.0 times 0.1 every 2 steps, counted in epochs of 10 steps");
    }

    @Test
    void everyScheduleSaysWhatItIs() {
        assertThat(SCHEDULES.values().stream().map(Object::toString))
                .containsExactly(
                        "(0.1 times 0.9 every step) x (0.1 for 2 steps, then 1.0)",
                        "0.03333333333333333 for 4 steps, then 0.1",
                        "from 0.1 to 0.01 along a cosine in 5 steps, and back, again and again",
                        "from 0.1 to 0.01 along a cosine in 3 steps, restarted with 2 times the length each time",
                        "between 0.01 and 0.1, up in 3 steps, down in 3, each time half as high",
                        "0.1 times 0.9 every step",
                        "from 0.05 to 0.1 in 4 steps",
                        "0.1 times 0.1 at steps [2, 5]",
                        "one cycle of 12 steps up to 1.0, learning rate",
                        "from 0.1 to 0.0 in 5 steps by the power 2.0",
                        "0.01 for 2 steps, then 0.1 times 0.9 every step",
                        "0.1 times 0.5 every 3 steps");
        assertThat(Schedule.described("mine", step -> 1)).hasToString("mine");
        assertThat(Schedule.exponential(1, 0.1)).hasToString("1.0 times e^(-0.1 step)");
        assertThat(Schedule.inverseTime(1, 0.1)).hasToString("1.0 by 1 + 0.1 step");
        assertThat(ReduceOnPlateau.from(0.5))
                .hasToString("0.5 times 0.1 after 10 observations without improvement by 1.0E-4");
    }

    @Test
    void numbersThatMakeNoSenseAreRefused() {
        refused(
                () -> Schedule.multiStep(1, 0.5, 5, 5),
                "the milestones of a multi-step decay are [5, 5]; use increasing numbers of steps from 1 on");
        refused(
                () -> Schedule.exponential(1, -1),
                "the rate of an exponential decay is -1.0; use a finite number of 0 or more");
        refused(
                () -> Schedule.linear(1, Double.NaN, 5),
                "the last value of a polynomial decay is NaN; use a finite number");
        refused(
                () -> Schedule.cosine(1, 0, 0),
                "the length of a cosine decay is 0; use a number of steps of 1 or more");
        refused(
                () -> Schedule.cosineWithRestarts(1, 0, 1, 0),
                "the factor of a cosine decay with restarts is 0; use an integer of 1 or more");
        refused(() -> OneCycle.of(1, 1), "a cycle of 1 steps makes no sense; use 2 or more");
        refused(() -> Cycle.triangular(0, 1, 0), "the way up of a cycle is 0; use a number of steps of 1 or more");
        refused(
                () -> ReduceOnPlateau.from(1).factor(1, 0),
                "the factor on a plateau is 1.0; use a number of more than 0 and less than 1");
        refused(
                () -> Schedule.constant(1).inEpochs(0),
                "the length of an epoch is 0; use a number of steps of 1 or more");
        refused(() -> Schedule.warmUp(-1, Schedule.constant(1)), "a warm-up of -1 steps makes no sense; use 0 or more");
    }

    private static void refused(Executable action, String message) {
        assertThatThrownBy(action::execute)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
