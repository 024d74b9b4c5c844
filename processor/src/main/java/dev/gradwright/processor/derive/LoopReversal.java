package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Assignments;
import dev.gradwright.processor.analysis.Ranges;
import dev.gradwright.processor.analysis.Substitution;
import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs loops backwards. A loop that counts by one up to a bound that does not change is run from the other end by arithmetic
 * alone, or from the same end if its turns commute. Any other is counted in the forward sweep, and the value of its index follows from the number of the turn.
 */
final class LoopReversal {

    private final Facts facts;
    private final Keeping keeping;
    private final Values values;
    private final Ranges ranges;
    private final Sweeps sweeps;

    LoopReversal(Facts facts, Keeping keeping, Values values, Ranges ranges, Sweeps sweeps) {
        this.facts = facts;
        this.keeping = keeping;
        this.values = values;
        this.ranges = ranges;
        this.sweeps = sweeps;
    }

    void visit(Point point) {
        if (point.statement() instanceof Statement.For loop) {
            Optional<BackwardsRange> range = backwards(point, loop);
            if (range.isPresent()) {
                byArithmetic(point, loop, range.get());
            } else {
                counted(point, loop.body());
            }
        } else {
            counted(point, ((Statement.While) point.statement()).body());
        }
    }

    /**
     * Runs each turn forward and at once back.
     *
     * @param check what comes at the end of each turn, and before what comes before the loop is gone back through
     */
    void together(Point point, Statement.For loop, List<Statement> check) {
        Scope body = new Scope(point.scope(), point.index(), true, loop.body());
        keeping.given(loop.index());
        body.countTurns(() -> turn(point, loop));
        sweeps.visit(body);
        point.scope()
                .add(
                        () -> {
                            List<Statement> turn =
                                    new ArrayList<>(body.together(false).statements());
                            turn.addAll(check);
                            return List.of(forward(point, loop, new Block(turn)));
                        },
                        check.isEmpty() ? List.of() : List.of(() -> check));
    }

    /** Where a loop starts when it is run backwards, and the condition under which it goes on. */
    private record BackwardsRange(Supplier<Expression> start, Supplier<Expression> condition) {}

    private Optional<BackwardsRange> backwards(Point point, Statement.For loop) {
        if (!(loop.condition() instanceof Expression.Binary test)
                || !test.left().equals(Expressions.read(loop.index()))
                || loop.index().type() != Type.INT
                || !isInvariant(point, test.right(), loop)) {
            return Optional.empty();
        }
        boolean up = loop.step() == 1
                && (test.operator() == BinaryOperator.LESS || test.operator() == BinaryOperator.LESS_EQUAL);
        boolean down = loop.step() == -1
                && (test.operator() == BinaryOperator.GREATER || test.operator() == BinaryOperator.GREATER_EQUAL);
        if (!up && !down) {
            return Optional.empty();
        }
        boolean exclusive = test.operator() == BinaryOperator.LESS || test.operator() == BinaryOperator.GREATER;
        BinaryOperator towardsStart = up ? BinaryOperator.GREATER_EQUAL : BinaryOperator.LESS_EQUAL;
        Expression index = Expressions.read(loop.index());
        return Optional.of(new BackwardsRange(
                () -> {
                    Expression bound = values.at(point, test.right());
                    return exclusive ? beside(bound, up ? -1 : 1) : bound;
                },
                () -> {
                    Expression condition = Expressions.binary(towardsStart, index, values.at(point, loop.start()));
                    return mayWrap(loop.start(), test.right(), up, exclusive)
                            ? new Expression.Binary(
                                    Type.BOOLEAN,
                                    BinaryOperator.CONDITIONAL_AND,
                                    condition,
                                    Expressions.binary(test.operator(), index, values.at(point, test.right())))
                            : condition;
                }));
    }

    /**
     * Whether the index, run backwards, could wrap around: behind the start, or already beside the bound. Then the loop's own
     * condition is asked as well.
     */
    private boolean mayWrap(Expression start, Expression bound, boolean up, boolean exclusive) {
        Ranges.Range first = ranges.of(start);
        Ranges.Range last = ranges.of(bound);
        return up
                ? first.reachesLowest() || exclusive && last.reachesLowest()
                : first.reachesHighest() || exclusive && last.reachesHighest();
    }

    private static Expression beside(Expression bound, int offset) {
        if (bound instanceof Expression.Literal literal && literal.value() instanceof Integer value) {
            return Expressions.literal(value + offset);
        }
        return offset < 0
                ? Expressions.minus(bound, Expressions.literal(1))
                : Expressions.plus(bound, Expressions.literal(1));
    }

    /** Whether the bound is the same at every turn as before the loop. */
    private boolean isInvariant(Point point, Expression bound, Statement.For loop) {
        return bound.type() == Type.INT
                && !Walk.any(
                        bound,
                        part -> part instanceof Expression.Read read
                                && (read.variable() == loop.index()
                                        || Assignments.writes(loop.body(), read.variable())))
                && values.isUntouched(point, bound);
    }

