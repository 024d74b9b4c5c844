package dev.gradwright.train.sanity;

import dev.gradwright.Gradient;
import dev.gradwright.Parameters;
import dev.gradwright.optimize.Optimizer;
import dev.gradwright.train.data.DataSet;
import dev.gradwright.train.data.Order;
import dev.gradwright.train.objective.BatchGradient;
import dev.gradwright.train.objective.Penalty;
import dev.gradwright.train.objective.Problem;
import dev.gradwright.train.objective.Reduction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A model on which experiments are made; its parameters are put back after each. All draws of the loss are the same each time. */
final class Bench<G extends Gradient, B> {

    private static final int MOST_EXAMPLES = 1000;

    private final Problem<G, B> problem;
    private final BatchGradient<G, B> objective;
    private final Parameters parameters;
    private final double[] start;
    private final Function<Parameters, Optimizer> optimizer;
    private final int[] order;
    final long seed;

    Bench(Problem<G, B> problem, Function<Parameters, Optimizer> optimizer, long seed) {
        this.problem = problem;
        this.objective = new BatchGradient<>(problem, 1, 1, seed);
        this.parameters = objective.gradient().parameters();
        this.start = new double[parameters.size()];
        parameters.copyValuesTo(start);
        this.optimizer = optimizer;
        this.seed = seed;
        this.order = Order.natural(problem.data().size());
        Order.shuffle(order, seed, 0);
    }

    /** The parameters, with the gradients of the last loss. */
    Parameters parameters() {
        return parameters;
    }

    DataSet<B> data() {
        return problem.data();
    }

    /** Some examples, chosen at random, always the same: at most so many. */
    int[] some(int examples) {
        return Arrays.copyOf(order, Math.min(examples, order.length));
    }

    /** Examples that are not among the first so many, at most as many as are needed to tell a loss. */
    int[] others(int examples) {
        return Arrays.copyOfRange(
                order, Math.min(examples, order.length), Math.min(order.length, examples + MOST_EXAMPLES));
    }

    /** All examples, as many at a time as are needed to tell a loss. */
    List<int[]> all() {
        List<int[]> parts = new ArrayList<>();
        for (int from = 0; from < order.length; from += MOST_EXAMPLES) {
            parts.add(Arrays.copyOfRange(order, from, Math.min(order.length, from + MOST_EXAMPLES)));
        }
        return parts;
    }

    /** As many examples as are needed to tell a loss. */
    int[] many() {
        return some(MOST_EXAMPLES);
    }

    /** The mean loss of the examples; its gradient is then in the parameters. */
    double loss(DataSet<B> data, int[] examples) {
        objective.take(data, examples, 0, examples.length, null, 0);
        return objective.learn(0);
    }

    double loss(int[] examples) {
        return loss(problem.data(), examples);
    }

    /** What the loss gives, be it a mean or a sum. */
    double plainLoss(int[] examples) {
        return loss(examples) * (reduction() == Reduction.SUM ? examples.length : 1);
    }

    /** Listens to what the methods of the model and of those inside give for examples; there is nothing where the gradient does not tell. */
    LayerOutputs layers(int[] examples) {
        LayerOutputs outputs = new LayerOutputs(objective.gradient(), parameters);
        outputs.listen();
        try {
            loss(examples);
        } finally {
            outputs.stopListening();
        }
        return outputs;
    }

    Reduction reduction() {
        return problem.reduction();
    }

    Optional<Penalty<G>> penalty() {
        return problem.penalty();
    }

    /** The penalty at a strength; the gradient is that of the penalty alone. */
    double penalty(double strength) {
        objective.gradient().zero();
        return problem.penalty().orElseThrow().strength(strength).valueAndGradient(objective.gradient());
    }

    /** A number for each parameter's gradient, all in one. */
    double[] gradients() {
        double[] flat = new double[parameters.size()];
        parameters.copyGradientsTo(flat);
        return flat;
    }

    /**
     * Learns from some examples from the start, without a penalty; the model then has what it has learned.
     *
     * @param steps how many steps at most
     * @param enough the loss at which to stop
     * @return how many steps were taken
     */
    int learn(DataSet<B> data, int[] examples, int steps, double enough) {
        reset();
        Optimizer method = optimizer.apply(parameters);
        for (int step = 0; step < steps; step++) {
            if (loss(data, examples) <= enough) {
                return step;
            }
            method.step();
        }
        return steps;
    }

    Function<Parameters, Optimizer> optimizer() {
        return optimizer;
    }

    /** Gives the model back the parameters it came with. */
    void reset() {
        parameters.setValues(start);
    }
}
