package dev.gradwright.check.diagnosis;

import dev.gradwright.check.report.Cause;
import dev.gradwright.check.report.Coordinate;
import dev.gradwright.check.report.Diagnosis;
import dev.gradwright.check.subject.Input;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The gradient is a multiple of the differences: everywhere, or where only a part is wrong by a well-known factor or by the same one at
 * several places.
 */
final class ConstantRatio implements Pattern {

    private static final double TWO = 2;

    /** That many of the same ratio are no chance. */
    private static final int ENOUGH = 3;

    @Override
    public Optional<Diagnosis> of(Evidence evidence) {
        List<Coordinate> telling = evidence.wrong().stream()
                .filter(c -> c.numericError() <= Math.abs(c.numeric()) * 1e-4)
                .toList();
        if (telling.isEmpty() || telling.stream().anyMatch(c -> c.analytic() == 0)) {
            return Optional.empty();
        }
        double ratio = telling.get(0).analytic() / telling.get(0).numeric();
        if (!evidence.wrong().stream().allMatch(c -> fits(c, ratio))) {
            return Optional.empty();
        }
        boolean isEverywhere = evidence.right().isEmpty();
        Cause cause = cause(evidence, ratio);
        if (!isEverywhere && (cause == Cause.BATCH || cause == Cause.FACTOR && telling.size() < ENOUGH)) {
            return Optional.empty();
        }
        return Optional.of(new Diagnosis(
                evidence.report().name(),
                cause,
                String.format(Locale.ROOT, "analytic / numeric is %.6g at %s", ratio, where(telling, isEverywhere))));
    }

    private static String where(List<Coordinate> telling, boolean isEverywhere) {
        if (telling.size() == 1) {
            return telling.get(0).place();
        }
        return isEverywhere ? "all " + telling.size() : "the " + telling.size() + " that are wrong";
    }

    /** Whether a coordinate has the ratio, as far as its difference can tell; a difference of 0 tells too. */
    private static boolean fits(Coordinate c, double ratio) {
        double expected = ratio * c.numeric();
        return Evidence.near(c.analytic(), expected)
                || Math.abs(c.analytic() - expected) <= Math.abs(ratio) * c.numericError();
    }

    private static Cause cause(Evidence evidence, double ratio) {
        if (Evidence.near(ratio, -1)) {
            return Cause.SIGN;
        }
        double size = Math.abs(ratio);
        double factor = Math.max(size, 1 / size);
        boolean isBatch = evidence.subject().inputs().stream()
                .filter(input -> !input.isParameter() && input.lengths().length > 1)
                .map(Input::lengths)
                .anyMatch(lengths -> lengths[0] > 1 && Evidence.near(factor, lengths[0]));
        if (isBatch) {
            return Cause.BATCH;
        }
        return Evidence.near(factor, TWO) ? Cause.FACTOR_TWO : Cause.FACTOR;
    }
}
