package dev.gradwright.check.difference;

import dev.gradwright.check.report.KinkSite;
import java.util.List;

/**
 * A derivative from differences.
 *
 * @param slope the derivative
 * @param error an estimate of its error: what rounding can do, and for extrapolated differences what truncation does
 * @param step the step
 * @param straddles whether decisions at the points used differ from those at the center
 * @param sites where they differ
 */
public record Estimate(double slope, double error, double step, boolean straddles, List<KinkSite> sites) {

    public Estimate {
        sites = List.copyOf(sites);
    }
}
