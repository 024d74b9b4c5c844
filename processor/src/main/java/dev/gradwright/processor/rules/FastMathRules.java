package dev.gradwright.processor.rules;

import static dev.gradwright.processor.ir.Expressions.ONE;
import static dev.gradwright.processor.ir.Expressions.binary;
import static dev.gradwright.processor.ir.Expressions.divide;
import static dev.gradwright.processor.ir.Expressions.literal;
import static dev.gradwright.processor.ir.Expressions.minus;
import static dev.gradwright.processor.ir.Expressions.plus;
import static dev.gradwright.processor.ir.Expressions.times;
import static dev.gradwright.processor.rules.OperationRule.Access.READ;
import static dev.gradwright.processor.rules.OperationRule.Access.UPDATE;
import static dev.gradwright.processor.rules.OperationRule.Access.WRITE;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Function;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.rules.operation.Elementwise;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Derivatives of the runtime's fast functions, of a number, an array or a matrix: {@code x} is the argument, {@code r} the result. */
public final class FastMathRules {

    private static final ClassRef OWNER = ClassRef.of("dev.gradwright.math", "FastMath");
    private static final Map<String, ScalarRule> TABLE = new LinkedHashMap<>();
    private static final Partial NOWHERE = (x, r) -> Singularity.NEVER;

    static {
        line("exp", (x, r) -> r, ScalarRules.exponentialSingularity());
        line("log1p", (x, r) -> divide(ONE, plus(ONE, x.get(0))), (x, r) -> isMinusOne(x.get(0)));
        line("tanh", (x, r) -> minus(ONE, times(r, r)), NOWHERE);
        line("sigmoid", (x, r) -> times(r, minus(ONE, r)), NOWHERE);
        line("softplus", (x, r) -> apply("sigmoid", x.get(0)), NOWHERE);
    }

    private FastMathRules() {}

    /** Looks a function of one number up. */
    static Lookup<ScalarRule> find(ClassRef owner, String name, List<Type> parameters) {
        boolean isThere = owner.equals(OWNER) && parameters.equals(List.of(Type.DOUBLE)) && TABLE.containsKey(name);
        return isThere ? new Lookup.Found<>(TABLE.get(name)) : new Lookup.Unknown<>();
    }

    /** Adds the functions of arrays and matrices. */
    static void addTo(Table table) {
        for (ScalarRule rule : TABLE.values()) {
            elementwise(table, rule, Type.DOUBLES, UPDATE);
            elementwise(table, rule, Type.MATRIX, WRITE);
        }
    }

    private static void elementwise(Table table, ScalarRule rule, Type contents, OperationRule.Access output) {
        String name = rule.function().name();
        table.rule(new Elementwise(
                new Operation(OWNER, name, false, List.of(contents, contents), Type.VOID),
                List.of(READ, output),
                e -> apply(name, e.get(0)),
                Map.of(0, rule.partials().get(0).orElseThrow()),
                Map.of(0, rule.singular().get(0))));
    }

    private static void line(String name, Partial partial, Partial singular) {
        TABLE.put(name, new ScalarRule(function(name), List.of(Optional.of(partial)), List.of(singular), false, true));
    }

    private static Function function(String name) {
        return new Function(OWNER, name, List.of(Type.DOUBLE), Type.DOUBLE);
    }

    private static Expression apply(String name, Expression x) {
        return new Expression.Apply(function(name), List.of(x), Position.NOWHERE);
    }

    private static Expression isMinusOne(Expression x) {
        return binary(BinaryOperator.EQUAL, x, literal(-1.0));
    }
}
