package dev.gradwright.processor.derive;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The dual of each variable and reference: where its adjoint, or its tangent, is kept. The dual of a number is a number; the
 * dual of an array or matrix is one of the same shape, so that aliases of the one are aliases of the other; the dual of a
 * model is its generated object.
 */
class Duals {

    private final String suffix;
    private final String generatedSuffix;
    private final Map<Variable, Variable> duals = new IdentityHashMap<>();

    /**
     * Names duals.
     *
     * @param suffix what a variable's dual has at the end of its name
     * @param generatedSuffix what a model's generated class has at the end of its name
     */
    Duals(String suffix, String generatedSuffix) {
        this.suffix = suffix;
        this.generatedSuffix = generatedSuffix;
    }

    /** What a model's generated class has at the end of its name. */
    String generatedSuffix() {
        return generatedSuffix;
    }

    /** The dual of a variable. */
    Variable of(Variable variable) {
        return duals.computeIfAbsent(variable, v -> Variable.synthetic(v.name() + suffix, typeOf(v.type())));
    }

    /** All duals that have been asked for. */
    Collection<Variable> all() {
        return duals.values();
    }

    /** The type of duals of values of a type. */
    Type typeOf(Type type) {
        if (type instanceof Type.Model model) {
            return new Type.Derivative(model.name().generated(generatedSuffix));
        }
        return type instanceof Type.ArrayOf array ? new Type.ArrayOf(typeOf(array.element())) : type;
    }

    /** The dual of a reference, at the place where the reference itself stands. */
    Expression of(Expression reference) {
        if (reference instanceof Expression.Read read) {
            return new Expression.Read(of(read.variable()));
        } else if (reference instanceof Expression.ModelField field) {
            return new Expression.DerivativeField(
                    field.field(), Expression.DerivativeField.Which.FIRST, typeOf(field.type()));
        } else if (reference instanceof Expression.Element element) {
            return new Expression.Element(of(element.array()), element.index());
        } else if (reference instanceof Expression.Data data) {
            return new Expression.Data(of(data.matrix()));
        } else if (reference instanceof Expression.Conditional choice) {
            return new Expression.Conditional(
                    typeOf(choice.type()), choice.condition(), of(choice.then()), of(choice.otherwise()));
        } else if (reference instanceof Expression.Null nothing) {
            return new Expression.Null(typeOf(nothing.type()));
        } else if (reference instanceof Expression.StaticField || reference instanceof Expression.Component) {
            // a constant may stand where something active stands at other times
            return new Expression.ShadowOf(reference);
        }
        throw new IllegalStateException("no dual of " + reference);
    }

    /** The place in the dual of an array or matrix that corresponds to a place. */
    Expression.Place place(Expression.Place place) {
        Expression container = of(place.container());
        List<Expression> parts = new ArrayList<>(place.parts());
        parts.set(0, container);
        return (Expression.Place) place.withParts(parts);
    }
}
