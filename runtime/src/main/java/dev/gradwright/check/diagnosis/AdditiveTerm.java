package dev.gradwright.check.diagnosis;

import dev.gradwright.check.report.Cause;
import dev.gradwright.check.report.Coordinate;
import dev.gradwright.check.report.Diagnosis;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What is missing is the same everywhere, or in proportion to the value as the gradient of a penalty is. */
final class AdditiveTerm implements Pattern {

    private static final int ENOUGH = 3;

    @Override
    public Optional<Diagnosis> of(Evidence evidence) {
        List<Coordinate> wrong = evidence.wrong();
        if (wrong.size() < ENOUGH) {
            return Optional.empty();
        }
        return constant(wrong, c -> (c.numeric() - c.analytic()) / c.value())
                .map(ratio -> new Diagnosis(
                        evidence.report().name(),
                        Cause.PROPORTIONAL_TERM,
                        String.format(Locale.ROOT, "numeric - analytic is %.6g times the value", ratio)))
                .or(() -> constant(wrong, c -> c.numeric() - c.analytic())
                        .map(term -> new Diagnosis(
                                evidence.report().name(),
                                Cause.CONSTANT_TERM,
                                String.format(Locale.ROOT, "numeric - analytic is %.6g everywhere", term))));
    }

    private static Optional<Double> constant(List<Coordinate> coordinates, ToDoubleFunction<Coordinate> quantity) {
        double first = quantity.applyAsDouble(coordinates.get(0));
        return coordinates.stream().allMatch(c -> Evidence.near(quantity.applyAsDouble(c), first))
                ? Optional.of(first)
                : Optional.empty();
    }
}
