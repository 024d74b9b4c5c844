package dev.gradwright.processor.derive;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.Loops;
import java.util.List;

/** Loops over all numbers in two arrays or matrices of the same shape. */
final class Entries {

    private static final List<String> INDICES = List.of("i", "j", "k", "l");

    private Entries() {}

    /** What is done with two numbers at the same place. */
    interface Step {
        Statement with(Expression.Place first, Expression.Place second);
    }

    /** Does something with each pair of numbers. */
    static Statement pairwise(Expression first, Expression second, Step step) {
        return pairwise(first, second, step, 0);
    }

    private static Statement pairwise(Expression first, Expression second, Step step, int depth) {
        Variable index = Variable.synthetic(INDICES.get(depth), Type.INT);
        Expression.Element left = Loops.entry(first, Expressions.read(index));
        Expression.Element right = Loops.entry(second, Expressions.read(index));
        Statement inner = left.type() == Type.DOUBLE ? step.with(left, right) : pairwise(left, right, step, depth + 1);
        return Loops.count(index, Loops.size(first), List.of(inner));
    }
}
