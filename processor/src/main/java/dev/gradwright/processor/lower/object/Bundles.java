package dev.gradwright.processor.lower.object;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.FixedMatrix;
import dev.gradwright.processor.ir.Type;
import java.util.List;
import java.util.Optional;

/**
 * Values of records and small classes, which are taken apart: {@link Expression.Bundle bundles} of their components; arrays of them are
 * bundles of arrays.
 */
public final class Bundles {

    private Bundles() {}

    /** The values with those that are taken apart replaced by their leaves. */
    public static List<Expression> leaves(List<Expression> values) {
        return values.stream()
                .flatMap(value -> Expression.Bundle.leaves(value).stream())
                .toList();
    }

    /** The element of an array; of one that is taken apart, the elements of its parts. */
    public static Expression element(Expression array, Expression index) {
        if (array instanceof Expression.Bundle bundle) {
            return new Expression.Bundle(
                    ((Type.ArrayOf) bundle.type()).element(),
                    bundle.parts().stream().map(part -> element(part, index)).toList());
        }
        return apart(new Expression.Element(array, index));
    }

    /** A component of a value: what it is, or the place of a field that can change. */
    public static Expression component(Expression value, String name) {
        Type.Composite type = (Type.Composite) value.type();
        Optional<FixedMatrix> fixed = FixedMatrix.of(type);
        if (fixed.isPresent()) {
            return entry(((Expression.Bundle) value).parts().get(0), fixed.get(), name);
        }
        for (int i = 0; i < type.components().size(); i++) {
            Type.Composite.Component component = type.components().get(i);
            if (component.name().equals(name)) {
                return of(value, i, component);
            }
        }
        throw new IllegalArgumentException(type + " has no component " + name);
    }

    /** An entry of a matrix of fixed size; of one that a field of the model holds, what is in its field. */
    private static Expression entry(Expression inside, FixedMatrix fixed, String name) {
        if (inside instanceof Expression.Component held) {
            return new Expression.Component(held.record(), name, Type.DOUBLE);
        }
        return new Expression.Element(
                new Expression.Data(inside),
                Expressions.literal(fixed.place(name).orElseThrow()));
    }

    private static Expression of(Expression value, int index, Type.Composite.Component component) {
        if (!(value instanceof Expression.Bundle bundle)) {
            return component(value, component);
        }
        Expression part = bundle.parts().get(index);
        return component.isCell() ? element(part, Expressions.literal(0)) : part;
    }

    /** A component of a record that a field of the model holds. */
    private static Expression component(Expression record, Type.Composite.Component component) {
        return apart(new Expression.Component(record, component.name(), component.type()));
    }

    /** A record that a field of the model holds, taken apart; any other value as it is, arrays of records in fields among them. */
    public static Expression apart(Expression record) {
        if (!(record.type() instanceof Type.Composite type)) {
            return record;
        }
        return new Expression.Bundle(
                type,
                type.components().stream()
                        .map(component -> component(record, component))
                        .toList());
    }

    /** An array of records that a field of the model holds, in a value or as the value; it has elements, and is no value itself. */
    public static Optional<Expression> heldArray(Expression value) {
        return Expression.Bundle.leaves(value).stream()
                .filter(leaf -> Type.isTakenApart(leaf.type()))
                .findFirst();
    }
}
