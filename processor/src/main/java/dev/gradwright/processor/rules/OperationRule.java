package dev.gradwright.processor.rules;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Operation;
import java.util.List;
import java.util.Optional;

/** How an operation on the contents of arrays and matrices is differentiated. */
public interface OperationRule {

    /** What an operation does with an argument. */
    enum Access {
        /** A number, or a length or position. */
        VALUE,
        /** Contents are read. */
        READ,
        /** Contents are replaced as a whole; a matrix takes the shape of the result. */
        WRITE,
        /** Contents are read and changed, or replaced in part; the shape stays. */
        UPDATE
    }

    /**
     * The shape of a result.
     *
     * @param rows the number of rows
     * @param columns the number of columns
     */
    record Size(Expression rows, Expression columns) {}

    Operation operation();

    /** What the operation does with each argument. */
    List<Access> accesses();

    /** The shape that a {@link Access#WRITE written} matrix takes. */
    Optional<Size> size(List<Expression> arguments);

    /** Writes the statements that turn the tangents of the arguments into those of the result; they run before the operation. */
    void tangent(TangentWriter writer);

    /** Writes the statements that turn the adjoint of the result into contributions to the arguments' adjoints. */
    void adjoint(AdjointWriter writer);

    /** The argument that is written, if there is one. */
    default Optional<Integer> output() {
        for (int i = 0; i < accesses().size(); i++) {
            if (accesses().get(i) == Access.WRITE || accesses().get(i) == Access.UPDATE) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
