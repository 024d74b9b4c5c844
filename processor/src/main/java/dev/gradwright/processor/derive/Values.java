package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Assignments;
import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Function;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns an expression of the forward sweep, as it was at some point, into one that has the same value in the reverse sweep.
 * Where the inputs may have changed since, the forward sweep gets a variable that holds what is needed.
 */
final class Values {

    /** An expression larger than this is kept rather than computed again. */
    private static final int RECOMPUTED_NODES = 24;

    private record Moment(Scope scope, int index, Object what) {}

    private final Facts facts;
    private final Method method;
    private final Assignments assignments;
    private final Duals bars;
    private final Keeping keeping;
    private final Inductions inductions = new Inductions(this);
    private final Map<Moment, Variable> taken = new HashMap<>();

    Values(Facts facts, Method method, Duals bars, Keeping keeping) {
        this.facts = facts;
        this.method = method;
        this.assignments = new Assignments(method);
        this.bars = bars;
        this.keeping = keeping;
    }

    /** The value of an expression just before a statement. */
    Expression at(Point point, Expression expression) {
        if (expression instanceof Expression.Read read) {
            return variable(point, read.variable());
        }
        if (isGuarded(expression) && !isRepeatable(point, expression) || !isStable(point, expression)) {
            return keeping.demand(hold(point, expression));
        }
        if (expression.parts().isEmpty()) {
            return expression;
        }
        return expression.withParts(
                expression.parts().stream().map(part -> at(point, part)).toList());
    }

    /** What an expression, a test or an argument, comes to just before a statement; kept where computing it again would be costly. */
    Expression outcome(Point point, Expression expression) {
        boolean cheap = Expressions.size(expression) <= RECOMPUTED_NODES
                && !Flatten.isCostly(expression)
                && isAtHand(point, expression);
        return cheap || expression instanceof Expression.Read
                ? at(point, expression)
                : keeping.demand(hold(point, expression));
    }

    /** Whether no statement from this one on can change what the expression reads from memory. */
    boolean isUntouched(Point point, Expression expression) {
        return !Walk.any(expression, part -> !isStable(point, part));
    }

    /** The dual of a reference just before a statement. */
    Expression dualAt(Point point, Expression reference) {
        if (reference instanceof Expression.Read read) {
            Variable variable = read.variable();
            return keeping.demand(bars.of(assignments.isFinal(variable) ? variable : snapshot(point, variable)));
        } else if (reference instanceof Expression.ModelField) {
            return bars.of(reference);
        } else if (reference instanceof Expression.Element element && isStable(point, element)) {
            return new Expression.Element(dualAt(point, element.array()), at(point, element.index()));
        } else if (reference instanceof Expression.Data data && isStable(point, data)) {
            return new Expression.Data(dualAt(point, data.matrix()));
        }
        return keeping.demand(bars.of(hold(point, reference)));
    }

    /** The place in the dual that corresponds to a place, just before a statement. */
    Expression.Place dualAt(Point point, Expression.Place place) {
        List<Expression> parts = new ArrayList<>();
        parts.add(dualAt(point, place.container()));
        place.parts().stream().skip(1).forEach(part -> parts.add(at(point, part)));
        return (Expression.Place) place.withParts(parts);
    }

    /** How a variable with one value can be computed again: from its initial value, if that is cheap and its inputs are there. */
    Optional<Expression> recipe(Point point, Expression initial) {
        boolean cheap =
                Expressions.size(initial) <= RECOMPUTED_NODES && !Flatten.isCostly(initial) && isAtHand(point, initial);
        return cheap ? Optional.of(at(point, initial)) : Optional.empty();
    }

    /**
     * A costly function of arguments as they are just before a statement, if a variable has its value: of the same block, as the reverse sweep of a
     * block begins with all that is kept of it, or from before the block.
     */
    Optional<Expression> computed(Point point, Function function, List<Expression> arguments) {
        if (!arguments.stream().allMatch(argument -> isSettled(point, argument))) {
            return Optional.empty();
        }
        Scope scope = point.scope();
        Optional<Variable> found = computed(scope, scope.block().statements().size(), function, arguments);
        while (found.isEmpty() && scope.parent().isPresent()) {
            int index = scope.indexInParent();
            scope = scope.parent().get();
            found = computed(scope, index, function, arguments);
        }
        return found.map(keeping::demand);
    }

    private Optional<Variable> computed(Scope scope, int end, Function function, List<Expression> arguments) {
        for (int i = 0; i < end; i++) {
            Point point = new Point(scope, i);
            if (point.statement() instanceof Statement.Declare declare
                    && declare.value().orElse(null) instanceof Expression.Apply apply
                    && apply.function().equals(function)
                    && apply.arguments().equals(arguments)
                    && Flatten.isCostly(apply)
                    && assignments.isFinal(declare.variable())
                    && arguments.stream().allMatch(argument -> isSettled(point, argument))) {
                return Optional.of(declare.variable());
            }
        }
        return Optional.empty();
    }

