package dev.gradwright.processor.analysis;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks into reverse rules given by hand whose own derivatives are wanted. Their statements become part of the reverse sweep, so they
 * do what stands there in a derivative that is made: no calls, and no numbers hidden in objects.
 */
public final class RuleBodies {

    private RuleBodies() {}

    /**
     * Something that a rule must not do.
     *
     * @param position the rule
     * @param name its name
     * @param advice how to do without it
     */
    public record Finding(Position position, String name, String advice) {}

    /** Checks the rules of a unit. */
    public static List<Finding> in(Unit unit) {
        List<Finding> findings = new ArrayList<>();
        unit.methods()
                .values()
                .forEach(method -> Walk.statements(method.body(), statement -> {
                    if (statement instanceof Statement.CallGiven call) {
                        call.given()
                                .reverse()
                                .flatMap(rule -> rule.body())
                                .flatMap(RuleBodies::in)
                                .ifPresent(findings::add);
                    }
                }));
        return findings;
    }

    private static Optional<Finding> in(Method rule) {
        String[] advice = {null};
        Walk.statements(rule.body(), statement -> {
            boolean isCall = statement instanceof Statement.CallHelper
                    || statement instanceof Statement.CallModel
                    || statement instanceof Statement.CallGiven
                    || statement instanceof Statement.CallInactive;
            boolean boxes = Walk.expressions(statement).stream()
                    .anyMatch(expression -> Walk.any(expression, RuleBodies::isBoxed));
            if (isCall) {
                advice[0] = "let " + rule.name() + " call nothing but functions of numbers and matrix operations";
            } else if (boxes) {
                advice[0] = "keep numbers in double";
            }
        });
        return Optional.ofNullable(advice[0]).map(text -> new Finding(rule.position(), rule.name(), text));
    }

    private static boolean isBoxed(Expression part) {
        return part instanceof Expression.Cast cast
                && cast.type() instanceof Type.Opaque
                && cast.operand().type() == Type.DOUBLE;
    }
}
