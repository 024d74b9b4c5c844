package dev.gradwright.check.stage;

import dev.gradwright.check.difference.CoordinateLine;
import dev.gradwright.check.difference.Differences;
import dev.gradwright.check.difference.Judge;
import dev.gradwright.check.difference.Line;
import dev.gradwright.check.report.Coordinate;
import dev.gradwright.check.report.InputReport;
import dev.gradwright.check.report.KinkReport.Knowledge;
import dev.gradwright.check.report.Magnitudes;
import dev.gradwright.check.report.Outcome;
import dev.gradwright.check.report.Reason;
import dev.gradwright.check.report.StageReport;
import dev.gradwright.check.report.Verdict;
import dev.gradwright.check.sampling.CoordinateSample;
import dev.gradwright.check.settings.Stage;
import dev.gradwright.check.subject.Input;
import dev.gradwright.check.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Derivatives by single coordinates: a sample of each input, and those to which directions led. */
final class CoordinateStage {

    /** Fewer coordinates than this are not worth another thread. */
    private static final int WORTH_A_THREAD = 64;

    private final Bench bench;
    private final List<double[]> gradients;
    private final Judge judge;
    private final Supplier<Subject> more;
    private final AtomicInteger straddled = new AtomicInteger();

    CoordinateStage(Bench bench, List<double[]> gradients, Judge judge, Supplier<Subject> more) {
        this.bench = bench;
        this.gradients = gradients;
        this.judge = judge;
        this.more = more;
    }

    /**
     * The coordinates by input.
     *
     * @param straddled how many differences straddled a kink
     */
    record Result(StageReport report, List<InputReport> inputs, int straddled) {}

    /** A coordinate to compare. */
    private record Piece(int input, int index, Reason reason) {}

    Result run(List<List<Integer>> located) {
        List<TreeMap<Integer, Reason>> sample = sample();
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < sample.size(); i++) {
            for (int index : located.get(i)) {
                sample.get(i).putIfAbsent(index, Reason.LOCATED);
            }
            int input = i;
            sample.get(i).forEach((index, reason) -> pieces.add(new Piece(input, index, reason)));
        }
        Coordinate[] compared = compare(pieces);
        List<InputReport> reports = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < sample.size(); i++) {
            Input input = bench.inputs().get(i);
            List<Coordinate> own =
                    List.of(compared).subList(at, at + sample.get(i).size());
            at += own.size();
            reports.add(
                    new InputReport(input.name(), input.shape(), input.size(), own, Magnitudes.of(gradients.get(i))));
        }
        return new Result(report(reports), reports, straddled.get());
    }

    /** The sample of each input; nothing where only what directions have found is wanted. */
    private List<TreeMap<Integer, Reason>> sample() {
        if (bench.settings().stages().contains(Stage.COORDINATES)) {
            return new CoordinateSample(
                            bench.settings().sampling(), bench.settings().seed() + 4)
                    .of(bench.inputs(), gradients);
        }
        List<TreeMap<Integer, Reason>> none = new ArrayList<>();
        bench.inputs().forEach(input -> none.add(new TreeMap<>()));
        return none;
    }

    private Coordinate[] compare(List<Piece> pieces) {
        if (bench.subject().hasShortcut()) {
            new Shortcut(bench).verify();
        }
        int threads = Math.min(bench.settings().threads(), 1 + pieces.size() / WORTH_A_THREAD);
        Coordinate[] compared = new Coordinate[pieces.size()];
        Line.Point center = new Line.Point(
                0,
                bench.objective().of(bench.center().value()),
                bench.objective().magnitude(bench.center().value()),
                bench.center().decisions());
        Workers.of(bench.subject(), bench.center().value(), more, threads)
                .forEach(pieces.size(), (subject, i) -> compared[i] = compare(subject, pieces.get(i), center));
        return compared;
    }

    private Coordinate compare(Subject subject, Piece piece, Line.Point center) {
        Input input = subject.inputs().get(piece.input());
        double analytic = gradients.get(piece.input())[piece.index()];
        Judge.Judgement judgement = judge(subject, piece, center, analytic);
        if (judgement.straddled()) {
            straddled.incrementAndGet();
        }
        return new Coordinate(
                piece.index(),
                input.place(piece.index()),
                piece.reason(),
                input.value(piece.index()),
                analytic,
                judgement.estimate().slope(),
                judgement.estimate().error(),
                judgement.estimate().step(),
                judgement.verdict(),
                judgement.kink());
    }

    /** Judges by the shortcut where there is one; what fails there is judged again by the function itself. */
    private Judge.Judgement judge(Subject subject, Piece piece, Line.Point center, double analytic) {
        CoordinateLine line = CoordinateLine.of(subject, bench.objective(), piece.input(), piece.index());
        if (subject.hasShortcut()) {
            // the shortcut may note fewer decisions than the function
            Line.Point own =
                    subject.kinks() == Knowledge.LOGGED ? line.shortened().at(0) : center;
            Judge.Judgement judgement = judge.judge(new Differences(line.shortened(), own), analytic);
            if (!judgement.verdict().isFailure()) {
                return judgement;
            }
        }
        return judge.judge(new Differences(line, center), analytic);
    }

    private StageReport report(List<InputReport> inputs) {
        int compared =
                inputs.stream().mapToInt(input -> input.coordinates().size()).sum();
        if (compared == 0) {
            return new StageReport(Stage.COORDINATES, Outcome.SKIPPED, "no coordinates are asked for");
        }
        int size = inputs.stream().mapToInt(InputReport::size).sum();
        int failures = 0;
        int kinks = 0;
        int noise = 0;
        double worst = 0;
        for (InputReport input : inputs) {
            failures += input.count(Verdict.WRONG) + input.count(Verdict.SUSPICIOUS);
            kinks += input.count(Verdict.KINK);
            noise += input.count(Verdict.NOISE);
            worst = Math.max(worst, input.worst().map(Coordinate::relativeError).orElse(0.0));
        }
        String text = String.format(
                Locale.ROOT,
                "%d of %d compared%s, %d wrong, %d at kinks, %d below the noise; worst relative error %.1e",
                compared,
                size,
                bench.subject().hasShortcut() ? " incrementally" : "",
                failures,
                kinks,
                noise,
                worst);
        Outcome outcome = failures > 0 ? Outcome.FAILED : 2 * noise > compared ? Outcome.WARNED : Outcome.PASSED;
        return new StageReport(Stage.COORDINATES, outcome, text);
    }
}
