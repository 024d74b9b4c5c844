package dev.gradwright.train;

import dev.gradwright.Gradient;
import dev.gradwright.Parameters;
import dev.gradwright.optimize.Optimizer;
import dev.gradwright.optimize.ReduceOnPlateau;
import dev.gradwright.optimize.Schedule;
import dev.gradwright.train.data.Augmentation;
import dev.gradwright.train.data.DataSet;
import dev.gradwright.train.objective.BatchLoss;
import dev.gradwright.train.objective.Penalty;
import dev.gradwright.train.objective.Problem;
import dev.gradwright.train.objective.RandomBatchLoss;
import dev.gradwright.train.objective.Reduction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ObjDoubleConsumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Trains a model: epochs over a data set in batches, with any gradient that has a loss, and any optimizer.
 *
 * <pre>{@code
 * TrainingResult result = Trainer.of(train, () -> DigitClassifierGradient.of(model),
 *                 (gradient, batch) -> gradient.lossValueAndGradient(batch.inputs(), batch.labels()))
 *         .regularization(1e-4, DigitClassifierGradient::penalty, DigitClassifierGradient::penaltyBackward)
 *         .optimizer(parameters -> new Optimizer(parameters, Optimizers.adam(1e-3)))
 *         .batch(32).epochs(30).seed(42)
 *         .validation(valid, batch -> model.loss(batch.inputs(), batch.labels()))
 *         .metric("accuracy", batch -> Metrics.accuracy(model.predict(batch.inputs()), batch.labels()))
 *         .run();
 * }</pre>
 *
 * <p>The same settings and the same model give the same result to the last bit, whatever the number of threads and wherever training was interrupted.
 * The settings are the trainer's own and can be changed between runs; the parameters of the model go on from where they are.
 *
 * @param <G> the gradient of the model
 * @param <B> a batch
 */
public final class Trainer<G extends Gradient, B> {

    Problem<G, B> problem;
    final boolean drawsInLoss;
    Function<Parameters, Optimizer> optimizer;
    Schedule learningRate;
    ReduceOnPlateau plateau;
    int batch = 32;
    boolean dropsLast;
    boolean shuffles = true;
    int epochs = 1;
    long seed;
    int shards = 1;
    int threads = Runtime.getRuntime().availableProcessors();
    Augmentation<B> augmentation;
    DataSet<B> validation;
    ToDoubleFunction<B> validationLoss;
    final Map<String, ToDoubleFunction<B>> metrics = new LinkedHashMap<>();
    final List<Hook> hooks = new ArrayList<>();
    Goal goal;
    int patience;
    double leastChange;
    boolean restoresBest;
    Checkpoints checkpoints;
    Path stopFile;

    private Trainer(Problem<G, B> problem, boolean drawsInLoss) {
        this.problem = problem;
        this.drawsInLoss = drawsInLoss;
    }

    /**
     * A trainer with batches of 32 for one epoch, which lacks an optimizer.
     *
     * @param data to learn from
     * @param gradients makes a gradient of the model, each time a new one of the same model
     * @param loss the mean loss of a batch
     */
    public static <G extends Gradient, B> Trainer<G, B> of(
            DataSet<B> data, Supplier<G> gradients, BatchLoss<G, B> loss) {
        Objects.requireNonNull(loss, "the loss is null");
        return new Trainer<>(
                problem(data, gradients, (gradient, batch, random) -> loss.valueAndGradient(gradient, batch)), false);
    }

    /** The same for a model that draws random numbers, from the generator that it is given. */
    public static <G extends Gradient, B> Trainer<G, B> of(
            DataSet<B> data, Supplier<G> gradients, RandomBatchLoss<G, B> loss) {
        return new Trainer<>(problem(data, gradients, loss), true);
    }

    private static <G extends Gradient, B> Problem<G, B> problem(
            DataSet<B> data, Supplier<G> gradients, RandomBatchLoss<G, B> loss) {
        return new Problem<>(data, gradients, loss, Reduction.MEAN, Optional.empty());
    }

    /** Says what the loss of a batch is of those of its examples; {@link Reduction#MEAN} if not set. */
    public Trainer<G, B> reduction(Reduction reduction) {
        problem = problem.reduction(Objects.requireNonNull(reduction, "the reduction is null"));
        return this;
    }

    /**
     * Adds a penalty on the parameters to the loss of each batch.
     *
     * @param strength what it is multiplied by
     * @param penalty runs it forward: {@code DigitClassifierGradient::penalty}
     * @param backward adds its gradient, multiplied by what it is given: {@code DigitClassifierGradient::penaltyBackward}
     * @throws IllegalArgumentException if the strength is negative or not finite
     */
    public Trainer<G, B> regularization(double strength, ToDoubleFunction<G> penalty, ObjDoubleConsumer<G> backward) {
        problem = problem.penalty(Optional.of(new Penalty<>(strength, penalty, backward)));
        return this;
    }

    /** Says how to make what changes the parameters: {@code parameters -> new Optimizer(parameters, Optimizers.adam(1e-3))}. */
    public Trainer<G, B> optimizer(Function<Parameters, Optimizer> maker) {
        optimizer = maker;
        return this;
    }

    /** Says by which schedule the optimizer has its learning rate, for reports. */
    public Trainer<G, B> learningRate(Schedule schedule) {
        learningRate = schedule;
        return this;
    }

    /** Shows a schedule the validation loss after each epoch, or the loss if there are no validation data, and saves its state. */
    public Trainer<G, B> reduceOnPlateau(ReduceOnPlateau schedule) {
        plateau = schedule;
        return this;
    }

