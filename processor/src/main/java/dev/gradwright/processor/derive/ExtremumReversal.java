package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Ranges;
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

/**
 * Goes back through loops that look for a largest or smallest number. The adjoint of what they find belongs to the turn that has taken over last, or to what
 * there was before the loop; so the index of that turn is all that is kept, and no other turn is gone back through.
 */
final class ExtremumReversal {

    private final Facts facts;
    private final Duals bars;
    private final Keeping keeping;
    private final Values values;
    private final Ranges ranges;
    private final TransposeNotes notes;

    ExtremumReversal(Facts facts, Duals bars, Keeping keeping, Values values, Ranges ranges, TransposeNotes notes) {
        this.facts = facts;
        this.bars = bars;
        this.keeping = keeping;
        this.values = values;
        this.ranges = ranges;
        this.notes = notes;
    }

    /** Adds both sweeps of a loop to its scope, if it is such a loop and one turn is gone back through without the others. */
    boolean visit(Point point, Statement.For loop) {
        Optional<RunningExtremum> running = RunningExtremum.in(loop, values)
                .filter(found -> facts.activity().isActive(found.extremum()))
                // an index that is never below zero leaves -1 for none
                .filter(found -> ranges.of(Expressions.read(loop.index())).low() >= 0)
                .filter(found -> loop.body().statements().stream()
                        .allMatch(statement -> notes.of(statement).isEmpty()));
        if (running.isEmpty()) {
            return false;
        }
        Variable extremum = running.get().extremum();
        Variable last = Variable.synthetic(extremum.name() + "At", Type.INT);
        Scope body = new Scope(point.scope(), point.index(), true, loop.body());
        Point inside = new Point(body, loop.body().statements().size() - 1);
        Expression compared = running.get().comparedAt(loop, last);
        keeping.define(last, point.scope(), point.index(), "the turn in which the largest or smallest number is found");
        if (!goesBack(inside, compared)) {
            return false;
        }
        keeping.demand(last);
        Variable bar = bars.of(extremum);
        List<Statement> back = new ArrayList<>();
        new Pullback(facts, bars, values, inside, back).through(compared, Expressions.read(bar));
        back.add(new Statement.Assign(bar, Expressions.ZERO, Position.NOWHERE));
        List<Statement> reverse = Sweeps.withNote(
                inside.statement().position(),
                List.of(new Statement.If(
                        RunningExtremum.isThere(last), new Block(back), Block.EMPTY, Position.NOWHERE)));
        Block turn = running.get().noting(loop, last);
        point.scope()
                .add(
                        () -> List.of(
                                new Statement.Declare(last, Optional.of(Expressions.literal(-1)), Position.NOWHERE),
                                LoopReversal.forward(point, loop, turn)),
                        List.of(() -> reverse));
        return true;
    }

    /** Whether the adjoint of a number in the loop is handed on with nothing kept for each turn. */
    private boolean goesBack(Point inside, Expression number) {
        if (!facts.activity().isActive(number) || number instanceof Expression.Read) {
            return true;
        } else if (number instanceof Expression.Place place) {
            return place.parts().stream().allMatch(part -> values.isAtHand(inside, part));
        }
        boolean isLinear = number instanceof Expression.Unary
                || number instanceof Expression.Cast
                || number instanceof Expression.Binary binary
                        && (binary.operator() == BinaryOperator.PLUS || binary.operator() == BinaryOperator.MINUS);
        return isLinear
                ? number.parts().stream().allMatch(part -> goesBack(inside, part))
                : values.isAtHand(inside, number);
    }
}
