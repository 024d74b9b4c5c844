package dev.gradwright.benchmarks.network;

import dev.gradwright.Differentiable;
import dev.gradwright.Parameter;
import dev.gradwright.Shape;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/** Each unit's values over a batch, brought to mean 0 and variance 1, then scaled and shifted (Ioffe and Szegedy 2015). */
@Differentiable
public final class BatchNormalization {

    /** What is added to variances, so that none is zero. */
    static final double EPSILON = 1e-5;

    @Parameter
    @Shape("units")
    final double[] scale;

    @Parameter
    @Shape("units")
    final double[] shift;

    BatchNormalization(int units) {
        scale = new double[units];
        shift = new double[units];
        Arrays.fill(scale, 1);
    }

    /** The normalised batch. */
    @Shape("batch, units")
    public DMatrixRMaj forward(@Shape("batch, units") DMatrixRMaj x) {
        int examples = x.numRows;
        int units = x.numCols;
        double[] mean = new double[units];
        for (int i = 0; i < examples; i++) {
            for (int j = 0; j < units; j++) {
                mean[j] += x.get(i, j);
            }
        }
        for (int j = 0; j < units; j++) {
            mean[j] /= examples;
        }
        double[] squares = new double[units];
        for (int i = 0; i < examples; i++) {
            for (int j = 0; j < units; j++) {
                double d = x.get(i, j) - mean[j];
                squares[j] += d * d;
            }
        }
        double[] factor = new double[units];
        for (int j = 0; j < units; j++) {
            factor[j] = 1 / Math.sqrt(squares[j] / examples + EPSILON);
        }
        DMatrixRMaj y = new DMatrixRMaj(examples, units);
        for (int i = 0; i < examples; i++) {
            for (int j = 0; j < units; j++) {
                y.set(i, j, (x.get(i, j) - mean[j]) * factor[j] * scale[j] + shift[j]);
            }
        }
        return y;
    }
}
