package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Substitution;
import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.Loops;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Joins what is added to one adjoint, by one line of the source or, in memory, by lines that follow each other, so that it is read and written once: two contributions become a sum, an adjoint
 * that is cleared and then added to is set. Contributions commute, also to places that may be the same; what reads adjoints in memory, or
 * clears them, is never passed.
 */
final class Contributions {

    private final Set<Variable> duals = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Prepares for code with these adjoints. */
    Contributions(Collection<Variable> duals) {
        this.duals.addAll(duals);
    }

    /** Joins the contributions in a block and in those inside it. */
    Block join(Block block) {
        List<Statement> out = new ArrayList<>();
        for (Statement statement : block.statements()) {
            add(Substitution.blocks(statement, this::join), out);
        }
        for (int i = out.size() - 1; i >= 0; i--) {
            boolean isOfNothing = i + 1 == out.size() || out.get(i + 1) instanceof Statement.Note;
            if (out.get(i) instanceof Statement.Note && isOfNothing) {
                out.remove(i);
            }
        }
        return new Block(out);
    }

    /** A number or place that an adjoint is kept in, and what is added to it. */
    private record Contribution(Expression target, Expression amount) {}

    private void add(Statement statement, List<Statement> out) {
        Optional<Contribution> contribution = contribution(statement);
        Set<Variable> assigned = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = out.size() - 1; contribution.isPresent() && i >= 0; i--) {
            Statement earlier = out.get(i);
            if (contribution.get().target().equals(target(earlier))) {
                Optional<Statement> joined = readsAny(earlier, assigned)
                        ? Optional.empty()
                        : joined(earlier, contribution.get(), i == out.size() - 1);
                if (joined.isPresent()) {
                    out.remove(i);
                }
                out.add(joined.orElse(statement));
                dropIdle(out);
                return;
            }
            if (!passes(earlier, contribution.get(), assigned)) {
                break;
            }
        }
        out.add(statement);
    }

    /** What a statement adds to an adjoint, if that is all it does; it reads no adjoint in memory but that. */
    private Optional<Contribution> contribution(Statement statement) {
        Expression target = target(statement);
        if (target == null
                || !(value(statement) instanceof Expression.Binary sum)
                || !sum.left().equals(target)
                || sum.operator() != BinaryOperator.PLUS && sum.operator() != BinaryOperator.MINUS) {
            return Optional.empty();
        }
        Expression amount = sum.operator() == BinaryOperator.PLUS ? sum.right() : Expressions.negate(sum.right());
        boolean isPlain = !readsDualMemory(amount)
                && !(target instanceof Expression.Read read && Expressions.reads(amount, read.variable()));
        return isPlain ? Optional.of(new Contribution(target, amount)) : Optional.empty();
    }

    /** The adjoint that a statement writes; null if it does something else. */
    private Expression target(Statement statement) {
        if (statement instanceof Statement.Store store && isDualMemory(store.place())) {
            return store.place();
        }
        Variable variable = statement instanceof Statement.Assign assign
                ? assign.variable()
                : statement instanceof Statement.Declare declare ? declare.variable() : null;
        return variable != null && variable.type() == Type.DOUBLE && duals.contains(variable)
                ? Expressions.read(variable)
                : null;
    }

    private static Expression value(Statement statement) {
        if (statement instanceof Statement.Store store) {
            return store.value();
        } else if (statement instanceof Statement.Assign assign) {
            return assign.value();
        }
        return ((Statement.Declare) statement).value().orElse(null);
    }

    /** An earlier statement that adds to the adjoint, declares or clears it, together with a later contribution. */
    private Optional<Statement> joined(Statement earlier, Contribution later, boolean isNext) {
        Optional<Contribution> first = contribution(earlier);
        if (first.isPresent()) {
            if (isChosen(first.get().amount()) || isChosen(later.amount())) {
                return Optional.empty();
            }
            Expression sum = Products.sum(first.get().amount(), later.amount());
            return Optional.of(written(earlier, Expressions.plus(later.target(), sum)));
        }
        Expression value = value(earlier);
        if (value == null || earlier instanceof Statement.Store && !isNext) {
            return Optional.empty();
        } else if (value.equals(Expressions.ZERO)) {
            return Optional.of(written(earlier, later.amount()));
        }
        boolean isDeclared = earlier instanceof Statement.Declare
                && !readsDualMemory(value)
                && !isChosen(value)
                && !isChosen(later.amount());
        return isDeclared ? Optional.of(written(earlier, Products.sum(value, later.amount()))) : Optional.empty();
    }

    /** Whether a sum with this in it would be hard to read. */
    private static boolean isChosen(Expression amount) {
        return Walk.any(amount, Expression.Conditional.class::isInstance);
    }

    private static Statement written(Statement statement, Expression value) {
        if (statement instanceof Statement.Store store) {
            return new Statement.Store(store.place(), value, store.position());
        } else if (statement instanceof Statement.Assign assign) {
            return new Statement.Assign(assign.variable(), value, assign.position());
        }
        return Loops.declare(((Statement.Declare) statement).variable(), value);
    }

    /** Drops a last statement that gives back to an adjoint what the one before has just read there. */
    private void dropIdle(List<Statement> out) {
        int last = out.size() - 1;
        if (last > 0
                && out.get(last - 1) instanceof Statement.Declare held
                && !(out.get(last) instanceof Statement.Declare)
                && Expressions.read(held.variable()).equals(value(out.get(last)))
                && held.value()
                        .filter(value -> value.equals(target(out.get(last))))
                        .isPresent()) {
            out.remove(last);
        }
    }

    /**
     * Whether what is added to the same adjoint before a statement may as well be added behind it.
     *
     * @param assigned takes the variables that the statement gives other values
     */
    private boolean passes(Statement between, Contribution later, Set<Variable> assigned) {
        if (between instanceof Statement.Store) {
            return contribution(between).isPresent();
        } else if (between instanceof Statement.Note) {
            return later.target() instanceof Expression.Place;
        }
        if (between instanceof Statement.Assign assign) {
            assigned.add(assign.variable());
        }
        boolean isNumber = between instanceof Statement.Declare declare
                        && declare.value().isPresent()
                        && declare.variable().type() == Type.DOUBLE
                || between instanceof Statement.Assign assign
                        && assign.variable().type() == Type.DOUBLE;
        return isNumber
                && !readsDualMemory(value(between))
                && !(later.target() instanceof Expression.Read read
                        && Expressions.reads(value(between), read.variable()));
    }

    private static boolean readsAny(Statement statement, Set<Variable> variables) {
        return variables.stream()
                .anyMatch(variable -> Walk.expressions(statement).stream()
                        .anyMatch(expression -> Expressions.reads(expression, variable)));
    }

    private boolean readsDualMemory(Expression expression) {
        return Walk.any(expression, this::isDualMemory);
    }

    /** Whether an expression is a number in an array or matrix that holds adjoints. */
    private boolean isDualMemory(Expression expression) {
        return expression instanceof Expression.Place place
                && expression.type() == Type.DOUBLE
                && leadsToDuals(place.container());
    }

    private boolean leadsToDuals(Expression reference) {
        if (reference instanceof Expression.Read read) {
            return duals.contains(read.variable());
        } else if (reference instanceof Expression.Element element) {
            return leadsToDuals(element.array());
        } else if (reference instanceof Expression.Data data) {
            return leadsToDuals(data.matrix());
        }
        return reference instanceof Expression.DerivativeField || reference instanceof Expression.ShadowOf;
    }
}
