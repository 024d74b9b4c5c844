package dev.gradwright.train;

import dev.gradwright.Gradient;
import dev.gradwright.optimize.Optimizer;
import dev.gradwright.train.data.Plan;
import dev.gradwright.train.objective.BatchGradient;
import dev.gradwright.train.objective.Penalty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** One run of a trainer: the loop. A step allocates nothing. */
final class Training<G extends Gradient, B> implements AutoCloseable {

    private final Trainer<G, B> settings;
    private final Plan plan;
    private final BatchGradient<G, B> objective;
    private final G gradient;
    private final Penalty<G> penalty;
    private final Optimizer optimizer;
    private final RunState run;
    private final Evaluation<B> onTraining;
    private final Evaluation<B> onValidation;
    private final BestSoFar best;
    private final Keeper keeper;
    private Interruption interruption;

    Training(Trainer<G, B> settings) {
        this.settings = settings;
        this.plan = new Plan(
                settings.problem.data().size(), settings.batch, settings.dropsLast, settings.shuffles, settings.seed);
        this.objective = new BatchGradient<>(settings.problem, settings.shards, settings.threads, settings.seed);
        this.gradient = objective.gradient();
        this.penalty = settings.problem.penalty().orElse(null);
        this.optimizer =
                Objects.requireNonNull(settings.optimizer.apply(gradient.parameters()), "the optimizer made is null");
        this.run = new RunState(
                gradient, optimizer, settings.learningRate, settings.hooks, settings.epochs, plan.batches());
        this.onTraining = new Evaluation<>(settings.problem.data());
        this.onValidation = settings.validation == null ? null : new Evaluation<>(settings.validation);
        Goal goal = settings.goal == null ? Goal.lowest(lossToWatch()) : settings.goal;
        goal.requireIn(names());
        this.best = new BestSoFar(
                goal, settings.patience, settings.leastChange, settings.restoresBest ? run.parameters() : null);
        this.keeper = settings.checkpoints == null
                ? null
                : new Keeper(
                        settings.checkpoints,
                        new Snapshot(Identity.of(settings, optimizer, run.parameters()), run, settings.plateau, best),
                        run);
    }

    private String lossToWatch() {
        return onValidation == null ? TrainingResult.LOSS : TrainingResult.VALIDATION + TrainingResult.LOSS;
    }

    /** What the metrics will be called. */
    private List<String> names() {
        List<String> names = new ArrayList<>(List.of(TrainingResult.LOSS));
        names.addAll(settings.metrics.keySet());
        if (onValidation != null) {
            List.copyOf(names).forEach(name -> names.add(TrainingResult.VALIDATION + name));
        }
        return names;
    }

    TrainingResult run() {
        if (keeper != null) {
            keeper.resume();
        }
        try (Interruption looking = new Interruption(run, settings.stopFile, keeper != null)) {
            interruption = looking;
            run.tell(Hooks.Moment.TRAIN_BEGIN);
            try {
                allEpochs();
                if (keeper != null && !isBroken()) {
                    keeper.atEnd();
                }
            } finally {
                run.tell(Hooks.Moment.TRAIN_END);
            }
        }
        boolean restored = run.stop.reason().isEnd() && best.restore();
        return result(restored);
    }

    private TrainingResult result(boolean restored) {
        Optional<Best> bestEpoch =
                best.epoch == 0 ? Optional.empty() : Optional.of(new Best(best.goal, best.value, best.epoch, restored));
        return new TrainingResult(
                run.stop,
                run.step,
                run.results,
                bestEpoch,
                run.times.toMap(),
                run.hooks.costs(),
                run.hooks.failures(),
                keeper == null ? List.of() : keeper.warnings());
    }

    private void allEpochs() {
        if (run.epoch > run.results.size()) {
            plan.begin(run.epoch); // training goes on amid an epoch
            batches();
        }
        stopIfPatienceIsOver();
        while (run.stop == null && run.epoch < run.epochs) {
            beginEpoch();
            batches();
        }
        run.stop(Stop.Reason.EPOCHS, "all " + run.epochs + " epochs are done");
    }

    private void batches() {
        while (run.stop == null && run.batch < run.batches) {
            step();
        }
        if (run.batch == run.batches && !isBroken()) {
            endEpoch();
        }
    }

