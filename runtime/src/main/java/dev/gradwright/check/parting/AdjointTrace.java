package dev.gradwright.check.parting;

import dev.gradwright.check.report.Parting;
import dev.gradwright.tape.TransposeLog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares what a reverse sweep tells with what the tangent has told, statement by statement from the end: over all that a statement touches
 * {@code <adjoint, tangent>} is the same before it and after it. What cannot be compared is passed over.
 */
final class AdjointTrace extends TransposeLog {

    /** What rounding does to a statement, as a fraction of its terms; a mistake does more. */
    private static final double ROUNDING = 1e-9;

    /** A gap is told if it is at least this fraction of the largest. Smaller ones may be what rounding does to terms that cancel. */
    private static final double TELLING = 0.01;

    /** The same for a rule whose tangent is a difference. */
    private static final double DIFFERENCE = 1e-4;

    private record Site(String place, String what) {}

    private final TangentTrace tangents;
    private final boolean byDifferences;
    private final Map<Site, Parting> worst = new LinkedHashMap<>();
    private Optional<Parting> leftOut = Optional.empty();
    private Product after;

    AdjointTrace(TangentTrace tangents, boolean byDifferences) {
        super(false);
        this.tangents = tangents;
        this.byDifferences = byDifferences;
    }

    /** A product of adjoints and tangents, and the sum of the sizes of its terms. */
    private record Product(double value, double magnitude) {

        static Product of(double[] adjoints, double[] tangents) {
            double value = 0;
            double magnitude = 0;
            for (int i = 0; i < tangents.length; i++) {
                // what is masked out meets an infinite derivative
                boolean isZero = adjoints[i] == 0 || tangents[i] == 0;
                double term = isZero ? 0 : adjoints[i] * tangents[i];
                value += term;
                magnitude += Math.abs(term);
            }
            return new Product(value, magnitude);
        }
    }

    @Override
    protected void told(boolean isAfter, boolean isRule, String place, String what, double[] values, int count) {
        if (leftOut.isPresent()) {
            return;
        } else if (!tangents.isLast(isAfter, place, what)) {
            leaveOut();
            return;
        }
        double[] known = tangents.take(count);
        Product product = known == null ? null : Product.of(values, known);
        if (isAfter) {
            after = product;
        } else if (after != null && product != null) {
            compare(new Site(place, what), after, product, byDifferences && isRule ? DIFFERENCE : ROUNDING);
        }
    }

    private void compare(Site site, Product told, Product before, double tolerance) {
        if (!Double.isFinite(told.value())) {
            // it is no number already
            return;
        }
        Parting parting = new Parting(site.place(), site.what(), told.value(), before.value());
        if (gap(parting) > tolerance * (told.magnitude() + before.magnitude()) || !Double.isFinite(before.value())) {
            worst.merge(site, parting, (known, next) -> gap(next) > gap(known) ? next : known);
        }
    }

    /** The reverse sweep goes on with something else than what the tangent ended with. */
    private void leaveOut() {
        if (!tangents.isEmpty()) {
            leftOut = Optional.of(new Parting(tangents.lastPlace(), tangents.lastWhat(), Double.NaN, Double.NaN));
        }
    }

    /** Where the two part, in the order of the reverse sweep, which has come to its end. */
    List<Parting> partings() {
        if (leftOut.isEmpty()) {
            leaveOut();
        }
        double largest =
                worst.values().stream().mapToDouble(AdjointTrace::gap).max().orElse(0);
        List<Parting> all = new ArrayList<>(worst.values().stream()
                .filter(parting -> gap(parting) >= TELLING * largest)
                .toList());
        leftOut.ifPresent(all::add);
        return all;
    }

    private static double gap(Parting parting) {
        double gap = Math.abs(parting.tangent() - parting.adjoint());
        return Double.isNaN(gap) ? Double.POSITIVE_INFINITY : gap;
    }
}
