package dev.gradwright.processor.rules.ejml;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.rules.Partial;
import dev.gradwright.processor.rules.operation.MatrixCalls;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names of EJML and of the runtime that the lines of the table are about, and short words to write lines with. */
final class Ejml {

    static final ClassRef COMMON = MatrixCalls.COMMON_OPS;
    static final ClassRef PARALLEL = row("CommonOps_MT_DDRM");
    static final ClassRef NORMS = row("NormOps_DDRM");
    static final ClassRef SPECIAL = row("SpecializedOps_DDRM");
    static final ClassRef FEATURES = row("MatrixFeatures_DDRM");
    static final ClassRef RANDOM = row("RandomMatrices_DDRM");
    static final ClassRef MATRIX = MatrixCalls.MATRIX;

    static final Type M = Type.MATRIX;
    static final Type D = Type.DOUBLE;
    static final Type I = Type.INT;
    static final Type B = Type.BOOLEAN;

    private Ejml() {}

    private static ClassRef row(String name) {
        return ClassRef.of("org.ejml.dense.row", name);
    }

    /** A class of the runtime's linear algebra. */
    static ClassRef runtime(String name) {
        return ClassRef.of("dev.gradwright.linalg", name);
    }

    /** An operation without a result of its own. */
    static Operation operation(ClassRef owner, String name, Type... parameters) {
        return new Operation(owner, name, false, List.of(parameters), Type.VOID);
    }

    /** An operation that gives a number. */
    static Operation number(ClassRef owner, String name, Type... parameters) {
        return new Operation(owner, name, false, List.of(parameters), D);
    }

    /** A partial derivative. */
    static Map.Entry<Integer, Partial> d(int argument, Partial partial) {
        return Map.entry(argument, partial);
    }

    /** A partial derivative that is the same everywhere. */
    static Map.Entry<Integer, Partial> d(int argument, Expression constant) {
        return Map.entry(argument, (e, r) -> constant);
    }

    /** Partial derivatives by argument, in the order in which they are written. */
    @SafeVarargs
    static Map<Integer, Partial> partials(Map.Entry<Integer, Partial>... partials) {
        Map<Integer, Partial> map = new LinkedHashMap<>();
        for (Map.Entry<Integer, Partial> partial : partials) {
            map.put(partial.getKey(), partial.getValue());
        }
        return map;
    }
}