    private void stopIfPatienceIsOver() {
        if (best.isOver()) {
            run.stop(Stop.Reason.NO_IMPROVEMENT, best.sentence());
        }
    }

    private void beginEpoch() {
        long start = System.nanoTime();
        run.epoch++;
        run.batch = 0;
        run.lossOfEpoch = 0;
        run.examplesOfEpoch = 0;
        plan.begin(run.epoch);
        run.times.addSince(Phase.DATA, start);
        run.tell(Hooks.Moment.EPOCH_BEGIN);
    }

    private void step() {
        int from = plan.from(run.batch);
        run.batchSize = plan.count(run.batch);
        run.batch++;
        run.stepOfRate = optimizer.steps();
        run.tell(Hooks.Moment.BATCH_BEGIN);
        learn(from);
        run.tell(Hooks.Moment.BEFORE_STEP);
        update();
        if (isBroken()) {
            return;
        }
        run.tell(Hooks.Moment.AFTER_STEP);
        run.tell(Hooks.Moment.BATCH_END);
        if (keeper != null) {
            keeper.afterStep();
        }
        interruption.look();
    }

    private void learn(int from) {
        long start = System.nanoTime();
        objective.take(settings.problem.data(), plan.order(), from, run.batchSize, settings.augmentation, run.epoch);
        run.loss = objective.learn(run.step);
        long now = System.nanoTime();
        run.times.add(Phase.DATA, objective.dataNanos());
        run.times.add(Phase.GRADIENT, now - start - objective.dataNanos());
        if (penalty != null) {
            run.penalty = penalty.valueAndGradient(gradient);
            run.times.addSince(Phase.PENALTY, now);
        }
    }

    private void update() {
        long start = System.nanoTime();
        long skipped = optimizer.skipped();
        try {
            optimizer.step();
        } catch (ArithmeticException e) {
            run.stop = new Stop(Stop.Reason.NOT_FINITE, e.getMessage());
            return;
        }
        run.times.addSince(Phase.OPTIMIZER, start);
        if (optimizer.skipped() == skipped) {
            count();
        }
        run.step++;
    }

    private void count() {
        if (!Double.isFinite(run.loss + run.penalty)) {
            run.stop = new Stop(
                    Stop.Reason.NOT_FINITE,
                    "at step " + run.step + " the loss is " + run.loss + " and the penalty " + run.penalty
                            + ", though the gradient is finite; find the operation that overflows or is undefined");
        }
        run.lossOfEpoch += run.batchSize * run.loss;
        run.examplesOfEpoch += run.batchSize;
    }

    /** Whether training cannot go on, so that nothing more is told or saved. */
    private boolean isBroken() {
        return run.stop != null && run.stop.reason() == Stop.Reason.NOT_FINITE;
    }

    private void endEpoch() {
        long start = System.nanoTime();
        run.metrics.put(TrainingResult.LOSS, run.lossOfEpoch / run.examplesOfEpoch);
        onTraining.addMeans(settings.metrics, "", run.metrics);
        if (onValidation != null) {
            validate();
        }
        run.times.addSince(Phase.VALIDATION, start);
        if (onValidation != null) {
            run.tell(Hooks.Moment.VALIDATION_END);
        }
        if (settings.plateau != null) {
            settings.plateau.observe(run.metrics.get(lossToWatch()));
        }
        boolean isBest = best.observe(run.epoch, best.goal.of(run.metrics));
        stopIfPatienceIsOver();
        run.tell(Hooks.Moment.EPOCH_END);
        run.results.add(new EpochResult(run.epoch, run.step, run.metrics));
        if (keeper != null) {
            keeper.afterEpoch(isBest);
        }
    }

    private void validate() {
        Map<String, ToDoubleFunction<B>> functions = new LinkedHashMap<>();
        if (settings.validationLoss == null) {
            run.metrics.put(TrainingResult.VALIDATION + TrainingResult.LOSS, onValidation.mean(this::lossOnValidation));
        } else {
            functions.put(TrainingResult.LOSS, settings.validationLoss);
        }
        functions.putAll(settings.metrics);
        onValidation.addMeans(functions, TrainingResult.VALIDATION, run.metrics);
    }

    private double lossOnValidation(int[] order, int from, int count) {
        objective.take(settings.validation, order, from, count, null, 0);
        return objective.learn(0);
    }

    @Override
    public void close() {
        objective.close();
    }
}
