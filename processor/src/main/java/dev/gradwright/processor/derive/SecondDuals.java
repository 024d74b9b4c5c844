package dev.gradwright.processor.derive;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.DerivativeField.Which;
import dev.gradwright.processor.ir.Protocol;

/**
 * The tangents of what an adjoint works with: of the values of the method and of their adjoints. A generated object of second
 * order holds three things beside a parameter: the adjoint, the direction, which is the tangent of the parameter, and the
 * product, which is the tangent of the adjoint.
 */
final class SecondDuals extends Duals {

    SecondDuals() {
        super("Dot", Protocol.HESSIAN);
    }

    @Override
    Expression of(Expression reference) {
        if (reference instanceof Expression.ModelField field) {
            return new Expression.DerivativeField(field.field(), Which.DIRECTION, field.type());
        } else if (reference instanceof Expression.DerivativeField field) {
            return new Expression.DerivativeField(field.field(), Which.PRODUCT, field.type());
        } else if (reference instanceof Expression.Remembered remembered) {
            return new Expression.Remembered(
                    remembered.receiver(), Protocol.product(remembered.name()), remembered.type());
        } else if (reference instanceof Expression.ShadowOf) {
            return new Expression.TangentOf(reference);
        }
        return super.of(reference);
    }
}
