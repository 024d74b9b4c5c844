package dev.gradwright.processor.analysis;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.ir.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which texts and other objects tell of active values, so that a number that is read from them would have lost its derivative. Texts
 * may be made of such values, since most are only shown to somebody.
 */
final class Texts {

    private final Unit unit;
    private final Activity activity;

    /** Variables, and fields by their expressions. */
    private final Set<Object> telling = new HashSet<>();

    private Texts(Unit unit, Activity activity) {
        this.unit = unit;
        this.activity = activity;
    }

    static Texts of(Unit unit, Activity activity) {
        Texts texts = new Texts(unit, activity);
        int known;
        do {
            known = texts.telling.size();
            unit.methods().values().forEach(method -> Walk.statements(method.body(), texts::follow));
        } while (texts.telling.size() > known);
        return texts;
    }

    /** Whether a statement reads a number from what tells of active values. */
    boolean readsNumber(Statement statement) {
        boolean converts = Walk.expressions(statement).stream()
                .anyMatch(expression -> Walk.any(
                        expression,
                        part -> part instanceof Expression.Cast cast
                                && cast.type().carriesDerivative()
                                && canTell(cast.operand().type())
                                && tells(cast.operand())));
        return converts
                || statement instanceof Statement.CallInactive call
                        && call.result()
                                .filter(result -> result.type().carriesDerivative())
                                .isPresent()
                        && call.arguments().stream().anyMatch(this::tells);
    }

    /** Whether an expression tells of active values by what it refers to. */
    boolean tells(Expression expression) {
        return Walk.any(
                expression,
                part -> telling.contains(key(part))
                        || part instanceof Expression.Text text
                                && text.pieces().stream().anyMatch(activity::isVaried));
    }

    private void follow(Statement statement) {
        if (statement instanceof Statement.Declare declare) {
            declare.value().filter(this::tells).ifPresent(value -> add(declare.variable()));
        } else if (statement instanceof Statement.Assign assign && tells(assign.value())) {
            add(assign.variable());
        } else if (statement instanceof Statement.Store store && tells(store.value())) {
            add(store.place().container());
        } else if (statement instanceof Statement.CallInactive call) {
            inactive(call);
        } else if (statement instanceof Statement.CallHelper call) {
            helper(call);
        }
    }

    private void inactive(Statement.CallInactive call) {
        List<Expression> arguments = call.arguments();
        boolean isTold = arguments.stream().anyMatch(this::tells)
                || call.onlyReads() && arguments.stream().anyMatch(activity::isVaried);
        if (!isTold) {
            return;
        }
        call.result().ifPresent(this::add);
        if (!call.onlyReads()) {
            arguments.forEach(this::add);
        } else if (call.target() instanceof Statement.Inactive.InstanceMethod) {
            add(arguments.get(0));
        }
    }

    private void helper(Statement.CallHelper call) {
        Method callee = unit.methods().get(call.callee());
        for (int i = 0; i < call.arguments().size(); i++) {
            if (tells(call.arguments().get(i))) {
                add(callee.parameters().get(i).variable());
            }
        }
        for (int i = 0; i < call.results().size(); i++) {
            if (telling.contains(callee.resultVariables().get(i))) {
                add(call.results().get(i));
            }
        }
    }

    private void add(Variable variable) {
        if (canTell(variable.type())) {
            telling.add(variable);
        }
    }

    private void add(Expression object) {
        if (canTell(object.type())) {
            Walk.any(object, part -> {
                if (canTell(part.type()) && !(part instanceof Expression.Literal)) {
                    telling.add(key(part));
                }
                return false;
            });
        }
    }

    private static Object key(Expression expression) {
        return expression instanceof Expression.Read read ? read.variable() : expression;
    }

    /** Numbers and arrays of them tell nothing: derivatives flow through those, or the values have been rounded to whole numbers. */
    private static boolean canTell(Type type) {
        return type == Type.STRING
                || type instanceof Type.Opaque
                || type instanceof Type.ArrayOf array && canTell(array.element());
    }
}