    /** Whether an expression has the same value from a statement to the end of the forward sweep. */
    private boolean isSettled(Point point, Expression expression) {
        return !Walk.any(
                expression,
                part -> !isStable(point, part)
                        || part instanceof Expression.Read read && !assignments.isFinal(read.variable()));
    }

    /** Whether the reverse sweep has the value of an expression just before a statement without keeping anything for it. */
    boolean isAtHand(Point point, Expression expression) {
        return isRepeatable(point, expression)
                && !Walk.any(
                        expression, part -> part instanceof Expression.Read read && !isFree(point, read.variable()));
    }

    /** Why a variable with one value is kept: for people. */
    static String whyKept(Optional<Expression> initial) {
        if (initial.isEmpty()) {
            return "made or returned, once";
        }
        return Flatten.isCostly(initial.get())
                ? "costs more to compute again than to keep"
                : "what it is computed from is written over, or not kept";
    }

    /** How the dual of a reference with one value can be found again. */
    Optional<Expression> dualRecipe(Point point, Expression initial) {
        boolean path = initial instanceof Expression.Element
                || initial instanceof Expression.Data
                || initial instanceof Expression.ModelField
                || initial instanceof Expression.Read;
        return path && isRepeatable(point, initial) ? Optional.of(dualAt(point, initial)) : Optional.empty();
    }

    /** A variable of the forward sweep that holds a copy of contents as they are just before the statement at an index. */
    Expression copy(Scope scope, int index, Expression contents) {
        Variable copy = taken.computeIfAbsent(new Moment(scope, index, List.of("copy", contents)), moment -> {
            Variable fresh = Variable.synthetic(name(contents) + "Copy", contents.type());
            scope.addBefore(
                    index, new Statement.Allocate(fresh, new Statement.Allocation.Copy(contents), Position.NOWHERE));
            keeping.define(fresh, scope, index, "contents that are written over");
            return fresh;
        });
        return keeping.demand(copy);
    }

    /** A variable of the forward sweep that holds a copy of contents of any depth as they are just before the statement at an index. */
    Expression deepCopy(Scope scope, int index, Expression contents) {
        Variable copy = Variable.synthetic(name(contents) + "Copy", contents.type());
        scope.addBefore(
                index, new Statement.Allocate(copy, new Statement.Allocation.DeepCopy(contents), Position.NOWHERE));
        keeping.define(copy, scope, index, "what a rule reads, as the call saw it");
        return keeping.demand(copy);
    }

    /** A variable that the statement of the forward sweep at a point declares for the sake of the reverse sweep. */
    Expression kept(Point point, Variable variable, String why) {
        keeping.define(variable, point.scope(), point.index(), why);
        return keeping.demand(variable);
    }

    Method method() {
        return method;
    }

    boolean isFinal(Variable variable) {
        return assignments.isFinal(variable);
    }

    private Expression variable(Point point, Variable variable) {
        if (assignments.isFinal(variable)) {
            return keeping.demand(variable);
        }
        return inductions.at(point, variable).orElseGet(() -> snapshotOrLiteral(point, variable));
    }

    /** The value of a variable with several values: kept, unless it is known. */
    private Expression snapshotOrLiteral(Point point, Variable variable) {
        int index = point.index();
        List<Statement> statements = point.scope().block().statements();
        while (index > 0 && !Assignments.writes(statements.get(index - 1), variable)) {
            index--;
        }
        Statement last = index > 0 ? statements.get(index - 1) : null;
        if (last instanceof Statement.Declare declare
                && declare.value()
                        .filter(value -> value instanceof Expression.Literal)
                        .isPresent()) {
            return declare.value().get();
        } else if (last instanceof Statement.Assign assign && assign.value() instanceof Expression.Literal) {
            return assign.value();
        }
        return keeping.demand(snapshot(point, variable));
    }

    private boolean isFree(Point point, Variable variable) {
        return inductions.counts(point, variable)
                || assignments.isFinal(variable) && keeping.isFree(variable, point.scope());
    }

    /** Whether the expression gives the same value in the reverse sweep, with no more than final variables. */
    private boolean isRepeatable(Point point, Expression expression) {
        return !Walk.any(
                expression,
                part -> !isStable(point, part)
                        || part instanceof Expression.Read read
                                && !assignments.isFinal(read.variable())
                                && !inductions.counts(point, read.variable()));
    }

