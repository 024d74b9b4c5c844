package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.GivenDerivative;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.rules.OperationRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Says what a statement reads and writes, so that the tangent and the reverse sweep can tell of it on both sides of the statement. The reverse
 * of a statement is the transpose of its tangent if the products {@code <adjoint, tangent>} over all that it touches are the same before it and
 * after it; where they are not, the two part. Calls of rules by hand are always told of, for they alone can be wrong without a fault of the
 * processor's, and they are few; other statements on request, because it makes their derivatives long and slow.
 */
public final class TransposeNotes {

    /** Which statements are told of. */
    public enum Extent {
        NOTHING,
        RULES,
        EVERY_LINE
    }

    private final Facts facts;
    private final Extent extent;

    /** Notes on the statements of a flattened unit. */
    public TransposeNotes(Facts facts, Extent extent) {
        this.facts = facts;
        this.extent = extent;
    }

    /**
     * What a statement touches, in terms of the program: numbers and references, whose duals are told.
     *
     * @param isRule whether it calls a rule by hand
     * @param position where the statement stands
     * @param what the statement, for people
     * @param before what is there before it
     * @param after what is there after it
     */
    record Touched(boolean isRule, Position position, String what, List<Expression> before, List<Expression> after) {

        Statement before(UnaryOperator<Expression> dual) {
            return new Statement.Tell(
                    false, isRule, position, what, before.stream().map(dual).toList(), List.of());
        }

        Statement after(UnaryOperator<Expression> dual) {
            return after(dual, List.of());
        }

        /** With the duals of a callee's parameters. */
        Statement after(UnaryOperator<Expression> dual, List<Expression> parameters) {
            return new Statement.Tell(
                    true, isRule, position, what, after.stream().map(dual).toList(), parameters);
        }
    }

    /** What a statement touches, if it is told of. */
    Optional<Touched> of(Statement statement) {
        if (extent == Extent.NOTHING || statement.position().line() <= 0) {
            return Optional.empty();
        } else if (statement instanceof Statement.CallGiven call) {
            return given(call);
        }
        return (extent == Extent.EVERY_LINE ? ours(statement) : Optional.<Touched>empty())
                .filter(touched -> touched.after().stream().allMatch(TransposeNotes::staysWhereItIs));
    }

    /** What the numbers that a call is given are computed from: before, and with the numbers that the callee gets after. */
    Optional<Touched> passed(Position position, List<Expression> numbers) {
        if (extent != Extent.EVERY_LINE || position.line() <= 0 || numbers.isEmpty()) {
            return Optional.empty();
        }
        Set<Expression> read = new LinkedHashSet<>();
        numbers.forEach(number -> addRead(number, read));
        return Optional.of(touched(position, read, List.of()))
                .filter(touched -> touched.after().stream().allMatch(TransposeNotes::staysWhereItIs));
    }

    private Optional<Touched> given(Statement.CallGiven call) {
        GivenDerivative given = call.given();
        if (given.reverse().isEmpty() || !facts.activity().isActive(call.result())) {
            return Optional.empty();
        }
        Set<Expression> before = new LinkedHashSet<>();
        given.reverse().get().operands().stream()
                .filter(operand -> operand.kind() == GivenDerivative.Kind.SHARE)
                .map(operand -> call.arguments().get(operand.argument()))
                .filter(this::carries)
                .forEach(before::add);
        List<Expression> after = new ArrayList<>(before);
        after.add(Expressions.read(call.result()));
        String what = given.name() + " by " + given.rules();
        return Optional.of(new Touched(true, call.position(), what, List.copyOf(before), after));
    }

    private Optional<Touched> ours(Statement statement) {
        Set<Expression> before = new LinkedHashSet<>();
        Set<Expression> after = new LinkedHashSet<>();
        if (statement instanceof Statement.Declare declare
                && declare.value().isPresent()
                && declare.variable().type() == Type.DOUBLE
                && facts.activity().isActive(declare.variable())) {
            addRead(declare.value().get(), before);
            after.add(Expressions.read(declare.variable()));
        } else if (statement instanceof Statement.Assign assign
                && assign.variable().type() == Type.DOUBLE
                && facts.activity().isActive(assign.variable())) {
            // before, it may have no value; if so it is not read
            addRead(assign.value(), before);
            after.add(Expressions.read(assign.variable()));
        } else if (statement instanceof Statement.Store store
                && store.place().type() == Type.DOUBLE
                && facts.activity().isActive(store.place())) {
            addRead(store.value(), before);
            before.add(store.place());
        } else if (statement instanceof Statement.Allocate allocate
                && allocate.allocation() instanceof Statement.Allocation.Copy copy
                && facts.activity().isActive(allocate.variable())
                && !Allocations.sharesRows(allocate)
                && facts.activity().leadsToActive(copy.source())) {
            before.add(copy.source());
            after.add(Expressions.read(allocate.variable()));
        } else if (statement instanceof Statement.Operate operate
                && facts.isActive(OperationRules.of(operate.operation()), operate)) {
            operate.arguments().stream().filter(this::carries).forEach(before::add);
            operate.result()
                    .filter(facts.activity()::isActive)
                    .map(Expressions::read)
                    .ifPresent(after::add);
        } else {
            return Optional.empty();
        }
        return Optional.of(touched(statement.position(), before, after));
    }

    private static Touched touched(Position position, Set<Expression> before, Collection<Expression> written) {
        Set<Expression> after = new LinkedHashSet<>(before);
        after.addAll(written);
        return new Touched(false, position, position.text(), List.copyOf(before), List.copyOf(after));
    }

    private boolean carries(Expression argument) {
        return argument.type().isReference()
                ? facts.activity().leadsToActive(argument)
                : facts.activity().isActive(argument);
    }

    /** Adds the variables and places that the value of an expression carries derivatives of. */
    private void addRead(Expression expression, Set<Expression> read) {
        if (expression.type() != Type.DOUBLE || !facts.activity().isActive(expression)) {
            return;
        } else if (expression instanceof Expression.Read || expression instanceof Expression.Place) {
            read.add(expression);
        } else {
            expression.parts().forEach(part -> addRead(part, read));
        }
    }

    /** Whether what is told lies at the same place before the statement and after it: no index depends on what it may write. */
    private static boolean staysWhereItIs(Expression told) {
        return told.parts().stream().noneMatch(part -> Walk.any(part, inner -> inner.type() == Type.DOUBLE));
    }
}
