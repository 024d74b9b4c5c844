package dev.gradwright.processor.rules.operation;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Calls of EJML that derivatives are made of. Each is itself in the table, so a derivative can be differentiated again. */
public final class MatrixCalls {

    public static final ClassRef COMMON_OPS = ClassRef.of("org.ejml.dense.row", "CommonOps_DDRM");
    public static final ClassRef MATRIX = ClassRef.of("org.ejml.data", "DMatrixRMaj");

    private MatrixCalls() {}

    /** A call of a static method without a result. */
    public static Statement call(ClassRef owner, String name, List<Expression> arguments) {
        List<Type> types = arguments.stream().map(Expression::type).toList();
        Operation operation = new Operation(owner, name, false, types, Type.VOID);
        return new Statement.Operate(Optional.empty(), operation, arguments, Position.NOWHERE);
    }

    /** A call of a static method of {@code CommonOps_DDRM}. */
    public static Statement common(String name, Expression... arguments) {
        return call(COMMON_OPS, name, List.of(arguments));
    }

    /** {@code Type variable = new DMatrixRMaj(rows, columns)}, all zero. */
    public static Statement make(Variable variable, Expression rows, Expression columns) {
        return new Statement.Allocate(variable, new Statement.Allocation.NewMatrix(rows, columns), Position.NOWHERE);
    }

    /** {@code target += alpha op(a) op(b)}. */
    public static Statement addProduct(
            Optional<Expression> alpha,
            Expression a,
            boolean transposesLeft,
            Expression b,
            boolean transposesRight,
            Expression target) {
        String name = "multAdd" + transposition(transposesLeft, transposesRight);
        List<Expression> arguments = new ArrayList<>(alpha.stream().toList());
        Collections.addAll(arguments, a, b, target);
        return call(COMMON_OPS, name, arguments);
    }

    /** {@code matrix.zero()}. */
    public static Statement zero(Expression matrix) {
        Operation operation = new Operation(MATRIX, "zero", true, List.of(Type.MATRIX), Type.VOID);
        return new Statement.Operate(Optional.empty(), operation, List.of(matrix), Position.NOWHERE);
    }

    /** The part of EJML's names that says which operands are transposed. */
    public static String transposition(boolean left, boolean right) {
        if (!left && !right) {
            return "";
        }
        return "Trans" + (left ? "A" : "") + (right ? "B" : "");
    }
}
