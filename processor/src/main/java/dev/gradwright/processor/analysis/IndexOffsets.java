package dev.gradwright.processor.analysis;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How far the index of an element lies from the index of a loop around it: that of {@code x[i + 1]} one above {@code i}, that of {@code x[k]} at least
 * one below it where {@code k} counts while {@code k < i}. What arithmetic that wraps around could have made has no bounds, unless no array is so long
 * that it could be an index.
 */
final class IndexOffsets {

    /** Expressions and definitions are followed no deeper than this. */
    private static final int DEPTH = 12;

    /** From where to where, both included; beyond all differences of ints where there is no bound. */
    record Offsets(long least, long most) {

        private static final long BEYOND = 1L << 40;
        private static final Offsets ALL = new Offsets(-BEYOND, BEYOND);

        private Offsets within(Offsets other) {
            return new Offsets(Math.max(least, other.least), Math.min(most, other.most));
        }

        private Offsets moved(long amount) {
            return new Offsets(least + amount, most + amount);
        }
    }

    /** A turn of the loop, and the statement in it at which something is asked. */
    private record Turn(Statement.For loop, Statement at) {

        private Turn at(Statement other) {
            return new Turn(loop, other);
        }
    }

    private final Layout layout;
    private final Ranges ranges;
    private final Map<Variable, Statement.Declare> definitions = new IdentityHashMap<>();

    IndexOffsets(Method method, Layout layout) {
        this.layout = layout;
        this.ranges = new Ranges(method);
        Assignments assignments = new Assignments(method);
        Set<Variable> ambiguous = Collections.newSetFromMap(new IdentityHashMap<>());
        Walk.statements(method.body(), statement -> {
            if (statement instanceof Statement.Declare declare
                    && assignments.isFinal(declare.variable())
                    && definitions.put(declare.variable(), declare) != null) {
                ambiguous.add(declare.variable());
            }
        });
        definitions.keySet().removeAll(ambiguous);
    }

    /** The only statement that gives a variable a value, if it is one. */
    Optional<Statement.Declare> definition(Variable variable) {
        return Optional.ofNullable(definitions.get(variable));
    }

    /**
     * How far an index lies from that of a loop, both as they are in the same turn of the loop.
     *
     * @param index the index of an element or entry that is there
     * @param at the statement that accesses it
     */
    Offsets of(Expression index, Statement.For loop, Statement at) {
        return of(index, new Turn(loop, at), true, DEPTH);
    }

    /**
     * Whether a loop counts by one without ever wrapping around: an index below its bound can be increased, and where nothing but a bound that
     * stays is asked, one that wraps around could only do so in a loop that never ends.
     */
    static boolean counts(Statement.For loop) {
        if (loop.index().type() != Type.INT || Math.abs(loop.step()) != 1) {
            return false;
        }
        boolean isUp = loop.step() > 0;
        BinaryOperator exclusive = isUp ? BinaryOperator.LESS : BinaryOperator.GREATER;
        BinaryOperator inclusive = isUp ? BinaryOperator.LESS_EQUAL : BinaryOperator.GREATER_EQUAL;
        List<Expression.Binary> tests = tests(loop.condition(), loop.index()).toList();
        return tests.stream().anyMatch(test -> test.operator() == exclusive)
                || tests.stream()
                        .anyMatch(test ->
                                test == loop.condition() && test.operator() == inclusive && stays(test.right(), loop));
    }

    /** All that a condition demands of the index. */
    private static Stream<Expression.Binary> tests(Expression condition, Variable index) {
        if (!(condition instanceof Expression.Binary test)) {
            return Stream.empty();
        } else if (test.operator() == BinaryOperator.CONDITIONAL_AND) {
            return Stream.concat(tests(test.left(), index), tests(test.right(), index));
        }
        return Stream.of(test).filter(t -> t.left().equals(Expressions.read(index)));
    }

