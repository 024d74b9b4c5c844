package dev.gradwright.processor.emit;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.rules.operation.MatrixCalls;
import java.util.Set;

/**
 * Where generated code multiplies matrices: not by EJML, which is several times slower than what plain Java can do, but by the runtime's
 * kernels, under EJML's names. Who calls EJML's products on several cores gets those.
 */
final class MatrixKernels {

    private static final ClassRef PRODUCTS = ClassRef.of("dev.gradwright.kernel", "MatrixProducts");

    private static final Set<String> NAMES = Set.of(
            "mult",
            "multTransA",
            "multTransB",
            "multTransAB",
            "multAdd",
            "multAddTransA",
            "multAddTransB",
            "multAddTransAB");

    private MatrixKernels() {}

    /** The class whose static method an operation is in generated code. */
    static ClassRef owner(Operation operation) {
        boolean isProduct = operation.owner().equals(MatrixCalls.COMMON_OPS)
                && NAMES.contains(operation.name())
                && operation.parameters().stream().allMatch(type -> type == Type.DOUBLE || type instanceof Type.Matrix);
        return isProduct ? PRODUCTS : operation.owner();
    }
}
