package dev.gradwright.check.report;

import java.util.List;

/**
 * What is known of where tangent and adjoint part.
 *
 * @param search how it was looked for
 * @param lines the lines, in the order in which the reverse sweep comes to them; empty if none was found
 */
public record PartingReport(Search search, List<Parting> lines) {

    /** How lines were looked for. */
    public enum Search {
        /** Not at all: nothing failed, or there are not both, tangent and adjoint. */
        NONE,
        /** Tangent and adjoint agree. */
        AGREED,
        /** Tangent and adjoint agree, but not with the sweep that gives value and gradient at once, whose lines are not told of. */
        AT_ONCE,
        /** At calls of rules by hand; other statements were not told of. */
        RULES,
        /** At every line. */
        LINES,
        /** At calls of rules by hand in reverse mode alone, with differences in place of the tangent. */
        DIFFERENCES,
        /** In vain: too much happens at this point to keep it all. */
        TOO_LONG
    }

    public PartingReport {
        lines = List.copyOf(lines);
    }

    /** No search. */
    public static PartingReport none() {
        return new PartingReport(Search.NONE, List.of());
    }

    /** What was found, for people; empty if nothing was looked for. */
    public String sentence() {
        if (!lines.isEmpty()) {
            return (search == Search.DIFFERENCES ? "differences" : "tangent") + " and adjoint part at " + lines.get(0);
        }
        return switch (search) {
            case NONE, DIFFERENCES -> "";
            case AGREED ->
                "tangent and adjoint agree: if the differences are right, what both are made from is wrong, such as a partial derivative by hand";
            case AT_ONCE ->
                "tangent and adjoint agree: what is wrong is the sweep that gives value and gradient at once, whose lines are not told of";
            case RULES ->
                "tangent and adjoint part at no call of a rule by hand; compile with -Agradwright.trace to have the line named";
            case LINES -> "tangent and adjoint part at no line that was traced";
            case TOO_LONG ->
                "the run is too long to find the line where tangent and adjoint part; take smaller arguments";
        };
    }
}
