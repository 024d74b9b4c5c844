package dev.gradwright.check.difference;

import dev.gradwright.check.report.RelativeError;
import dev.gradwright.check.report.Verdict;
import dev.gradwright.check.settings.Thresholds;

/** From a gap to a verdict. The gap is compared with the thresholds and with the error of the difference itself. */
final class Ladder {

    private final Thresholds thresholds;

    Ladder(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** Whether two derivatives agree as closely as asked of a smooth function. */
    boolean agree(double analytic, Estimate estimate) {
        return gap(analytic, estimate) <= allowance(analytic, estimate);
    }

    /**
     * The verdict on a derivative.
     *
     * @param hasKinksNearby whether less can be asked, because of kinks
     */
    Verdict verdict(double analytic, Estimate estimate, boolean hasKinksNearby) {
        double relative = RelativeError.of(analytic, estimate.slope());
        if (!(relative <= Double.MAX_VALUE)) {
            return Verdict.WRONG;
        }
        if (agree(analytic, estimate)) {
            // a gap that would be a mistake, but is no larger than what the difference cannot tell
            return relative > thresholds.wrong() ? Verdict.NOISE : Verdict.RIGHT;
        }
        if (Math.max(Math.abs(analytic), Math.abs(estimate.slope())) < thresholds.noiseFloor()) {
            return Verdict.NOISE;
        } else if (hasKinksNearby && relative <= thresholds.acceptable()) {
            return Verdict.ACCEPTABLE;
        }
        return relative <= thresholds.wrong() ? Verdict.SUSPICIOUS : Verdict.WRONG;
    }

    double gap(double analytic, Estimate estimate) {
        return Math.abs(analytic - estimate.slope());
    }

    double allowance(double analytic, Estimate estimate) {
        double scale = Math.max(Math.abs(analytic), Math.abs(estimate.slope()));
        return thresholds.right() * scale + estimate.error();
    }
}
