package dev.gradwright.check.report;

import java.util.List;

/**
 * A point without a derivative between {@code x-h} and {@code x+h}.
 *
 * @param left the slope on the left of {@code x}
 * @param right the slope on the right
 * @param step how far both sides reach
 * @param sites the places in the code where decisions differ; empty if no decisions are logged
 */
public record Kink(double left, double right, double step, List<KinkSite> sites) {

    public Kink {
        sites = List.copyOf(sites);
    }
}
