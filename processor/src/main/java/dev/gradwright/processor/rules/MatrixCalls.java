package dev.gradwright.processor.rules;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Calls of EJML that derivatives are made of. Each is itself in the table, so a derivative can be differentiated again. */
final class MatrixCalls {

    static final ClassRef COMMON_OPS = ClassRef.of("org.ejml.dense.row", "CommonOps_DDRM");
    static final ClassRef MATRIX = ClassRef.of("org.ejml.data", "DMatrixRMaj");

    private MatrixCalls() {}

    /** {@code target += alpha op(a) op(b)}. */
    static Statement addProduct(
            Optional<Expression> alpha,
            Expression a,
            boolean transposesLeft,
            Expression b,
            boolean transposesRight,
            Expression target) {
        String name = "multAdd" + transposition(transposesLeft, transposesRight);
        List<Expression> arguments = new ArrayList<>(alpha.stream().toList());
        Collections.addAll(arguments, a, b, target);
        List<Type> types = arguments.stream().map(Expression::type).toList();
        Operation operation = new Operation(COMMON_OPS, name, false, types, Type.VOID);
        return new Statement.Operate(Optional.empty(), operation, arguments, Position.NOWHERE);
    }

    /** {@code matrix.zero()}. */
    static Statement zero(Expression matrix) {
        Operation operation = new Operation(MATRIX, "zero", true, List.of(Type.MATRIX), Type.VOID);
        return new Statement.Operate(Optional.empty(), operation, List.of(matrix), Position.NOWHERE);
    }

    /** The part of EJML's names that says which operands are transposed. */
    static String transposition(boolean left, boolean right) {
        if (!left && !right) {
            return "";
        }
        return "Trans" + (left ? "A" : "") + (right ? "B" : "");
    }
}
