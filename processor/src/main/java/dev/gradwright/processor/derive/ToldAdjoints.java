package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Type;
import java.util.function.UnaryOperator;

/** Where the reverse sweep has the adjoints of what a statement reads and writes. */
record ToldAdjoints(Duals bars, Values values) {

    /** The adjoints of what the statement at a point reads and writes. */
    UnaryOperator<Expression> at(Point point) {
        return told -> at(point, told);
    }

    private Expression at(Point point, Expression told) {
        if (told.type() == Type.DOUBLE) {
            return told instanceof Expression.Place place
                    ? values.dualAt(point, place)
                    : Expressions.read(bars.of(((Expression.Read) told).variable()));
        }
        boolean isNew = told instanceof Expression.Read read
                && Walk.declared(point.statement()).contains(read.variable());
        return values.dualAt(isNew ? new Point(point.scope(), point.index() + 1) : point, told);
    }
}
