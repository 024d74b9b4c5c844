package dev.gradwright.train.sanity;

import dev.gradwright.Gradient;
import dev.gradwright.Parameters;
import dev.gradwright.optimize.Optimizer;
import dev.gradwright.optimize.Optimizers;
import dev.gradwright.train.objective.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Checks to make before time is spent on training (CS231n, "Learning": sanity checks). Parameters are afterwards what they were before.
 *
 * <pre>{@code
 * SanityChecks.of(trainer.problem()).chance(Chance.softmax(10)).run().orThrow();
 * }</pre>
 *
 * <ul>
 *   <li>{@code finite values}: parameters, losses and gradients are; else the first place where one is not, and nothing more is looked at;
 *   <li>{@code initial loss}: it is what chance gives;
 *   <li>{@code regularization}: more of it gives more loss;
 *   <li>{@code sum or mean}: the loss is what it is said to be of those of the examples, seen by doubling a batch;
 *   <li>{@code living layers}: in no layer half of the units give 0 for all examples, or half of the outputs are at an end of the range of tanh or
 *       the logistic function; with gradients that are generated;
 *   <li>{@code gradient}, {@code gradient after burn-in}: it agrees with differences;
 *   <li>{@code overfit}: a few examples can be learned by heart, without regularization;
 *   <li>{@code labels matter}: what was learned from these helps with others more than what was learned from exchanged labels;
 *   <li>{@code inputs matter}: without inputs they cannot be learned by heart.
 * </ul>
 */
public final class SanityChecks {

    private static final int EXAMPLES = 20;
    private static final int STEPS = 500;
    private static final int BURN_IN = 20;
    private static final double RATE = 0.01;
    private static final double TOLERANCE = 0.1;

    private final Problem<?, ?> problem;
    private Chance chance;
    private double tolerance = TOLERANCE;
    private Function<Parameters, Optimizer> optimizer = parameters -> new Optimizer(parameters, Optimizers.adam(RATE));
    private int examples = EXAMPLES;
    private int steps = STEPS;
    private int burnIn = BURN_IN;
    private long seed = 1;

    private SanityChecks(Problem<?, ?> problem) {
        this.problem = Objects.requireNonNull(problem, "the problem is null");
    }

    /** Checks of what a trainer is about to learn: {@code SanityChecks.of(trainer.problem())}. */
    public static SanityChecks of(Problem<?, ?> problem) {
        return new SanityChecks(problem);
    }

    /** Says what the loss is for a model that has learned nothing; without it the first loss is not looked at. */
    public SanityChecks chance(Chance value) {
        chance = value;
        return this;
    }

    /** Sets by which fraction of it the first loss may be off; 0.1 if not set. */
    public SanityChecks tolerance(double fraction) {
        if (!(fraction > 0)) {
            throw new IllegalArgumentException("the tolerance is " + fraction + "; use a positive number, such as 0.1");
        }
        tolerance = fraction;
        return this;
    }

    /** Sets what the examples are learned by heart with, and what burn-in trains with; Adam with rate 0.01 if not set. */
    public SanityChecks optimizer(Function<Parameters, Optimizer> maker) {
        optimizer = Objects.requireNonNull(maker, "the maker of the optimizer is null");
        return this;
    }

    /**
     * Sets how many examples are learned by heart, 20 if not set, and in how many steps at most, 500 if not set.
     *
     * @throws IllegalArgumentException if a number is not positive
     */
    public SanityChecks overfit(int numberOfExamples, int mostSteps) {
        if (numberOfExamples < 1 || mostSteps < 1) {
            throw new IllegalArgumentException("to learn " + numberOfExamples + " examples in " + mostSteps
                    + " steps makes no sense; use 1 or more of both");
        }
        examples = numberOfExamples;
        steps = mostSteps;
        return this;
    }

    /** Sets after how many steps of training the gradient is checked again; 20 if not set. */
    public SanityChecks burnIn(int number) {
        burnIn = number;
        return this;
    }

    /** Sets which examples are chosen, and what the loss draws; 1 if not set. */
    public SanityChecks seed(long value) {
        seed = value;
        return this;
    }

    /** Makes all checks. */
    public SanityReport run() {
        return run(problem);
    }

    private <G extends Gradient, B> SanityReport run(Problem<G, B> of) {
        Bench<G, B> bench = new Bench<>(of, optimizer, seed);
        List<SanityVerdict> verdicts = new ArrayList<>();
        try {
            verdicts.addAll(new FiniteValues().on(bench));
            if (verdicts.get(0).outcome() == SanityVerdict.Outcome.FAILED) {
                return new SanityReport(verdicts);
            }
            for (SanityCheck check : List.of(
                    new InitialLoss(chance, tolerance),
                    new PenaltyRaises(),
                    new SumOrMean(),
                    new LivingLayers(),
                    new RightGradient(burnIn),
                    new Overfit(examples, steps))) {
                bench.reset();
                verdicts.addAll(check.on(bench));
            }
        } finally {
            bench.reset();
        }
        return new SanityReport(verdicts);
    }
}
