package dev.gradwright.processor.lower.body;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.List;

/** Fields of small classes that can be given another value: arrays with one element, which all references to an object share. */
public final class Cells {

    private final Body body;

    public Cells(Body body) {
        this.body = body;
    }

    /** Declares the cells of a field of a new object; more than one if the field's type is taken apart. */
    public void declare(Variable cell) {
        for (Variable leaf : body.takenApart().leaves(cell)) {
            Statement.Allocation allocation =
                    new Statement.Allocation.NewArray((Type.ArrayOf) leaf.type(), List.of(Expressions.literal(1)));
            body.add(new Statement.Allocate(leaf, allocation, body.position()));
        }
    }

    /** Writes into places, all parts of a value at once. */
    public void store(Expression place, Expression value) {
        List<Expression> places = Expression.Bundle.leaves(place);
        List<Expression> values = Expression.Bundle.leaves(value);
        if (places.size() > 1) {
            values = values.stream().map(body::held).toList();
        }
        for (int i = 0; i < places.size(); i++) {
            body.add(new Statement.Store((Expression.Place) places.get(i), values.get(i), body.position()));
        }
    }
}
