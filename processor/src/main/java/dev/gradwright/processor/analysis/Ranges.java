package dev.gradwright.processor.analysis;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** Between which bounds the ints of a method lie, as far as can be seen at once; whatever could have wrapped around has none. */
public final class Ranges {

    /** Expressions and definitions are followed no deeper than this. */
    private static final int DEPTH = 12;

    /** Ints from one to another, both included. */
    public record Range(long low, long high) {

        private static final Range ALL = new Range(Integer.MIN_VALUE, Integer.MAX_VALUE);

        public boolean reachesLowest() {
            return low == Integer.MIN_VALUE;
        }

        public boolean reachesHighest() {
            return high == Integer.MAX_VALUE;
        }

        /** The range as it is if nothing in it is too large for an int. */
        private Range checked() {
            return low < Integer.MIN_VALUE || high > Integer.MAX_VALUE || low > high ? ALL : this;
        }
    }

    private final Map<Variable, Expression> values = new IdentityHashMap<>();
    private final Map<Variable, Statement.For> loops = new IdentityHashMap<>();

    /** Looks at a method. */
    public Ranges(Method method) {
        Assignments assignments = new Assignments(method);
        Walk.statements(method.body(), statement -> {
            if (statement instanceof Statement.For loop) {
                loops.put(loop.index(), loop);
            } else if (statement instanceof Statement.Declare declare && assignments.isFinal(declare.variable())) {
                declare.value().ifPresent(value -> values.put(declare.variable(), value));
            }
        });
    }

    /** The bounds of an expression of type int. */
    public Range of(Expression expression) {
        return of(expression, DEPTH);
    }

    private Range of(Expression expression, int depth) {
        if (depth == 0) {
            return Range.ALL;
        } else if (expression instanceof Expression.Literal literal && literal.value() instanceof Integer value) {
            return new Range(value, value);
        } else if (expression instanceof Expression.Length || expression instanceof Expression.Extent) {
            return new Range(0, Integer.MAX_VALUE);
        } else if (expression instanceof Expression.Read read && loops.containsKey(read.variable())) {
            return ofIndex(loops.get(read.variable()), depth - 1);
        } else if (expression instanceof Expression.Read read && values.containsKey(read.variable())) {
            return of(values.get(read.variable()), depth - 1);
        } else if (expression instanceof Expression.Binary binary && binary.type() == Type.INT) {
            return ofSum(binary, depth - 1);
        }
        return Range.ALL;
    }

    private Range ofSum(Expression.Binary binary, int depth) {
        Range left = of(binary.left(), depth);
        Range right = of(binary.right(), depth);
        if (binary.operator() == BinaryOperator.PLUS) {
            return new Range(left.low() + right.low(), left.high() + right.high()).checked();
        } else if (binary.operator() == BinaryOperator.MINUS) {
            return new Range(left.low() - right.high(), left.high() - right.low()).checked();
        }
        return Range.ALL;
    }

    /** Inside a loop its condition holds, so an index that steps by one has not wrapped around. */
    private Range ofIndex(Statement.For loop, int depth) {
        Optional<Expression.Binary> test = test(loop.condition(), loop.index());
        if (test.isEmpty() || loop.index().type() != Type.INT) {
            return Range.ALL;
        }
        Range start = of(loop.start(), depth);
        Range bound = of(test.get().right(), depth);
        BinaryOperator operator = test.get().operator();
        if (loop.step() == 1 && operator == BinaryOperator.LESS) {
            return new Range(start.low(), bound.high() - 1).checked();
        } else if (loop.step() == 1 && operator == BinaryOperator.LESS_EQUAL && !bound.reachesHighest()) {
            return new Range(start.low(), bound.high()).checked();
        } else if (loop.step() == -1 && operator == BinaryOperator.GREATER) {
            return new Range(bound.low() + 1, start.high()).checked();
        } else if (loop.step() == -1 && operator == BinaryOperator.GREATER_EQUAL && !bound.reachesLowest()) {
            return new Range(bound.low(), start.high()).checked();
        }
        return Range.ALL;
    }

    /** What a condition says about the index. */
    private static Optional<Expression.Binary> test(Expression condition, Variable index) {
        if (!(condition instanceof Expression.Binary binary)) {
            return Optional.empty();
        }
        if (binary.operator() == BinaryOperator.CONDITIONAL_AND) {
            return test(binary.left(), index).or(() -> test(binary.right(), index));
        }
        return binary.left().equals(Expressions.read(index)) ? Optional.of(binary) : Optional.empty();
    }
}
