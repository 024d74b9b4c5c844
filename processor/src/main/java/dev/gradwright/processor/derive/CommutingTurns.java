package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Assignments;
import dev.gradwright.processor.analysis.Region;
import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * Loops whose turns may go back in any order: so they can go back upwards, which compilers make vector instructions of more readily. All that
 * turns do to an adjoint that several of them touch is to add to it, or all that they do is to read it; what a turn stores to, it
 * has for itself.
 */
final class CommutingTurns {

    private final Facts facts;
    private final Statement.For loop;
    private final List<Expression.Place> places = new ArrayList<>();

    private CommutingTurns(Facts facts, Statement.For loop) {
        this.facts = facts;
        this.loop = loop;
        loop.body()
                .statements()
                .forEach(statement -> Walk.expressions(statement)
                        .forEach(expression -> Walk.any(expression, part -> {
                            if (part instanceof Expression.Place place && part.type() == Type.DOUBLE) {
                                places.add(place);
                            }
                            return false;
                        })));
    }

    /**
     * Whether the turns of a loop are such.
     *
     * @param reverse what a turn does on its way back
     */
    static boolean in(Facts facts, Statement.For loop, Block reverse) {
        CommutingTurns turns = new CommutingTurns(facts, loop);
        return reverse.statements().stream().allMatch(CommutingTurns::isPlain)
                && loop.body().statements().stream().allMatch(turns::commutes);
    }

    /** Whether a statement of the reverse sweep has nothing to do with the tape or a log. */
    private static boolean isPlain(Statement statement) {
        return statement instanceof Statement.Declare
                || statement instanceof Statement.Assign
                || statement instanceof Statement.Store
                || statement instanceof Statement.Note;
    }

    private boolean commutes(Statement statement) {
        if (statement instanceof Statement.Assign assign) {
            return addsTo(assign.variable(), assign);
        } else if (statement instanceof Statement.Store store) {
            return store.place().type() == Type.DOUBLE && isAlone(store.place());
        }
        return statement instanceof Statement.Declare declare && declare.value().isPresent();
    }

    /** Whether all that turns do with a variable is to add to it in one statement: then its adjoint is only read. */
    private boolean addsTo(Variable variable, Statement.Assign assign) {
        Expression read = Expressions.read(variable);
        return loop.body().statements().stream()
                .allMatch(statement -> statement == assign
                        ? Increments.of(assign.value(), read)
                                .filter(rest -> !Expressions.reads(rest, variable))
                                .isPresent()
                        : !Assignments.writes(statement, variable)
                                && Walk.expressions(statement).stream()
                                        .noneMatch(expression -> Expressions.reads(expression, variable)));
    }

    /** Whether other turns have nothing to do with the place that a turn stores to, nor with any other name of it. */
    private boolean isAlone(Expression.Place stored) {
        Region region = region(stored);
        if (region.isExposed()) {
            return false;
        }
        boolean isOwn = isOwn(stored);
        for (Expression.Place place : places) {
            boolean isSame = region(place) == region;
            if (isSame && !(isOwn && place.equals(stored))
                    || !isSame && region.isExternal() && region(place).isExternal()) {
                return false;
            }
        }
        return true;
    }

    private Region region(Expression.Place place) {
        return facts.aliases().contents(place.container());
    }

    /** Whether a place is another one at each turn: the index of the loop is one of its indices, and all else in it stays. */
    private boolean isOwn(Expression.Place place) {
        Expression index = Expressions.read(loop.index());
        List<Expression> indices = place.parts().subList(1, place.parts().size());
        return isOneThing(place.container())
                && indices.contains(index)
                && indices.stream().allMatch(part -> part.equals(index) || stays(part));
    }

    private boolean isOneThing(Expression container) {
        return container instanceof Expression.Read && stays(container)
                || container instanceof Expression.ModelField
                || container instanceof Expression.Element row && isOneThing(row.array()) && stays(row.index())
                || container instanceof Expression.Data data && isOneThing(data.matrix());
    }

    private boolean stays(Expression part) {
        return part instanceof Expression.Literal
                || part instanceof Expression.Read read && !Assignments.writes(loop.body(), read.variable());
    }
}
