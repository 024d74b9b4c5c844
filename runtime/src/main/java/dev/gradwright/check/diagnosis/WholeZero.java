package dev.gradwright.check.diagnosis;

import dev.gradwright.check.report.Cause;
import dev.gradwright.check.report.Diagnosis;
import java.util.Optional;

/** The gradient of an input is zero everywhere, though the function depends on it. */
final class WholeZero implements Pattern {

    @Override
    public Optional<Diagnosis> of(Evidence evidence) {
        boolean isZero =
                evidence.report().magnitudes().zeros() == evidence.report().size();
        return isZero
                ? Optional.of(new Diagnosis(
                        evidence.report().name(),
                        Cause.WHOLE_ZERO,
                        "all " + evidence.report().size() + " are zero, differences are not"))
                : Optional.empty();
    }
}
