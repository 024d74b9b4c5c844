package dev.gradwright.check.stage;

import dev.gradwright.check.difference.Differences;
import dev.gradwright.check.difference.DirectionLine;
import dev.gradwright.check.difference.Judge;
import dev.gradwright.check.report.Direction;
import dev.gradwright.check.report.Outcome;
import dev.gradwright.check.report.StageReport;
import dev.gradwright.check.report.Verdict;
import dev.gradwright.check.sampling.Directions;
import dev.gradwright.check.settings.Stage;
import dev.gradwright.check.settings.Thresholds;
import dev.gradwright.check.subject.Input;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Derivatives in random directions: through all inputs at once, and where the gradient fails there through halves of each input, and halves
 * of halves, until single coordinates are found. A few evaluations speak for every coordinate.
 */
final class DirectionStage {

    /** How many wrong coordinates of an input are looked for. */
    private static final int ENOUGH = 3;

    private final Bench bench;
    private final List<double[]> gradients;
    private final Judge judge;
    private final Thresholds thresholds;
    private final Directions directions;
    private final List<Direction> found = new ArrayList<>();
    private final List<List<Integer>> located = new ArrayList<>();

    DirectionStage(Bench bench, List<double[]> gradients, Judge judge, Thresholds thresholds) {
        this.bench = bench;
        this.gradients = gradients;
        this.judge = judge;
        this.thresholds = thresholds;
        this.directions = new Directions(bench.inputs(), bench.settings().seed() + 2);
    }

    /**
     * The directions, and the coordinates to which failing ones led.
     *
     * @param located indices for each input
     */
    record Result(StageReport report, List<Direction> directions, List<List<Integer>> located) {

        static Result skipped(String why, int inputs) {
            List<List<Integer>> none = new ArrayList<>();
            for (int i = 0; i < inputs; i++) {
                none.add(List.of());
            }
            return new Result(new StageReport(Stage.DIRECTIONS, Outcome.SKIPPED, why), List.of(), none);
        }
    }

    Result run() {
        for (int k = 0; k < bench.settings().sampling().directions(); k++) {
            look(Direction.ALL_INPUTS, directions.next());
        }
        bench.inputs().forEach(input -> located.add(new ArrayList<>()));
        boolean disagrees =
                found.stream().anyMatch(direction -> direction.verdict().isFailure());
        if (disagrees) {
            for (int i = 0; i < bench.inputs().size(); i++) {
                Input input = bench.inputs().get(i);
                if (look(input.name(), directions.through(input, 0, input.size()))
                        .isFailure()) {
                    locate(i, 0, input.size());
                }
            }
        }
        return new Result(report(disagrees), List.copyOf(found), located);
    }

    private Verdict look(String name, List<double[]> direction) {
        Judge.Judgement judgement = judge(direction);
        found.add(new Direction(
                name,
                Directions.product(gradients, direction),
                judgement.estimate().slope(),
                judgement.estimate().error(),
                judgement.estimate().step(),
                judgement.straddled(),
                judgement.verdict()));
        return judgement.verdict();
    }

    private Judge.Judgement judge(List<double[]> direction) {
        DirectionLine line = new DirectionLine(bench.subject(), bench.objective(), direction);
        return judge.judgeDirection(new Differences(line, line.at(0)), Directions.product(gradients, direction));
    }

    private void locate(int input, int from, int to) {
        if (located.get(input).size() >= ENOUGH) {
            return;
        } else if (to - from == 1) {
            located.get(input).add(from);
            return;
        }
        int middle = (from + to) >>> 1;
        for (int[] half : new int[][] {{from, middle}, {middle, to}}) {
            if (judge(directions.through(bench.inputs().get(input), half[0], half[1]))
                    .verdict()
                    .isFailure()) {
                locate(input, half[0], half[1]);
            }
        }
    }

    private StageReport report(boolean disagrees) {
        if (found.isEmpty()) {
            return new StageReport(Stage.DIRECTIONS, Outcome.SKIPPED, "no directions are asked for");
        }
        Comparator<Direction> byBadness =
                Comparator.comparing(Direction::verdict).thenComparingDouble(Direction::relativeError);
        Optional<Direction> worst =
                found.stream().filter(direction -> direction.verdict().counts()).max(byBadness);
        if (worst.isEmpty()) {
            return new StageReport(
                    Stage.DIRECTIONS, Outcome.WARNED, "all " + found.size() + " straddle kinks or are below the noise");
        } else if (disagrees) {
            return new StageReport(Stage.DIRECTIONS, Outcome.FAILED, explain(worst.get()));
        }
        long undecided = found.stream()
                .filter(direction -> !direction.verdict().counts())
                .count();
        String text = String.format(
                Locale.ROOT,
                "%d through all inputs, worst relative error %.1e; an error above %.1e of any one coordinate would show%s",
                found.size(),
                worst.get().relativeError(),
                found.stream()
                        .filter(direction -> direction.verdict().counts())
                        .mapToDouble(direction -> direction.smallestFault(thresholds))
                        .min()
                        .orElseThrow(),
                undecided == 0 ? "" : "; " + undecided + " straddle kinks or are below the noise");
        return new StageReport(Stage.DIRECTIONS, Outcome.PASSED, text);
    }

    private static String explain(Direction worst) {
        return String.format(
                Locale.ROOT,
                "the derivative in a random direction through %s is %s by the gradient and %s by differences, relative error %.1e",
                worst.inputs(),
                worst.analytic(),
                worst.numeric(),
                worst.relativeError());
    }
}
