package dev.gradwright.examples.digits;

import static dev.gradwright.search.space.Range.logInteger;
import static dev.gradwright.search.space.Range.logUniform;
import static dev.gradwright.search.space.Range.uniform;

import dev.gradwright.ensemble.Combination;
import dev.gradwright.ensemble.Ensemble;
import dev.gradwright.ensemble.Member;
import dev.gradwright.ensemble.TrainedMembers;
import dev.gradwright.optimize.Optimizer;
import dev.gradwright.optimize.Sgd;
import dev.gradwright.search.ReportingHook;
import dev.gradwright.search.Trial;
import dev.gradwright.search.journal.StudyLog;
import dev.gradwright.search.report.SearchPage;
import dev.gradwright.search.space.RecordBinding;
import dev.gradwright.search.space.Space;
import dev.gradwright.search.stage.CoarseToFine;
import dev.gradwright.search.stage.Stage;
import dev.gradwright.search.stage.StageResult;
import dev.gradwright.search.stage.StagedResult;
import dev.gradwright.search.trial.Direction;
import dev.gradwright.search.trial.TrialRecord;
import dev.gradwright.train.Trainer;
import dev.gradwright.train.TrainingResult;
import dev.gradwright.train.data.Batch;
import dev.gradwright.train.data.Examples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;

/** Searches for the hyperparameters of the classifier, from coarse to fine; trials are judged by a part of the images that is not trained with. */
final class DigitsSearch {

    private static final String VALUE = "validation loss";
    private static final int BATCH = 32;
    private static final int WORKERS = 2;
    private static final Space SPACE = Space.empty()
            .with("learningRate", logUniform(1e-5, 10))
            .with("regularization", logUniform(1e-7, 1))
            .with("units", logInteger(8, 128))
            .with("momentum", uniform(0, 0.99));

    /**
     * The hyperparameters.
     *
     * @param learningRate by how much of the gradient weights change in a step
     * @param regularization the strength of the penalty for large weights
     * @param units how many hidden units there are
     * @param momentum how much of the last change is in the next
     */
    record Hyper(double learningRate, double regularization, int units, double momentum) {}

    private final Digits.Split digits;
    private final List<Stage> stages;
    private final Path folder;

    /**
     * @param digits to train with, and to judge by
     * @param folder where journals and the page go
     */
    DigitsSearch(Digits.Split digits, List<Stage> stages, Path folder) {
        this.digits = digits;
        this.stages = stages;
        this.folder = folder;
    }

    /** The search, whose seed, workers and listeners may yet be changed. */
    CoarseToFine search() {
        return CoarseToFine.minimize(VALUE, SPACE).stages(stages).folder(folder);
    }

    /** Runs the search, or goes on with it. */
    StagedResult run(CoarseToFine search) throws IOException {
        return search.run(Hyper.class, this::train);
    }

    /** A trial: the loss on the images to judge by, after the last epoch. */
    double train(Hyper hyper, Trial trial) {
        DigitClassifier model = model(hyper, trial.random());
        TrainingResult result = trainer(model, hyper, digits.train())
                .validation(examples(digits.test()), batch -> model.loss(batch.inputs(), batch.labels()))
                .hook(new ReportingHook(trial, VALUE))
                .seed(trial.seed())
                .epochs(trial.epochs())
                .run();
        return result.metrics().getOrDefault(VALUE, Double.NaN);
    }

    /** Trains the best few of the last stage anew, with all images but those of the test, and asks them as one. */
    Ensemble<DMatrixRMaj> ensemble(StagedResult result, int members, long seed) throws InterruptedException {
        StageResult last = result.stages().get(result.stages().size() - 1);
        RecordBinding<Hyper> binding = new RecordBinding<>(Hyper.class, SPACE);
        List<Hyper> best = TrialRecord.ranked(last.study().trials(), Direction.MINIMIZE).stream()
                .limit(members)
                .map(trial -> binding.fill(trial.point()))
                .toList();
        Digits all = digits.train().and(digits.test());
        return Ensemble.of(
                TrainedMembers.train(best, seed, WORKERS, (hyper, own) -> member(hyper, all, last.stage(), own))
                        .orThrow(),
                Combination.PROBABILITIES);
    }

    private static Member<DMatrixRMaj> member(Hyper hyper, Digits images, Stage stage, long seed) {
        DigitClassifier model = model(hyper, new SplittableRandom(seed));
        trainer(model, hyper, images).seed(seed).epochs(stage.epochs()).run();
        String name = String.format(Locale.ROOT, "rate %.2g, %d units", hyper.learningRate(), hyper.units());
        return new Member<>(name, DigitClassifierGradient.of(model).parameters(), model::scores);
    }

    private static DigitClassifier model(Hyper hyper, RandomGenerator random) {
        return new DigitClassifier(Digits.PIXELS, hyper.units(), Digits.CLASSES, random);
    }

    private static Trainer<DigitClassifierGradient, Batch<DMatrixRMaj, int[]>> trainer(
            DigitClassifier model, Hyper hyper, Digits images) {
        return Trainer.of(
                        examples(images),
                        () -> DigitClassifierGradient.of(model),
                        (gradient, batch) -> gradient.lossValueAndGradient(batch.inputs(), batch.labels()))
                .regularization(
                        hyper.regularization(),
                        DigitClassifierGradient::penalty,
                        DigitClassifierGradient::penaltyBackward)
                .optimizer(
                        parameters -> new Optimizer(parameters, Sgd.momentum(hyper.learningRate(), hyper.momentum())))
                .batch(BATCH)
                .dropLast()
                .threads(1);
    }

    private static Examples<DMatrixRMaj, int[]> examples(Digits some) {
        return Examples.of(some.images(), some.labels(), Digits.CLASSES);
    }

    /** Writes the page of all stages. */
    void savePage(StagedResult result, Path file) throws IOException {
        SearchPage page = SearchPage.titled("Hyperparameters of the digit classifier");
        for (int i = 1; i <= result.stages().size(); i++) {
            page.study(
                    "Stage " + i + ": epochs " + stages.get(i - 1).epochs(),
                    StudyLog.read(folder.resolve("stage-" + i + ".journal")));
        }
        result.noise().ifPresent(page::noise);
        page.save(file);
    }
}
