package dev.gradwright.check.difference;

import dev.gradwright.check.report.KinkSite;
import java.util.List;

/**
 * A derivative from differences.
 *
 * @param slope the derivative
 * @param error an estimate of its error: what rounding can do, and for extrapolated differences what truncation does
 * @param step the step
 * @param crossings how many decisions differ at the points used from those at the center
 * @param sites where they differ
 */
public record Estimate(double slope, double error, double step, int crossings, List<KinkSite> sites) {

    public Estimate {
        sites = List.copyOf(sites);
    }

    /** Whether the points used lie on different sides of a kink. */
    boolean straddles() {
        return crossings > 0;
    }
}
