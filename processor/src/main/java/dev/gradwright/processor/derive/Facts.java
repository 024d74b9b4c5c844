package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Activity;
import dev.gradwright.processor.analysis.Aliases;
import dev.gradwright.processor.analysis.Stability;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.OperationRule;
import java.util.List;

/** A unit and what the analyses found out about it. */
public record Facts(Unit unit, Aliases aliases, Activity activity, Stability stability) {

    /** Analyses a unit. */
    public static Facts of(Unit unit) {
        Aliases aliases = Aliases.of(unit);
        return new Facts(unit, aliases, Activity.of(unit, aliases), new Stability(unit, aliases));
    }

    /**
     * Whether the derivative of a method takes a dual with a parameter. Of a differentiable method callers in other classes know
     * the signature only, so there the declaration decides; of a helper, whether anything active ever gets there.
     */
    public boolean takesDual(Method method, Method.Parameter parameter) {
        return method.role() == Method.Role.HELPER ? activity.isActive(parameter.variable()) : parameter.isActive();
    }

    /** Whether what an operation computes carries a derivative. */
    boolean isActive(OperationRule rule, Statement.Operate operate) {
        return operate.result().filter(activity::isActive).isPresent()
                || rule.outputs().stream().map(operate.arguments()::get).anyMatch(activity::leadsToActive);
    }

    /** The results whose adjoints the reverse half of a method takes as arguments. */
    public List<Variable> seeded(Method method) {
        return method.resultVariables().stream()
                .filter(result -> result.type() == Type.DOUBLE
                        && (method.role() != Method.Role.HELPER || activity.isActive(result)))
                .toList();
    }
}
