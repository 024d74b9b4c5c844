package dev.gradwright.linalg;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.SingularMatrixException;

/**
 * What the objects have in common that keep a factorization from the forward sweep to the reverse one: where the program called for it,
 * whether it could be made, and the tangent of what was factorized, which second derivatives ask for. A matrix that cannot be factorized
 * has no derivative; that is said when one is asked for, and only then, because a program may have taken another way.
 */
abstract class Factorized {

    private final String operation;
    private final String trouble;
    private String place = "";
    private int rows;
    private int columns;
    private boolean failed;
    private boolean hasTangent;
    private final DMatrixRMaj tangent = new DMatrixRMaj(1, 1);

    /**
     * Names what is kept.
     *
     * @param operation the operation, as users call it
     * @param trouble what is wrong with a matrix for which there is no derivative
     */
    Factorized(String operation, String trouble) {
        this.operation = operation;
        this.trouble = trouble;
    }

    /** Starts anew for a matrix. */
    final void start(DMatrixRMaj a, String where) {
        place = where;
        rows = a.numRows;
        columns = a.numCols;
        failed = false;
        hasTangent = false;
    }

    /** Notes whether the factorization can be used; says whether it can. */
    final boolean note(boolean isUsable) {
        failed |= !isUsable;
        return isUsable;
    }

    /** Keeps the tangent of what was factorized; null for one that carries no derivative. */
    final void keepTangent(DMatrixRMaj aDot) {
        hasTangent = aDot != null;
        if (hasTangent) {
            tangent.setTo(aDot);
        }
    }

    /** The tangent of what was factorized; null for none. */
    final DMatrixRMaj tangent() {
        return hasTangent ? tangent : null;
    }

    /** Whether there is a tangent; where there is none because of the matrix, it is no number. */
    final boolean canPush(DMatrixRMaj outputDot) {
        if (failed && outputDot != null) {
            Arrays.fill(outputDot.data, Double.NaN);
        }
        return !failed;
    }

    /** Whether there is an adjoint. Where there is none because of the matrix, a zero may arrive, which is what is returned. */
    final boolean canPull(DMatrixRMaj outputBar) {
        if (!failed) {
            return true;
        }
        for (int k = 0; k < outputBar.getNumElements(); k++) {
            if (outputBar.data[k] != 0) {
                throw refusal(trouble);
            }
        }
        return false;
    }

    final boolean hasFailed() {
        return failed;
    }

    /** The exception that says that there is no derivative, and why. */
    final SingularMatrixException refusal(String why) {
        return new SingularMatrixException(
                operation + " at " + place + " has no derivative: the " + rows + "x" + columns + " matrix " + why);
    }

    /** The exception of an operation that cannot be done. */
    final SingularMatrixException failure(String why) {
        return new SingularMatrixException(
                operation + " at " + place + ": the " + rows + "x" + columns + " matrix " + why);
    }

    /** Whether all entries of a result are numbers. */
    static boolean isFinite(DMatrixRMaj result) {
        for (int k = 0; k < result.getNumElements(); k++) {
            if (Double.isNaN(result.data[k]) || Double.isInfinite(result.data[k])) {
                return false;
            }
        }
        return true;
    }
}
