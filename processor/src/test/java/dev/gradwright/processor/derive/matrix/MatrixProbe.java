package dev.gradwright.processor.derive.matrix;

import dev.gradwright.processor.testing.Probe;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;

/** Probes of short programs on matrices, and matrices to probe them at. */
final class MatrixProbe {

    private MatrixProbe() {}

    /**
     * A function of matrices and other values.
     *
     * @param parameters the parameters, as Java writes them
     * @param statements what it does, with a return at the end
     */
    static Probe f(String parameters, String statements) {
        return Probe.of(
                "final class F {\n@Differentiable static double f(" + parameters + ") {\n" + statements
                        + "\n}\nprivate static double sum(DMatrixRMaj m) { double s = 0; for (int i = 0; i < m.numRows; i++)"
                        + " for (int j = 0; j < m.numCols; j++) s += Math.sin(m.get(i, j) + i - 2 * j) * (1 + i + 3 * j); return s; }\n}");
    }

    /** A matrix of numbers between -1 and 1, the same for the same shape. */
    static DMatrixRMaj random(int rows, int columns) {
        return random(rows, columns, 1);
    }

    /** Another one. */
    static DMatrixRMaj random(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(31 * rows + columns + 1000 * seed);
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        for (int k = 0; k < matrix.getNumElements(); k++) {
            matrix.data[k] = 2 * random.nextDouble() - 1;
        }
        return matrix;
    }
}