    private void byArithmetic(Point point, Statement.For loop, BackwardsRange range) {
        Scope body = new Scope(point.scope(), point.index(), true, loop.body());
        keeping.given(loop.index());
        body.countTurns(() -> turn(point, loop));
        sweeps.visit(body);
        List<Supplier<List<Statement>>> reverse = new ArrayList<>();
        if (!body.hasNoReverse()) {
            Expression start = range.start().get();
            Expression condition = range.condition().get();
            Statement.For upwards = upwards(point, loop);
            reverse.add(() -> {
                Block turn = body.reverse(keeping);
                return List.of(
                        loop.step() > 0 && CommutingTurns.in(facts, loop, turn)
                                ? (Statement.For) Substitution.blocks(upwards, empty -> turn)
                                : new Statement.For(
                                        loop.index(), start, condition, -loop.step(), turn, loop.position()));
            });
        }
        point.scope().add(() -> List.of(forward(point, loop, body.forward(keeping))), reverse);
    }

    /** A loop with the turns of another one, in the order of the forward sweep, and nothing in it. */
    private Statement.For upwards(Point point, Statement.For loop) {
        Expression.Binary test = (Expression.Binary) loop.condition();
        Expression condition = Expressions.binary(test.operator(), test.left(), values.at(point, test.right()));
        return new Statement.For(
                loop.index(), values.at(point, loop.start()), condition, loop.step(), Block.EMPTY, loop.position());
    }

    private void counted(Point point, Block block) {
        Scope body = new Scope(point.scope(), point.index(), true, block);
        // a loop can turn more often than an int can count
        Variable trips = Variable.synthetic("trips", Type.LONG);
        Variable turn = Variable.synthetic("turn", Type.LONG);
        keeping.given(turn);
        body.countTurns(() -> Expressions.read(turn));
        if (point.statement() instanceof Statement.For loop) {
            keeping.define(loop.index(), body, -1, () -> Optional.of(index(point, loop, turn)), () -> "");
        }
        sweeps.visit(body);
        if (body.hasNoReverse()) {
            point.scope().add(() -> List.of(forward(point, point.statement(), body.forward(keeping))), List.of());
            return;
        }
        keeping.define(
                trips, point.scope(), point.index(), "the turns of a loop that does not count by one to a fixed bound");
        keeping.demand(trips);
        body.addLast(new Statement.Assign(
                trips, Expressions.plus(Expressions.read(trips), Expressions.literal(1)), Position.NOWHERE));
        point.scope()
                .add(
                        () -> List.of(
                                new Statement.Declare(
                                        trips, Optional.of(new Expression.Literal(Type.LONG, 0L)), Position.NOWHERE),
                                forward(point, point.statement(), body.forward(keeping))),
                        List.of(() -> List.of(new Statement.For(
                                turn,
                                Expressions.minus(Expressions.read(trips), Expressions.literal(1)),
                                Expressions.binary(
                                        BinaryOperator.GREATER_EQUAL, Expressions.read(turn), Expressions.literal(0)),
                                -1,
                                body.reverse(keeping),
                                point.statement().position()))));
    }

    /** The index at a turn: start + turn * step, in the arithmetic of the index's own type, which wraps around as Java's does. */
    private Expression index(Point point, Statement.For loop, Variable turn) {
        Expression start = values.at(point, loop.start());
        boolean isLong = loop.index().type() == Type.LONG;
        Expression number =
                isLong ? Expressions.read(turn) : new Expression.Cast(Type.INT, Expressions.read(turn), false);
        Expression step =
                isLong ? new Expression.Literal(Type.LONG, loop.step()) : Expressions.literal((int) loop.step());
        Expression offset = loop.step() == 1 ? number : Expressions.times(number, step);
        return Inductions.isZero(start) ? offset : Expressions.plus(start, offset);
    }

    /** The number of the turn at which a loop that counts by one has its index. */
    private Expression turn(Point point, Statement.For loop) {
        Expression index = Expressions.read(loop.index());
        Expression start = values.at(point, loop.start());
        if (loop.step() < 0) {
            return Expressions.minus(start, index);
        }
        return Inductions.isZero(start) ? index : Expressions.minus(index, start);
    }

    /** A loop of the forward sweep with another body. */
    static Statement forward(Point point, Statement loop, Block body) {
        if (loop instanceof Statement.For counting) {
            return new Statement.For(
                    counting.index(),
                    point.scope().replaced(point.index(), counting.start()),
                    counting.condition(),
                    counting.step(),
                    body,
                    counting.position());
        }
        Statement.While repeating = (Statement.While) loop;
        return new Statement.While(repeating.condition(), body, repeating.position());
    }
}
