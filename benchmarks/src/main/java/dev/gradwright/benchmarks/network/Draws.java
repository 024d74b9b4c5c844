package dev.gradwright.benchmarks.network;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;

/** Random matrices and labels, the same ones from the same seed. */
final class Draws {

    private Draws() {}

    static DMatrixRMaj matrix(int rows, int columns, double deviation, SplittableRandom random) {
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < matrix.data.length; i++) {
            matrix.data[i] = deviation * random.nextGaussian();
        }
        return matrix;
    }

    static int[] labels(int batch, int classes, SplittableRandom random) {
        return random.ints(batch, 0, classes).toArray();
    }
}
