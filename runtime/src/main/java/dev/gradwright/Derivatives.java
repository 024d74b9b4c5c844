package dev.gradwright;

import org.ejml.data.DMatrixRMaj;

/** What differentiable code can say about its derivatives. */
public final class Derivatives {

    private Derivatives() {}

    /**
     * The value itself, through which no derivative flows: the derivative of the result with respect to the value is zero.
     *
     * <p>Generated checks know it: while they move an argument to find a difference, the result stays what it is at the point that is
     * checked.
     */
    public static double stopGradient(double value) {
        return StoppedValues.of(value);
    }

    /** A copy of an array, into which no derivative flows from the original. */
    public static double[] stopGradient(double[] value) {
        return StoppedValues.of(value.clone()).clone();
    }

    /** A copy of an array and its rows, into which no derivative flows from the original. */
    public static double[][] stopGradient(double[][] value) {
        double[][] copy = new double[value.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = stopGradient(value[i]);
        }
        return copy;
    }

    /** A copy of an array and all inside it, into which no derivative flows from the original. */
    public static double[][][] stopGradient(double[][][] value) {
        double[][][] copy = new double[value.length][][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = stopGradient(value[i]);
        }
        return copy;
    }

    /** A copy of a matrix, into which no derivative flows from the original. */
    public static DMatrixRMaj stopGradient(DMatrixRMaj value) {
        return new DMatrixRMaj(StoppedValues.of(new DMatrixRMaj(value)));
    }
}
