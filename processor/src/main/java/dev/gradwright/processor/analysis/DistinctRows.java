package dev.gradwright.processor.analysis;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.ir.Variable;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Arrays of arrays whose rows are different objects at different indices: made with all their rows at once, and never given another row, nor to code
 * that could do so. A copy is none, for it has the rows of the original, whatever they are.
 */
final class DistinctRows {

    private final Aliases aliases;
    private final Set<Region> doubtful = Collections.newSetFromMap(new IdentityHashMap<>());

    DistinctRows(Unit unit, Aliases aliases) {
        this.aliases = aliases;
        unit.methods().values().forEach(method -> Walk.statements(method.body(), this::visit));
    }

    /** Whether rows of the two arrays are different objects if their indices are different. */
    boolean areDistinct(Expression first, Expression second) {
        Region region = aliases.region(first);
        return region == aliases.region(second)
                && !region.isExternal()
                && !region.isExposed()
                && region.writes().isEmpty()
                && !doubtful.contains(region);
    }

    private void visit(Statement statement) {
        boolean isKnown = statement instanceof Statement.Declare
                || statement instanceof Statement.Assign
                || statement instanceof Statement.Store
                || statement instanceof Statement.CallHelper
                || statement instanceof Statement.If
                || statement instanceof Statement.For
                || statement instanceof Statement.While
                || statement instanceof Statement.TryFinally
                || statement instanceof Statement.Assert
                || statement instanceof Statement.Throw
                || statement instanceof Statement.Allocate allocate
                        && allocate.allocation() instanceof Statement.Allocation.NewArray;
        if (!isKnown) {
            Walk.declared(statement).forEach(this::doubt);
            Walk.expressions(statement).forEach(this::doubt);
        }
    }

    private void doubt(Variable variable) {
        if (hasRows(variable.type())) {
            doubtful.add(aliases.region(variable));
        }
    }

    /** Whatever is mentioned. */
    private void doubt(Expression expression) {
        if (hasRows(expression.type())) {
            doubtful.add(aliases.region(expression));
        }
        expression.parts().forEach(this::doubt);
    }

    private static boolean hasRows(Type type) {
        return type instanceof Type.ArrayOf array && array.element() instanceof Type.ArrayOf;
    }
}
