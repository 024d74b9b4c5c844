package dev.gradwright.check.diagnosis;

import dev.gradwright.check.report.Cause;
import dev.gradwright.check.report.Coordinate;
import dev.gradwright.check.report.Diagnosis;
import java.util.Optional;

/** The gradient or the difference is infinite or no number. */
final class NotANumber implements Pattern {

    @Override
    public Optional<Diagnosis> of(Evidence evidence) {
        return evidence.failed().stream()
                .filter(c -> !Double.isFinite(c.analytic()) || !Double.isFinite(c.numeric()))
                .findFirst()
                .map(c -> new Diagnosis(
                        evidence.report().name(),
                        Double.isFinite(c.numeric()) ? Cause.NOT_A_NUMBER : Cause.OUTSIDE_OF_DOMAIN,
                        evidence(c)));
    }

    private static String evidence(Coordinate c) {
        return Double.isFinite(c.numeric())
                ? "it is " + c.analytic() + " at " + c.place()
                : "the difference at " + c.place() + " is " + c.numeric()
                        + "; within(lower, upper) keeps differences in a domain";
    }
}