    /** Sets how many examples a batch has; 32 if not set. The last one of an epoch may have fewer. */
    public Trainer<G, B> batch(int examples) {
        batch = examples;
        return this;
    }

    /** Leaves out a last batch that is smaller than the others. */
    public Trainer<G, B> dropLast() {
        dropsLast = true;
        return this;
    }

    /** Takes the examples in the order of the data set in every epoch, instead of another random one each time. */
    public Trainer<G, B> inOrder() {
        shuffles = false;
        return this;
    }

    /** Sets how often all examples are learned from; 1 if not set. */
    public Trainer<G, B> epochs(int number) {
        epochs = number;
        return this;
    }

    /** Sets what all random choices depend on; 0 if not set. */
    public Trainer<G, B> seed(long value) {
        seed = value;
        return this;
    }

    /**
     * Cuts each batch into shards, with a gradient object each, which threads share; 1 if not set. Results depend on the number of shards, as sums are
     * rounded, but not on the number of threads: choose it for the largest machine that is to give the same numbers.
     */
    public Trainer<G, B> shards(int number) {
        shards = number;
        return this;
    }

    /** Sets how many threads share the shards; as many as there are processors if not set. No more are started than there are shards. */
    public Trainer<G, B> threads(int number) {
        threads = number;
        return this;
    }

    /** Changes the examples of each batch at random before they are learned from. */
    public Trainer<G, B> augmentation(Augmentation<B> changes) {
        augmentation = changes;
        return this;
    }

    /**
     * Tries the model on data after each epoch, by the loss that it learns from. The gradient is computed too and thrown away: give a function of the
     * model to save that time.
     */
    public Trainer<G, B> validation(DataSet<B> data) {
        return validation(data, null);
    }

    /**
     * Tries the model on data after each epoch.
     *
     * @param loss the mean loss of a batch: {@code batch -> model.loss(batch.inputs(), batch.labels())}
     * @throws IllegalArgumentException if there are no examples
     */
    public Trainer<G, B> validation(DataSet<B> data, ToDoubleFunction<B> loss) {
        if (data.size() < 1) {
            throw new IllegalArgumentException(
                    "there are no examples for validation; give one or more, or leave it out");
        }
        validation = data;
        validationLoss = loss;
        return this;
    }

    /**
     * Measures the model after each epoch, on the examples learned from and on the validation data. {@link Metrics} has usual ones.
     *
     * @param name what it is called; the one of the validation data has {@code validation} before it
     * @param metric the mean over the examples of a batch
     * @throws IllegalArgumentException if the name is taken
     */
    public Trainer<G, B> metric(String name, ToDoubleFunction<B> metric) {
        if (name.equals(TrainingResult.LOSS) || metrics.putIfAbsent(name, metric) != null) {
            throw new IllegalArgumentException("there is a metric named " + name + " already; choose another name");
        }
        return this;
    }

    /** Adds something that takes part. */
    public Trainer<G, B> hook(Hook hook) {
        hooks.add(Objects.requireNonNull(hook, "the hook is null"));
        return this;
    }

    /** Says what makes an epoch the best; the lowest validation loss if not set, or the lowest loss if there are no validation data. */
    public Trainer<G, B> goal(Goal value) {
        goal = value;
        return this;
    }

    /**
     * Stops when the goal has not come nearer for some epochs.
     *
     * @param epochs how many
     * @param change by how much a value must be better to count
     * @throws IllegalArgumentException if the number is not positive, or the change negative
     */
    public Trainer<G, B> stopEarly(int epochs, double change) {
        if (epochs < 1 || !(change >= 0)) {
            throw new IllegalArgumentException("to stop after " + epochs + " epochs without a change of " + change
                    + " makes no sense; use 1 or more, and a change of 0 or more");
        }
        patience = epochs;
        leastChange = change;
        return this;
    }

    /** Gives the model the parameters of the best epoch when training ends. */
    public Trainer<G, B> restoreBest() {
        restoresBest = true;
        return this;
    }

    /** Saves the state of the training, and saves it too when the process is told to end, by Ctrl-C for instance. */
    public Trainer<G, B> checkpoints(Checkpoints value) {
        checkpoints = value;
        return this;
    }

    /** Stops when there is such a file, which is looked for several times a second, and removes it. */
    public Trainer<G, B> stopFile(Path file) {
        stopFile = file;
        return this;
    }

    /** Adds several that take part, in this order. */
    public Trainer<G, B> hooks(List<? extends Hook> several) {
        several.forEach(this::hook);
        return this;
    }

    /** What is learned, for checks that are made before. */
    public Problem<G, B> problem() {
        return problem;
    }

    /**
     * Trains.
     *
     * @throws IllegalArgumentException if a setting makes no sense, naming it
     * @throws IllegalStateException if there is no optimizer
     */
    public TrainingResult run() {
        if (optimizer == null) {
            throw new IllegalStateException(
                    "the trainer has no optimizer; add optimizer(parameters -> new Optimizer(parameters, Optimizers.adam(1e-3)))");
        }
        if (epochs < 1) {
            throw new IllegalArgumentException("training for " + epochs + " epochs makes no sense; use 1 or more");
        }
        if (drawsInLoss && validation != null && validationLoss == null) {
            throw new IllegalArgumentException("the loss draws random numbers, which validation must not do; use"
                    + " validation(data, batch -> ...) with a loss that draws none");
        }
        try (Training<G, B> training = new Training<>(this)) {
            return training.run();
        }
    }
}
