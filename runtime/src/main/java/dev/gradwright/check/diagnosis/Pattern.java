package dev.gradwright.check.diagnosis;

import dev.gradwright.check.report.Diagnosis;
import java.util.Optional;

/** A pattern of wrong derivatives that points to a cause. */
@FunctionalInterface
interface Pattern {

    /** The cause, if the pattern is there. */
    Optional<Diagnosis> of(Evidence evidence);
}