    /** Whether what this node reads from memory is still the same at the end of the forward sweep. */
    private boolean isStable(Point point, Expression node) {
        if (node instanceof Expression.Place place) {
            return facts.stability().isStableBefore(place.container(), method, point.statement())
                    || facts.stability().isSparedAfter(place, method, point.statement())
                            && isRepeatable(point, place.container());
        } else if (node instanceof Expression.Data data) {
            return facts.stability().isShapeStable(data.matrix(), method, point.statement());
        } else if (node instanceof Expression.Extent extent) {
            return facts.stability().isShapeStable(extent.matrix(), method, point.statement());
        }
        return !dependsOnObjects(node);
    }

    /** Whether a text was made of objects that may have changed since, or a new object was made for a number. */
    private static boolean dependsOnObjects(Expression node) {
        return node instanceof Expression.Text text
                        && text.pieces().stream().anyMatch(piece -> piece.type() instanceof Type.Opaque)
                || node instanceof Expression.Cast cast
                        && cast.type() instanceof Type.Opaque
                        && !(cast.operand().type() instanceof Type.Opaque)
                        && cast.operand().type() != Type.STRING;
    }

    /** Whether parts of the expression may be meant not to be evaluated. */
    private static boolean isGuarded(Expression expression) {
        return expression instanceof Expression.Conditional
                || expression instanceof Expression.Binary binary
                        && (binary.operator() == Expression.BinaryOperator.CONDITIONAL_AND
                                || binary.operator() == Expression.BinaryOperator.CONDITIONAL_OR);
    }

    private Variable hold(Point point, Expression expression) {
        Scope scope = point.scope();
        int index = point.index();
        Optional<Variable> before = heldBefore(scope, index, expression);
        if (before.isPresent()) {
            scope.replace(index, expression, before.get());
            return before.get();
        }
        return taken.computeIfAbsent(new Moment(scope, index, expression), moment -> {
            Variable held = Variable.synthetic(name(expression) + "Kept", expression.type());
            String why = isGuarded(expression)
                    ? "what it is computed from is written over, or may not be there"
                    : "read from memory that is written over";
            declare(scope, index, held, expression, why);
            scope.replace(index, expression, held);
            return held;
        });
    }

    /** A variable that holds the expression's value from before an earlier statement of the block, if it is the same still. */
    private Optional<Variable> heldBefore(Scope scope, int index, Expression expression) {
        List<Statement> statements = scope.block().statements();
        for (int i = index - 1; i >= 0 && leavesAlone(statements.get(i), expression); i--) {
            Variable held = taken.get(new Moment(scope, i, expression));
            if (held != null) {
                return Optional.of(held);
            }
        }
        return Optional.empty();
    }

    private boolean leavesAlone(Statement statement, Expression expression) {
        return !Walk.any(expression, part -> {
            if (part instanceof Expression.Read read) {
                return Assignments.writes(statement, read.variable());
            } else if (part instanceof Expression.Place place) {
                return !facts.stability().isLeftAlone(place.container(), statement);
            }
            return !(part instanceof Expression.Literal || part instanceof Expression.Binary);
        });
    }

    /** A variable that holds what a variable with several values has at a point; one for all points with the same value. */
    private Variable snapshot(Point point, Variable variable) {
        Scope scope = point.scope();
        int index = point.index();
        while (!isWrittenBefore(scope, index, variable)
                && !(scope.isLoopBody() && Assignments.writes(scope.block(), variable))) {
            index = scope.indexInParent();
            scope = scope.parent().orElseThrow(() -> new IllegalStateException(variable + " has no value"));
        }
        while (index > 0 && !Assignments.writes(scope.block().statements().get(index - 1), variable)) {
            index--;
        }
        Scope home = scope;
        int place = index;
        return taken.computeIfAbsent(new Moment(home, place, variable), moment -> {
            Variable held = Variable.synthetic(variable.name() + "Kept", variable.type());
            declare(home, place, held, Expressions.read(variable), "the variable changes afterwards");
            return held;
        });
    }

    private static boolean isWrittenBefore(Scope scope, int index, Variable variable) {
        return scope.block().statements().subList(0, index).stream()
                .anyMatch(statement -> Assignments.writes(statement, variable));
    }

    private void declare(Scope scope, int index, Variable held, Expression value, String why) {
        if (facts.activity().isActive(value) && value.type().isReference()) {
            Variable dual = bars.of(held);
            scope.addBefore(index, new Statement.Declare(dual, Optional.of(bars.of(value)), Position.NOWHERE));
            keeping.define(dual, scope, index, "where a derivative goes");
        }
        scope.addBefore(index, new Statement.Declare(held, Optional.of(value), Position.NOWHERE));
        keeping.define(held, scope, index, why);
    }

    private static String name(Expression expression) {
        if (expression instanceof Expression.Read read) {
            return read.variable().name();
        } else if (expression instanceof Expression.ModelField field) {
            return field.field().name();
        } else if (expression.parts().isEmpty() || isGuarded(expression)) {
            return "value";
        }
        return name(expression.parts().get(0));
    }
}
