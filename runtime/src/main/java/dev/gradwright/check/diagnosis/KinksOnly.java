package dev.gradwright.check.diagnosis;

import dev.gradwright.check.report.Cause;
import dev.gradwright.check.report.Diagnosis;
import dev.gradwright.check.report.KinkReport.Knowledge;
import java.util.Optional;

/** All that is wrong lies at kinks, and something elsewhere is right. */
final class KinksOnly implements Pattern {

    private static final String MEETING =
            "; if several kinks meet at this point, as where sums are exactly 0, choose another point"
                    + " or note the decisions";

    @Override
    public Optional<Diagnosis> of(Evidence evidence) {
        boolean areKinks = evidence.wrong().stream().allMatch(c -> c.kink().isPresent());
        return areKinks && !evidence.right().isEmpty()
                ? Optional.of(new Diagnosis(
                        evidence.report().name(),
                        Cause.KINKS_ONLY,
                        "the " + evidence.wrong().size()
                                + " that are wrong lie at kinks, outside of the slopes on both sides"
                                + (evidence.subject().kinks() == Knowledge.UNKNOWN ? MEETING : "")))
                : Optional.empty();
    }
}
