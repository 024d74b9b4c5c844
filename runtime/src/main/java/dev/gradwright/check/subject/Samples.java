package dev.gradwright.check.subject;

import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;

/** Random arguments for generated checks: numbers drawn from the standard normal distribution, and indices. */
public final class Samples {

    private Samples() {}

    public static double number(RandomGenerator random) {
        return random.nextGaussian();
    }

    public static double[] array(int length, RandomGenerator random) {
        double[] array = new double[length];
        for (int i = 0; i < length; i++) {
            array[i] = random.nextGaussian();
        }
        return array;
    }

    public static double[][] array(int rows, int columns, RandomGenerator random) {
        double[][] array = new double[rows][];
        for (int i = 0; i < rows; i++) {
            array[i] = array(columns, random);
        }
        return array;
    }

    public static double[][][] array(int planes, int rows, int columns, RandomGenerator random) {
        double[][][] array = new double[planes][][];
        for (int i = 0; i < planes; i++) {
            array[i] = array(rows, columns, random);
        }
        return array;
    }

    public static DMatrixRMaj matrix(int rows, int columns, RandomGenerator random) {
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < matrix.data.length; i++) {
            matrix.data[i] = random.nextGaussian();
        }
        return matrix;
    }

    /** Indices from 0 to one less than a bound. */
    public static int[] indices(int length, int bound, RandomGenerator random) {
        int[] indices = new int[length];
        for (int i = 0; i < length; i++) {
            indices[i] = random.nextInt(bound);
        }
        return indices;
    }
}