    private static boolean stays(Expression bound, Statement.For loop) {
        return !Walk.any(bound, part -> {
            if (part instanceof Expression.Read read) {
                return read.variable() == loop.index() || Assignments.writes(loop.body(), read.variable());
            }
            return !(part instanceof Expression.Literal
                    || part instanceof Expression.Binary
                    || part instanceof Expression.Length length && length.array() instanceof Expression.Read);
        });
    }

    private Offsets of(Expression index, Turn turn, boolean isAccessed, int depth) {
        if (depth == 0 || index.type() != Type.INT) {
            return Offsets.ALL;
        }
        Offsets known = fromRanges(index, turn);
        if (!layout.isInside(turn.at(), turn.loop())) {
            return known;
        } else if (index instanceof Expression.Read read) {
            return known.within(ofVariable(read.variable(), turn, isAccessed, depth - 1));
        } else if (index instanceof Expression.Binary sum && sum.right() instanceof Expression.Literal amount) {
            if (sum.operator() == BinaryOperator.PLUS) {
                return known.within(ofSum(sum.left(), value(amount), turn, isAccessed, depth - 1));
            } else if (sum.operator() == BinaryOperator.MINUS) {
                return known.within(ofSum(sum.left(), -value(amount), turn, isAccessed, depth - 1));
            }
        }
        return known;
    }

    private static long value(Expression.Literal literal) {
        return ((Number) literal.value()).longValue();
    }

    /** What follows from the greatest and least values of both, whatever the turn. */
    private Offsets fromRanges(Expression index, Turn turn) {
        Ranges.Range one = ranges.of(index);
        Ranges.Range other = ranges.of(Expressions.read(turn.loop().index()));
        return new Offsets(one.low() - other.high(), one.high() - other.low());
    }

    private Offsets ofVariable(Variable variable, Turn turn, boolean isAccessed, int depth) {
        Optional<Statement.For> counting = layout.counting(variable, turn.at());
        if (counting.isPresent()) {
            return counting.get() == turn.loop() ? new Offsets(0, 0) : ofIndex(counting.get(), turn, depth);
        }
        return definition(variable)
                .flatMap(declare -> declare.value().map(value -> of(value, turn.at(declare), isAccessed, depth)))
                .orElse(Offsets.ALL);
    }

    /** The index of a loop inside the turn lies between where it starts and what its condition demands. */
    private Offsets ofIndex(Statement.For inner, Turn turn, int depth) {
        Turn before = turn.at(inner);
        long least = -Offsets.BEYOND;
        long most = Offsets.BEYOND;
        for (Expression.Binary test : tests(inner.condition(), inner.index()).toList()) {
            Offsets bound = of(test.right(), before, false, depth);
            switch (test.operator()) {
                case LESS -> most = Math.min(most, bound.most() - 1);
                case LESS_EQUAL -> most = Math.min(most, bound.most());
                case GREATER -> least = Math.max(least, bound.least() + 1);
                case GREATER_EQUAL -> least = Math.max(least, bound.least());
                default -> {
                    // says nothing of where it lies
                }
            }
        }
        if (counts(inner)) {
            Offsets start = of(inner.start(), before, false, depth);
            least = inner.step() > 0 ? Math.max(least, start.least()) : least;
            most = inner.step() < 0 ? Math.min(most, start.most()) : most;
        }
        return new Offsets(least, most);
    }

    /**
     * A sum that is an index has not wrapped around from above, for then it would be negative; nor has what is one less than something from
     * below, for no array has an element at the greatest int.
     */
    private Offsets ofSum(Expression term, long amount, Turn turn, boolean isAccessed, int depth) {
        Offsets moved = of(term, turn, false, depth).moved(amount);
        Ranges.Range range = ranges.of(term);
        if (range.low() + amount >= Integer.MIN_VALUE && range.high() + amount <= Integer.MAX_VALUE) {
            return moved;
        } else if (!isAccessed) {
            return Offsets.ALL;
        }
        return amount >= -1 ? moved : new Offsets(moved.least(), Offsets.BEYOND);
    }
}
