package dev.gradwright.linalg;

import org.ejml.data.DMatrixRMaj;

/** The symmetric part of a matrix, {@code (A + A^T) / 2}, which is its own transposed operation. */
final class Symmetric {

    private Symmetric() {}

    /** {@code s = (a + a') / 2}. */
    static void part(DMatrixRMaj a, DMatrixRMaj s) {
        int n = a.numRows;
        s.reshape(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double mean = 0.5 * (a.data[i * n + j] + a.data[j * n + i]);
                s.data[i * n + j] = mean;
                s.data[j * n + i] = mean;
            }
        }
    }

    /** {@code target += (a + a') / 2}. */
    static void addPart(DMatrixRMaj a, DMatrixRMaj target) {
        int n = a.numRows;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                target.data[i * n + j] += 0.5 * (a.data[i * n + j] + a.data[j * n + i]);
            }
        }
    }
}
