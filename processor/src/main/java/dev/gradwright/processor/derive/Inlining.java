package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Substitution;
import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Puts small helpers, which do no more than name values, in the place of their calls. So their values need not go through the tape from
 * one half of an adjoint to the other one by one, and what is known where they are called is known of them.
 */
public final class Inlining {

    /** A helper with more nodes than this stays a method. */
    private static final int LARGEST = 24;

    private final Unit unit;
    private final Map<Method.Key, Method> methods;
    private final Set<Method.Key> inlined = new HashSet<>();

    private Inlining(Unit unit) {
        this.unit = unit;
        this.methods = new LinkedHashMap<>(unit.methods());
    }

    /** The unit without calls of small helpers, and without helpers that nothing calls any more. */
    public static Unit unit(Unit unit) {
        return new Inlining(unit).inlined();
    }

    private Unit inlined() {
        for (boolean changes = true; changes; ) {
            changes = false;
            for (Method.Key key : List.copyOf(methods.keySet())) {
                Method before = methods.get(key);
                Block body = block(before.body());
                changes |= !body.equals(before.body());
                methods.put(key, before.withBody(body));
            }
        }
        if (inlined.isEmpty()) {
            return unit;
        }
        methods.values()
                .forEach(method -> Walk.statements(method.body(), statement -> {
                    if (statement instanceof Statement.CallHelper call) {
                        inlined.remove(call.callee());
                    }
                }));
        methods.keySet().removeAll(inlined);
        return unit.withMethods(methods);
    }

    private Block block(Block block) {
        List<Statement> out = new ArrayList<>();
        for (Statement statement : block.statements()) {
            if (statement instanceof Statement.CallHelper call && isSmall(call)) {
                inlined.add(call.callee());
                inline(call, out);
            } else {
                out.add(Substitution.blocks(statement, this::block));
            }
        }
        return new Block(out);
    }

    private boolean isSmall(Statement.CallHelper call) {
        Method callee = methods.get(call.callee());
        return callee.role() == Method.Role.HELPER
                && !unit.checkpoints().containsKey(callee.key())
                && !callee.results().isEmpty()
                && callee.resultVariables().stream()
                        .noneMatch(result -> result.type().isReference())
                && PassedArguments.fit(call, callee)
                && callee.body().statements().stream().allMatch(Inlining::names)
                && callee.body().statements().stream()
                                .flatMap(statement -> Walk.expressions(statement).stream())
                                .mapToInt(Expressions::size)
                                .sum()
                        <= LARGEST;
    }

    private static boolean names(Statement statement) {
        return statement instanceof Statement.Declare declare && declare.value().isPresent();
    }

    private void inline(Statement.CallHelper call, List<Statement> out) {
        Method callee = methods.get(call.callee());
        Map<Variable, Expression> values = PassedArguments.of(call, callee, out);
        UnaryOperator<Expression> known =
                part -> part instanceof Expression.Read read ? values.getOrDefault(read.variable(), read) : part;
        for (Statement statement : callee.body().statements()) {
            Statement.Declare declare = (Statement.Declare)
                    Substitution.expressions(statement, expression -> Substitution.everywhere(expression, known));
            int result = callee.resultVariables().indexOf(declare.variable());
            Variable variable = result >= 0
                    ? call.results().get(result)
                    : declare.variable().copy();
            values.put(declare.variable(), Expressions.read(variable));
            out.add(new Statement.Declare(variable, declare.value(), declare.position()));
        }
        for (int i = 0; i < call.results().size(); i++) {
            Expression value = values.get(callee.resultVariables().get(i));
            if (!value.equals(Expressions.read(call.results().get(i)))) {
                out.add(new Statement.Declare(call.results().get(i), Optional.of(value), call.position()));
            }
        }
    }
}
