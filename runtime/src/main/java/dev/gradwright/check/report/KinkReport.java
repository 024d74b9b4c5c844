package dev.gradwright.check.report;

import java.util.List;

/**
 * What is known of kinks in a pass.
 *
 * @param knowledge how it is known
 * @param sites the places in the code where kinks can be, if the code is known
 * @param straddling how many of the differences straddled a kink at the first step
 */
public record KinkReport(Knowledge knowledge, List<KinkSite> sites, int straddling) {

    /** How kinks are known. */
    public enum Knowledge {
        /** The code has none. */
        NONE,
        /** The code has some, and every decision is logged and compared on both sides. */
        LOGGED,
        /** The code is not known: kinks are inferred from slopes on both sides. */
        UNKNOWN
    }

    public KinkReport {
        sites = List.copyOf(sites);
    }

    /** What is known, for people. */
    public String sentence() {
        String known = switch (knowledge) {
            case NONE -> "the function is smooth";
            case LOGGED -> "kinks are known: every decision on the way is compared on both sides";
            case UNKNOWN -> "kinks are not known from the code: they are inferred from the slopes on both sides";
        };
        return straddling == 0 ? known : known + "; differences that straddled one at first: " + straddling;
    }
}
