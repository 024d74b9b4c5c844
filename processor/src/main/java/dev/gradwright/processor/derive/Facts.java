package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Activity;
import dev.gradwright.processor.analysis.Aliases;
import dev.gradwright.processor.analysis.Stability;
import dev.gradwright.processor.ir.Unit;

/** A unit and what the analyses found out about it. */
public record Facts(Unit unit, Aliases aliases, Activity activity, Stability stability) {

    /** Analyses a unit. */
    public static Facts of(Unit unit) {
        Aliases aliases = Aliases.of(unit);
        return new Facts(unit, aliases, Activity.of(unit, aliases), new Stability(unit, aliases));
    }
}
