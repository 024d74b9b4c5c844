package dev.gradwright.check.parting;

import dev.gradwright.check.report.Parting;
import java.util.List;

/**
 * What came of a run of a tangent and a gradient that tell what their statements touch.
 *
 * @param lines where they part, in the order of the reverse sweep
 * @param isOfRules whether only calls of rules by hand were told of
 * @param isTooLong whether too much happened to keep it all; then there are no lines
 */
public record Traced(List<Parting> lines, boolean isOfRules, boolean isTooLong) {

    /** As many numbers as this are kept, 64 MB. */
    private static final int LIMIT = 1 << 23;

    public Traced {
        lines = List.copyOf(lines);
    }

    /** Runs a tangent and then a gradient, forward and backward, at the same point with the same random draws. */
    public static Traced of(Runnable tangent, Runnable gradient) {
        return of(tangent, gradient, false, LIMIT);
    }

    /** The same with differences in place of forward rules that are not given. */
    public static Traced byDifferences(Runnable tangent, Runnable gradient) {
        return of(tangent, gradient, true, LIMIT);
    }

    static Traced of(Runnable tangent, Runnable gradient, boolean byDifferences, int limit) {
        TangentTrace tangents = new TangentTrace(byDifferences, limit);
        tangents.whileCalling(tangent);
        if (tangents.isTooLong()) {
            gradient.run();
            return new Traced(List.of(), tangents.isOfRules(), true);
        }
        AdjointTrace adjoints = new AdjointTrace(tangents, byDifferences);
        adjoints.whileCalling(gradient);
        return new Traced(adjoints.partings(), tangents.isOfRules(), false);
    }
}
