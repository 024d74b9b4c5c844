package dev.gradwright.train;

import dev.gradwright.Gradient;
import dev.gradwright.Parameters;
import dev.gradwright.optimize.Optimizer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A training as hooks see it while it runs. */
public interface Run {

    /** How many steps the optimizer has been asked for, over all epochs; the first batch is number 0 until its step is taken. */
    long step();

    /** The number of the epoch, from 1. */
    int epoch();

    /** How many epochs are planned. */
    int epochs();

    /** The number of the batch in its epoch, from 1. */
    int batch();

    /** How many batches an epoch has. */
    int batches();

    /** How many examples the batch has. */
    int batchSize();

    /** The loss of the last batch on its data alone: the mean over its examples. */
    double loss();

    /** The penalty of the last batch, multiplied by its strength; 0 if the model has none. */
    double penalty();

    /** The learning rate of the current step; NaN if the training has not been told its schedule. */
    double learningRate();

    /**
     * The latest results by name, those of the data under a plain name and those of the validation data after {@code validation}: {@code
     * loss}, {@code accuracy}, {@code validation loss}, {@code validation accuracy}.
     */
    Map<String, Double> metrics();

    /** The gradient object that the optimizer reads, with the sum over all threads. */
    Gradient gradient();

    /** The parameters with their gradients, by name. */
    Parameters parameters();

    /** What changes the parameters. */
    Optimizer optimizer();

    /** How long each phase has taken so far; empty where nobody measures. */
    default Map<Phase, Duration> phaseTimes() {
        return Map.of();
    }

    /** What each hook has cost so far, in their order; empty where nobody measures. */
    default List<HookCost> hookCosts() {
        return List.of();
    }

    /** Why training has ended, in {@link Hook#onTrainEnd}; nothing before. */
    default Optional<Stop> stopped() {
        return Optional.empty();
    }

    /**
     * Asks training to stop after this batch.
     *
     * @param sentence why, for people
     */
    void stop(String sentence);
}
