package dev.gradwright.check.diagnosis;

import dev.gradwright.check.report.Cause;
import dev.gradwright.check.report.Diagnosis;
import java.util.Optional;

/** All that is wrong is zero, and something elsewhere is right. */
final class DroppedBranch implements Pattern {

    @Override
    public Optional<Diagnosis> of(Evidence evidence) {
        boolean areZero = evidence.wrong().stream().allMatch(c -> c.analytic() == 0);
        return areZero && !evidence.right().isEmpty()
                ? Optional.of(new Diagnosis(
                        evidence.report().name(),
                        Cause.DROPPED_BRANCH,
                        "the " + evidence.wrong().size() + " that are wrong are zero, others are right"))
                : Optional.empty();
    }
}
