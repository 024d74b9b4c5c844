package dev.gradwright.search.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.search.space.Assignment;
import dev.gradwright.search.trial.Direction;
import dev.gradwright.search.trial.Report;
import dev.gradwright.search.trial.State;
import dev.gradwright.search.trial.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrunersTest {

    @Test
    void aTrialWorseThanTheMedianOfOthersIsPruned() {
        Pruning pruning = new MedianPruner(3, 1).start(Direction.MINIMIZE);
        learn(pruning, State.COMPLETED, 5, 4);
        learn(pruning, State.COMPLETED, 6, 5);
        assertThat(pruning.judge(2).verdict(reports(9, 9))).as("too few others").isEmpty();
        learn(pruning, State.COMPLETED, 7, 6);
        learn(pruning, State.PRUNED, 1, 1);

        assertThat(pruning.judge(3).verdict(reports(9))).as("left in peace").isEmpty();
        assertThat(pruning.judge(3).verdict(reports(9, 5)))
                .as("as good as the median")
                .isEmpty();
        assertThat(pruning.judge(3).verdict(reports(9, 5.1)))
                .contains("its best of 5.100 in 2 epochs is worse than the median of others, 5.000");
        assertThat(pruning.judge(3).verdict(reports(4, 5.1)))
                .as("its best counts")
                .isEmpty();
        assertThat(pruning.judge(3).verdict(reports(9, 9, 9)))
                .as("nobody to compare with")
                .isEmpty();
    }

    @Test
    void aJudgeKnowsOnlyWhatWasKnownWhenTheTrialBegan() {
        Pruning pruning = new MedianPruner(1, 0).start(Direction.MAXIMIZE);
        learn(pruning, State.COMPLETED, 0.5);
        Pruning.Judge judge = pruning.judge(1);
        learn(pruning, State.COMPLETED, 0.9);
        learn(pruning, State.COMPLETED, 0.9);

        assertThat(judge.verdict(reports(0.6))).isEmpty();
        assertThat(pruning.judge(3).verdict(reports(0.6))).isPresent();
    }

    @Test
    void successiveHalvingLetsTheBestOnOfThoseThatReachedARung() {
        Pruning pruning = new SuccessiveHalving(1, 3).start(Direction.MINIMIZE);
        assertThat(pruning.judge(0).verdict(reports(9))).as("the first").isEmpty();
        for (double cost : new double[] {5, 4, 6, 3, 7}) {
            learn(pruning, State.PRUNED, cost);
        }

        // two of six go on
        assertThat(pruning.judge(5).verdict(reports(4))).isEmpty();
        assertThat(pruning.judge(5).verdict(reports(4.1)))
                .contains(
                        "4.100 after epoch 1 is not among the best 2 of the 5 that got there before, which go to 4.000");
        assertThat(pruning.judge(5).verdict(reports(4, 99)))
                .as("epoch 2 is no rung")
                .isEmpty();
        assertThat(pruning.judge(5).verdict(reports(4, 4, 99)))
                .as("the first at epoch 3")
                .isEmpty();
    }

    @Test
    void hyperbandHasBracketsThatBeginLaterAndLater() {
        Hyperband hyperband = new Hyperband(1, 9, 3);
        int[] counts = new int[hyperband.brackets()];
        IntStream.range(0, 9000).forEach(number -> counts[hyperband.bracket(number)]++);

        // 9, 5 and 3 parts of 17
        assertThat(counts).hasSize(3);
        assertThat(counts[0]).isBetween(4500, 5000);
        assertThat(counts[1]).isBetween(2400, 2900);
        assertThat(counts[2]).isBetween(1400, 1800);

        Pruning pruning = hyperband.start(Direction.MINIMIZE);
        List<Integer> last = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            List<Report> bad = reports(9, 9, 9, 9, 9, 9, 9, 9, 9);
            int epoch = 1;
            while (epoch < 9
                    && pruning.judge(number).verdict(bad.subList(0, epoch)).isEmpty()) {
                epoch++;
            }
            last.add(epoch);
            learn(pruning, number, State.COMPLETED, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        }
        for (int number = 30; number < 60; number++) {
            assertThat(last.get(number)).isEqualTo(new int[] {1, 3, 9}[hyperband.bracket(number)]);
        }
    }

    @Test
    void badSettingsAreRefused() {
        assertThatThrownBy(() -> new MedianPruner(0, 0)).hasMessageContaining("use at least 1 and 0");
        assertThatThrownBy(() -> new SuccessiveHalving(0, 2)).hasMessageContaining("use at least 1 and 2");
        assertThatThrownBy(() -> new Hyperband(5, 4, 3)).hasMessageContaining("epochs of at least 1 in order");
    }

    private static void learn(Pruning pruning, State state, double... values) {
        learn(pruning, 0, state, values);
    }

    private static void learn(Pruning pruning, int number, State state, double... values) {
        List<Report> reports = reports(values);
        pruning.learn(new TrialRecord(
                number,
                0,
                1,
                Assignment.empty(),
                reports,
                state,
                reports.get(reports.size() - 1).value(),
                "",
                0));
    }

    private static List<Report> reports(double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> new Report(i + 1, values[i]))
                .toList();
    }
}
