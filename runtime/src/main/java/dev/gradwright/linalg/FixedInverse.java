package dev.gradwright.linalg;

import org.ejml.data.DMatrix2x2;
import org.ejml.data.DMatrix3x3;
import org.ejml.data.DMatrix4x4;
import org.ejml.data.DMatrix5x5;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.fixed.CommonOps_DDF2;
import org.ejml.dense.fixed.CommonOps_DDF3;
import org.ejml.dense.fixed.CommonOps_DDF4;
import org.ejml.dense.fixed.CommonOps_DDF5;
import org.ejml.ops.DConvertMatrixStruct;

/**
 * The inverse {@code C = A^-1} of a matrix of two to five rows, computed by EJML's {@code CommonOps_DDF2} to {@code CommonOps_DDF5}. Its
 * derivative is that of {@link Inverse}.
 */
public final class FixedInverse extends InverseOfAll {

    private final DMatrix2x2 two = new DMatrix2x2();
    private final DMatrix3x3 three = new DMatrix3x3();
    private final DMatrix4x4 four = new DMatrix4x4();
    private final DMatrix5x5 five = new DMatrix5x5();

    public FixedInverse() {
        super("CommonOps_DDF.invert", "is singular");
    }

    /** Inverts; says what EJML says of it. */
    public boolean invert(DMatrixRMaj a, DMatrixRMaj c, String place) {
        start(a, place);
        boolean isDone = switch (a.numRows) {
            case 2 -> invert(two.setTo(0, a.data), c);
            case 3 -> invert(three.setTo(0, a.data), c);
            case 4 -> invert(four.setTo(0, a.data), c);
            case 5 -> invert(five.setTo(0, a.data), c);
            default -> throw new IllegalArgumentException("EJML inverts no fixed matrix of this size");
        };
        note(isDone && isFinite(c));
        return isDone;
    }

    private static boolean invert(DMatrix2x2 a, DMatrixRMaj c) {
        boolean isDone = CommonOps_DDF2.invert(a, a);
        DConvertMatrixStruct.convert(a, c);
        return isDone;
    }

    private static boolean invert(DMatrix3x3 a, DMatrixRMaj c) {
        boolean isDone = CommonOps_DDF3.invert(a, a);
        DConvertMatrixStruct.convert(a, c);
        return isDone;
    }

    private static boolean invert(DMatrix4x4 a, DMatrixRMaj c) {
        boolean isDone = CommonOps_DDF4.invert(a, a);
        DConvertMatrixStruct.convert(a, c);
        return isDone;
    }

    private static boolean invert(DMatrix5x5 a, DMatrixRMaj c) {
        boolean isDone = CommonOps_DDF5.invert(a, a);
        DConvertMatrixStruct.convert(a, c);
        return isDone;
    }
}
