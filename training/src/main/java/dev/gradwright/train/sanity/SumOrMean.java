package dev.gradwright.train.sanity;

import dev.gradwright.train.objective.Reduction;
import java.util.List;
import java.util.Locale;

/** Every example twice: a mean stays what it is and a sum doubles, the loss and its gradient alike. */
final class SumOrMean implements SanityCheck {

    static final String NAME = "sum or mean";
    private static final int EXAMPLES = 20;
    private static final double TOLERANCE = 0.25;

    @Override
    public List<SanityVerdict> on(Bench<?, ?> bench) {
        int[] once = bench.some(EXAMPLES);
        int[] twice = new int[2 * once.length];
        for (int i = 0; i < twice.length; i++) {
            twice[i] = once[i / 2];
        }
        double loss = bench.plainLoss(once);
        double slope = norm(bench.gradients());
        double doubled = bench.plainLoss(twice);
        double doubledSlope = norm(bench.gradients());
        double expected = bench.reduction() == Reduction.MEAN ? 1 : 2;
        if (loss == 0 || slope == 0) {
            return List.of(SanityVerdict.skipped(NAME, "the loss or its gradient is zero"));
        }
        double ratio = doubled / loss;
        double slopeRatio = doubledSlope / slope;
        String found = String.format(
                Locale.ROOT,
                "with every example twice the loss is %.3g times as large, the gradient %.3g times; it is said to be a %s",
                ratio,
                slopeRatio,
                bench.reduction().name().toLowerCase(Locale.ROOT));
        boolean right = Math.abs(ratio - expected) < TOLERANCE && Math.abs(slopeRatio - expected) < TOLERANCE;
        return List.of(
                right
                        ? SanityVerdict.passed(NAME, ratio, expected, found)
                        : SanityVerdict.failed(
                                NAME,
                                Math.abs(ratio - expected) < TOLERANCE ? slopeRatio : ratio,
                                expected,
                                found
                                        + ". The learning rate would depend on the size of the batch, and shards would be added up wrongly: "
                                        + "divide the loss by the number of examples, or say reduction(Reduction.SUM)"));
    }

    private static double norm(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
