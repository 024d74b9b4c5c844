package dev.gradwright.processor.rules;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Operation;
import java.util.ArrayList;
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

    /** The shape that the first {@link Access#WRITE written} matrix takes. */
    Optional<Size> size(List<Expression> arguments);

    /** The shape that a {@link Access#WRITE written} matrix takes. */
    default Optional<Size> size(int output, List<Expression> arguments) {
        return size(arguments);
    }

    /** Writes the statements that turn the tangents of the arguments into those of the result. */
    void tangent(TangentWriter writer);

    /** Whether the tangent needs what the operation computes, so that its statements run after the operation instead of before. */
    default boolean tangentFollows() {
        return false;
    }

    /** Writes the statements that turn the adjoint of the result into contributions to the arguments' adjoints. */
    void adjoint(AdjointWriter writer);

    /** The arguments that are written. */
    default List<Integer> outputs() {
        List<Integer> outputs = new ArrayList<>();
        for (int i = 0; i < accesses().size(); i++) {
            if (accesses().get(i) == Access.WRITE || accesses().get(i) == Access.UPDATE) {
                outputs.add(i);
            }
        }
        return outputs;
    }

    /** The first argument that is written, which a call gives back. */
    default Optional<Integer> output() {
        return outputs().stream().findFirst();
    }
}
