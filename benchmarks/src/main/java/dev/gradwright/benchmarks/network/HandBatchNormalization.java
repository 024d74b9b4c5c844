package dev.gradwright.benchmarks.network;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/** Batch normalisation and its derivatives by hand, from the normalised values (Ioffe and Szegedy 2015, section 3). */
final class HandBatchNormalization {

    final double[] scaleBar;
    final double[] shiftBar;

    private final double[] scale;
    private final double[] shift;
    private final double[] mean;
    private final double[] factor;
    private final DMatrixRMaj normal = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj y = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj xBar = new DMatrixRMaj(1, 1);

    HandBatchNormalization(BatchNormalization layer) {
        scale = layer.scale;
        shift = layer.shift;
        int units = scale.length;
        scaleBar = new double[units];
        shiftBar = new double[units];
        mean = new double[units];
        factor = new double[units];
    }

    DMatrixRMaj forward(DMatrixRMaj x) {
        int examples = x.numRows;
        int units = x.numCols;
        moments(x.data, examples, units);
        normal.reshape(examples, units);
        y.reshape(examples, units);
        double[] from = x.data;
        double[] middle = normal.data;
        double[] to = y.data;
        for (int i = 0, at = 0; i < examples; i++, at += units) {
            for (int j = 0; j < units; j++) {
                double value = (from[at + j] - mean[j]) * factor[j];
                middle[at + j] = value;
                to[at + j] = value * scale[j] + shift[j];
            }
        }
        return y;
    }

    private void moments(double[] x, int examples, int units) {
        Arrays.fill(mean, 0);
        for (int i = 0, at = 0; i < examples; i++, at += units) {
            for (int j = 0; j < units; j++) {
                mean[j] += x[at + j];
            }
        }
        double share = 1.0 / examples;
        for (int j = 0; j < units; j++) {
            mean[j] *= share;
        }
        Arrays.fill(factor, 0);
        for (int i = 0, at = 0; i < examples; i++, at += units) {
            for (int j = 0; j < units; j++) {
                double d = x[at + j] - mean[j];
                factor[j] += d * d;
            }
        }
        for (int j = 0; j < units; j++) {
            factor[j] = 1 / Math.sqrt(factor[j] * share + BatchNormalization.EPSILON);
        }
    }

    /** Sets the derivatives with respect to the parameters, and returns those with respect to what was given to {@link #forward}. */
    DMatrixRMaj backward(DMatrixRMaj yBar) {
        int examples = normal.numRows;
        int units = normal.numCols;
        double[] bar = yBar.data;
        double[] value = normal.data;
        Arrays.fill(scaleBar, 0);
        Arrays.fill(shiftBar, 0);
        for (int i = 0, at = 0; i < examples; i++, at += units) {
            for (int j = 0; j < units; j++) {
                shiftBar[j] += bar[at + j];
                scaleBar[j] += bar[at + j] * value[at + j];
            }
        }
        xBar.reshape(examples, units);
        double[] to = xBar.data;
        double share = 1.0 / examples;
        for (int i = 0, at = 0; i < examples; i++, at += units) {
            for (int j = 0; j < units; j++) {
                double centred = bar[at + j] - share * (shiftBar[j] + value[at + j] * scaleBar[j]);
                to[at + j] = scale[j] * factor[j] * centred;
            }
        }
        return xBar;
    }
}
