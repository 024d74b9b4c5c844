package dev.gradwright.train.sanity;

import dev.gradwright.Gradient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A few examples can be learned by heart, with regularization off; what is learned from them helps with others more than what is learned from exchanged labels; and
 * without inputs it cannot be learned.
 */
record Overfit(int examples, int steps) implements SanityCheck {

    static final String NAME = "overfit";
    static final String LABELS = "labels matter";
    static final String INPUTS = "inputs matter";

    /** Up to this fraction of the first loss is almost zero. */
    private static final double ALMOST_ZERO = 0.01;

    /** How much of the first loss must be between two outcomes that differ. */
    private static final double CLEARLY = 0.05;

    private static final int FEWEST_OTHERS = 20;

    @Override
    public List<SanityVerdict> on(Bench<?, ?> bench) {
        return look(bench);
    }

    private <G extends Gradient, B> List<SanityVerdict> look(Bench<G, B> bench) {
        int[] few = bench.some(examples);
        double first = bench.loss(few);
        double enough = ALMOST_ZERO * first;
        int taken = bench.learn(bench.data(), few, steps, enough);
        double last = bench.loss(few);
        int[] others = bench.others(examples);
        double onOthers = others.length < FEWEST_OTHERS ? Double.NaN : bench.loss(others);
        List<SanityVerdict> verdicts = new ArrayList<>();
        verdicts.add(overfit(few.length, taken, first, last, enough));
        verdicts.add(bench.data()
                .withShuffledTargets(bench.seed)
                .map(shuffled -> {
                    bench.learn(shuffled, few, taken, Double.NEGATIVE_INFINITY);
                    return labels(onOthers, others.length < FEWEST_OTHERS ? Double.NaN : bench.loss(others), first);
                })
                .orElseGet(() -> SanityVerdict.skipped(LABELS, "the data set cannot exchange its targets")));
        verdicts.add(bench.data()
                .withoutInputs()
                .map(blind -> {
                    bench.learn(blind, few, taken, Double.NEGATIVE_INFINITY);
                    return inputs(last, bench.loss(blind, few), first, enough);
                })
                .orElseGet(() -> SanityVerdict.skipped(INPUTS, "the data set cannot leave its inputs out")));
        return verdicts;
    }

    private SanityVerdict overfit(int count, int taken, double first, double last, double enough) {
        String found = String.format(
                Locale.ROOT, "%d examples: loss from %.4g to %.4g in %d steps", count, first, last, taken);
        return last <= enough
                ? SanityVerdict.passed(NAME, last, enough, found)
                : SanityVerdict.failed(
                        NAME,
                        last,
                        enough,
                        found
                                + ". They should be learned by heart: look at the gradient, the optimizer's rate (optimizer(...)), the size of the"
                                + " model, or take more steps (overfit(...))");
    }

    private static SanityVerdict labels(double right, double exchanged, double first) {
        if (Double.isNaN(right)) {
            return SanityVerdict.skipped(
                    LABELS, "there are fewer than " + FEWEST_OTHERS + " other examples to try it with");
        }
        String found = String.format(
                Locale.ROOT,
                "on examples not learned from the loss is %.4g; after as many steps with exchanged labels it is %.4g",
                right,
                exchanged);
        return exchanged - right > CLEARLY * first
                ? SanityVerdict.passed(LABELS, right, exchanged, found)
                : SanityVerdict.failed(
                        LABELS,
                        right,
                        exchanged,
                        found
                                + ". Labels tell no more than exchanged ones: look whether each belongs to its input, in reading and shuffling the data");
    }

    private static SanityVerdict inputs(double seeing, double blind, double first, double enough) {
        String found = String.format(
                Locale.ROOT, "with inputs the loss goes to %.4g, with zeros instead to %.4g", seeing, blind);
        if (blind <= enough) {
            return SanityVerdict.skipped(
                    INPUTS, found + ": these examples do not tell, as they all have the same target");
        }
        return blind - seeing > CLEARLY * first
                ? SanityVerdict.passed(INPUTS, seeing, blind, found)
                : SanityVerdict.failed(
                        INPUTS,
                        seeing,
                        blind,
                        found
                                + ". The model does not look at its inputs: look whether they reach it, and are not lost by scaling or dead units");
    }
}
