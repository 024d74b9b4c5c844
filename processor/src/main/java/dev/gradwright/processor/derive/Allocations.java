package dev.gradwright.processor.derive;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Statement.Allocation;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.rules.Loops;
import java.util.List;

/** Duals of new arrays and matrices: as large, and all zero. */
final class Allocations {

    private Allocations() {}

    /** Makes the dual of what a statement has just made. */
    static Statement dual(Statement.Allocate allocate, Duals duals) {
        Allocation made = allocate.allocation();
        if (sharesRows(allocate)) {
            made = new Allocation.Copy(duals.of(((Allocation.Copy) made).source()));
        } else if (made instanceof Allocation.Copy copy) {
            Expression source = copy.source();
            made = new Allocation.Shadow(
                    source.type() instanceof Type.Matrix
                            ? new Allocation.NewMatrix(Loops.rows(source), Loops.columns(source))
                            : new Allocation.NewArray(
                                    (Type.ArrayOf) source.type(), List.of(new Expression.Length(source))));
        } else if (!(made instanceof Allocation.Shadow)) {
            made = new Allocation.Shadow(made);
        }
        return new Statement.Allocate(duals.of(allocate.variable()), made, Position.NOWHERE);
    }

    /** Whether a copy is one of references, whose rows are those of the original. */
    static boolean sharesRows(Statement.Allocate allocate) {
        return allocate.allocation() instanceof Allocation.Copy
                && allocate.variable().type() instanceof Type.ArrayOf array
                && array.element().isReference();
    }
}
