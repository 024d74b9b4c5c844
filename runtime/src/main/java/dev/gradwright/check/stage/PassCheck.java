package dev.gradwright.check.stage;

import dev.gradwright.check.diagnosis.Diagnostician;
import dev.gradwright.check.difference.Judge;
import dev.gradwright.check.difference.Objective;
import dev.gradwright.check.parting.PartingSearch;
import dev.gradwright.check.report.Diagnosis;
import dev.gradwright.check.report.InputReport;
import dev.gradwright.check.report.KinkReport;
import dev.gradwright.check.report.Outcome;
import dev.gradwright.check.report.Part;
import dev.gradwright.check.report.PartingReport;
import dev.gradwright.check.report.PassReport;
import dev.gradwright.check.report.StageReport;
import dev.gradwright.check.report.StepScan;
import dev.gradwright.check.settings.CheckSettings;
import dev.gradwright.check.settings.Stage;
import dev.gradwright.check.settings.Thresholds;
import dev.gradwright.check.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs the stages on one part of a loss at one point. */
public final class PassCheck {

    private static final List<CheckStage> EXACT = List.of(
            new Determinism(),
            new Restoration(),
            new Primal(),
            new SecondBackward(),
            new Linearity(),
            new DotProduct());

    private final Subject subject;
    private final CheckSettings settings;
    private final Supplier<Subject> more;
    private final Thresholds thresholds;
    private final int depth;
    private final List<StageReport> stages = new ArrayList<>();

    /**
     * A pass.
     *
     * @param more makes another subject of the same kind for another thread; null if that is impossible
     */
    public PassCheck(Subject subject, CheckSettings settings, Supplier<Subject> more) {
        this.subject = subject;
        this.settings = settings;
        this.more = more;
        this.depth = settings.depth().orElse(subject.depth());
        this.thresholds = settings.thresholds().forDepth(depth);
    }

    /** Runs the stages. The inputs are where they were afterwards; the gradient's contents are replaced. */
    public PassReport run(Part part, int burnIn) {
        subject.settle();
        Subject.Evaluation center = subject.evaluate();
        Bench bench = new Bench(subject, settings, center, Objective.of(center.value().length, settings.seed()));
        Optional<String> obstacle = obstacle(center.value());
        if (obstacle.isPresent()) {
            stages.add(new StageReport(Stage.DETERMINISM, Outcome.FAILED, obstacle.get()));
            return broken(part, burnIn);
        }
        for (CheckStage stage : EXACT) {
            stages.add(settings.stages().contains(stage.stage()) ? stage.run(bench) : stage.skipped("switched off"));
            boolean canCompare = stages.get(0).outcome() != Outcome.FAILED;
            if (!canCompare) {
                return broken(part, burnIn);
            }
        }
        return differences(bench, part, burnIn);
    }

    private PassReport differences(Bench unscaled, Part part, int burnIn) {
        List<double[]> gradients = unscaled.gradients(unscaled.objective().weights());
        double factor = Rescaling.factor(gradients, thresholds.noiseFloor());
        Bench bench =
                factor == 1 ? unscaled : unscaled.with(unscaled.objective().times(factor));
        gradients = factor == 1 ? gradients : bench.gradients(bench.objective().weights());
        StepScans scans = new StepScans(bench);
        Optional<StepScan> chosen =
                settings.scansSteps() ? Optional.of(scans.ofDirection(gradients)) : Optional.empty();
        Judge judge = new Judge(
                settings.method(),
                chosen.map(StepScan::chosen).orElse(settings.effectiveStep()),
                thresholds,
                subject.kinks());
        DirectionStage.Result directions = settings.stages().contains(Stage.DIRECTIONS)
                ? new DirectionStage(bench, gradients, judge, thresholds).run()
                : DirectionStage.Result.skipped("switched off", gradients.size());
        stages.add(directions.report());
        CoordinateStage.Result coordinates =
                new CoordinateStage(bench, gradients, judge, more).run(directions.located());
        stages.add(coordinates.report());
        List<InputReport> inputs = coordinates.inputs();
        List<Diagnosis> diagnoses = new Diagnostician(subject, gradients).diagnose(stages, inputs);
        PassReport report = new PassReport(
                part,
                burnIn,
                stages,
                inputs,
                directions.directions(),
                kinks(coordinates.straddled()),
                thresholds,
                depth,
                factor,
                chosen.or(() -> scans.ofWorst(inputs)),
                diagnoses,
                PartingReport.none());
        return isDerivativeWrong() ? report.with(parting(bench)) : report;
    }

    private boolean isDerivativeWrong() {
        return stages.stream()
                .filter(stage -> stage.outcome() == Outcome.FAILED)
                .anyMatch(stage ->
                        stage.stage() == Stage.DOT_PRODUCT || stage.stage().comparesDifferences());
    }

    /** Looks where the two part in the direction in which they were compared. */
    private PartingReport parting(Bench bench) {
        double[] seed = bench.objective().weights();
        return bench.keepingInputs(() -> new PartingSearch(subject).run(seed, DotProduct.directionSeed(settings)));
    }

    private PassReport broken(Part part, int burnIn) {
        List<StageReport> all = new ArrayList<>(stages);
        for (Stage stage : Stage.values()) {
            if (stage.ordinal() >= stages.size()) {
                all.add(new StageReport(stage, Outcome.SKIPPED, "nothing can be compared"));
            }
        }
        return new PassReport(
                part,
                burnIn,
                all,
                List.of(),
                List.of(),
                kinks(0),
                thresholds,
                depth,
                1,
                Optional.empty(),
                List.of(),
                PartingReport.none());
    }

    private KinkReport kinks(int straddled) {
        return new KinkReport(subject.kinks(), subject.kinkSites(), straddled);
    }

    private static Optional<String> obstacle(double[] value) {
        for (int i = 0; i < value.length; i++) {
            if (!Double.isFinite(value[i])) {
                return Optional.of(
                        "the result is " + value[i] + " at [" + i
                                + "]; choose a point where the function is defined (for generated tests in a static method marked @Sample)");
            }
        }
        return value.length == 0
                ? Optional.of("the result is empty; there is nothing to differentiate")
                : Optional.empty();
    }
}
