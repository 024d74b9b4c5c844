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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Puts helpers without loops that are called in one place only in the place of that call: they are as long there, and what they share with their
 * caller need not go through the tape. A helper with a loop stays a method, for the compiler of the virtual machine does better with a loop for itself.
 */
public final class SoleCalls {

    /** A helper with more nodes than this stays a method, so that methods do not become too large to be compiled well. */
    private static final int LARGEST = 250;

    private final Unit unit;
    private final Map<Method.Key, Method> methods;

    private SoleCalls(Unit unit) {
        this.unit = unit;
        this.methods = new LinkedHashMap<>(unit.methods());
    }

    /** The unit without such helpers. */
    public static Unit unit(Unit unit) {
        SoleCalls calls = new SoleCalls(unit);
        for (Method.Key key : unit.methods().keySet()) {
            calls.replace(key);
        }
        return calls.methods.size() == unit.methods().size() ? unit : unit.withMethods(calls.methods);
    }

    /** Replaces the calls in a method, and then those that come with what has been put there. */
    private void replace(Method.Key caller) {
        while (methods.containsKey(caller)) {
            Method method = methods.get(caller);
            Map<Method.Key, Integer> calls = calls();
            Optional<Statement.CallHelper> call = helperCalls(method).stream()
                    .filter(candidate -> calls.get(candidate.callee()) == 1
                            && !candidate.callee().equals(caller)
                            && suits(candidate))
                    .findFirst();
            if (call.isEmpty()) {
                return;
            }
            methods.put(caller, method.withBody(block(method.body(), call.get())));
            methods.remove(call.get().callee());
        }
    }

    /** How often each helper is called, in the source. */
    private Map<Method.Key, Integer> calls() {
        Map<Method.Key, Integer> calls = new HashMap<>();
        methods.values()
                .forEach(method -> helperCalls(method).forEach(call -> calls.merge(call.callee(), 1, Integer::sum)));
        return calls;
    }

    private static List<Statement.CallHelper> helperCalls(Method method) {
        List<Statement.CallHelper> calls = new ArrayList<>();
        Walk.statements(method.body(), statement -> {
            if (statement instanceof Statement.CallHelper call) {
                calls.add(call);
            }
        });
        return calls;
    }

    private boolean suits(Statement.CallHelper call) {
        Method callee = methods.get(call.callee());
        return callee.role() == Method.Role.HELPER
                && !unit.checkpoints().containsKey(callee.key())
                && !(unit.hasModel() && returnsReference(callee))
                && PassedArguments.fit(call, callee)
                && !Walk.any(
                        callee.body(),
                        statement -> statement instanceof Statement.For || statement instanceof Statement.While)
                && size(callee.body()) <= LARGEST;
    }

    /** What methods of models return in arrays and matrices is told to whoever watches a training. */
    private static boolean returnsReference(Method method) {
        return method.resultVariables().stream()
                .anyMatch(result -> result.type().isReference());
    }

    private static int size(Block block) {
        int size = 0;
        for (Statement statement : block.statements()) {
            size += 1
                    + Walk.expressions(statement).stream()
                            .mapToInt(Expressions::size)
                            .sum();
            size += Walk.blocks(statement).stream().mapToInt(SoleCalls::size).sum();
        }
        return size;
    }

    private Block block(Block block, Statement.CallHelper call) {
        List<Statement> out = new ArrayList<>();
        for (Statement statement : block.statements()) {
            if (statement == call) {
                put(call, out);
            } else {
                out.add(Substitution.blocks(statement, inner -> block(inner, call)));
            }
        }
        return new Block(out);
    }

    /** Nothing else refers to the helper's variables any more, so they are the caller's from here on. */
    private void put(Statement.CallHelper call, List<Statement> out) {
        Method callee = methods.get(call.callee());
        Map<Variable, Expression> values = PassedArguments.of(call, callee, out);
        UnaryOperator<Expression> known =
                part -> part instanceof Expression.Read read ? values.getOrDefault(read.variable(), read) : part;
        out.addAll(Substitution.everywhere(callee.body(), known).statements());
        for (int i = 0; i < call.results().size(); i++) {
            Expression result = Expressions.read(callee.resultVariables().get(i));
            Expression value = Substitution.everywhere(result, known);
            out.add(new Statement.Declare(call.results().get(i), Optional.of(value), call.position()));
        }
    }
}
