package dev.gradwright.check.diagnosis;

import dev.gradwright.check.report.Cause;
import dev.gradwright.check.report.Diagnosis;
import java.util.Optional;

/** All that is wrong lies at kinks, and something elsewhere is right. */
final class KinksOnly implements Pattern {

    @Override
    public Optional<Diagnosis> of(Evidence evidence) {
        boolean areKinks = evidence.wrong().stream().allMatch(c -> c.kink().isPresent());
        return areKinks && !evidence.right().isEmpty()
                ? Optional.of(new Diagnosis(
                        evidence.report().name(),
                        Cause.KINKS_ONLY,
                        "the " + evidence.wrong().size()
                                + " that are wrong lie at kinks, outside of the slopes on both sides"))
                : Optional.empty();
    }
}
