package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Assignments;
import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.ir.Variable;
import java.util.List;

/**
 * Arrays that each turn of a loop seems to fill anew, from the first element on. Whether a turn uses what another one has left in them is for
 * generated code to find out, by looking at all elements of their adjoints after each turn; that is worth while where the turn goes
 * through the array anyway.
 */
final class Scratch {

    private final Unit unit;

    Scratch(Unit unit) {
        this.unit = unit;
    }

    /** Whether a loop inside another one, or inside a helper called there, fills the array at each turn of the other one. */
    boolean isFilled(Statement.For turns, Variable array) {
        return isFilled(turns.body(), List.of(turns.index()), array);
    }

    /**
     * Whether a block fills the array.
     *
     * @param given what may be another number each time the block runs
     */
    private boolean isFilled(Block block, List<Variable> given, Variable array) {
        return Walk.any(
                block,
                statement -> statement instanceof Statement.For loop
                                && fills(loop, array)
                                && isLength(((Expression.Binary) loop.condition()).right(), block, given)
                        || statement instanceof Statement.CallHelper call && isFilled(call, array));
    }

    private boolean isFilled(Statement.CallHelper call, Variable array) {
        Method callee = unit.methods().get(call.callee());
        List<Variable> parameters =
                callee.parameters().stream().map(Method.Parameter::variable).toList();
        int at = call.arguments().indexOf(Expressions.read(array));
        return at >= 0 && isFilled(callee.body(), parameters, parameters.get(at));
    }

    private static boolean fills(Statement.For loop, Variable array) {
        Expression element = new Expression.Element(Expressions.read(array), Expressions.read(loop.index()));
        return loop.step() == 1
                && Inductions.isZero(loop.start())
                && loop.condition() instanceof Expression.Binary test
                && test.operator() == BinaryOperator.LESS
                && test.left().equals(Expressions.read(loop.index()))
                && loop.body().statements().stream()
                        .anyMatch(statement -> statement instanceof Statement.Store store
                                && store.place().equals(element));
    }

    /** Whether a bound is a length, or a number from before the block. */
    private static boolean isLength(Expression bound, Block block, List<Variable> given) {
        if (!(bound instanceof Expression.Read read)) {
            return bound instanceof Expression.Length;
        }
        boolean isFromBefore = !given.contains(read.variable()) && !Assignments.writes(block, read.variable());
        return isFromBefore
                || Walk.any(
                        block,
                        statement -> statement instanceof Statement.Declare declare
                                && declare.variable() == read.variable()
                                && declare.value()
                                        .filter(Expression.Length.class::isInstance)
                                        .isPresent());
    }
}
