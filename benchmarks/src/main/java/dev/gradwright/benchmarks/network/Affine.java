package dev.gradwright.benchmarks.network;

import dev.gradwright.Differentiable;
import dev.gradwright.Parameter;
import dev.gradwright.Shape;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** {@code y = x W + b}, the rows of x being examples. */
@Differentiable
public final class Affine {

    @Parameter
    @Shape("inputs, outputs")
    final DMatrixRMaj weight;

    @Parameter
    @Shape("outputs")
    final double[] bias;

    Affine(int inputs, int outputs, SplittableRandom random) {
        weight = Draws.matrix(inputs, outputs, Math.sqrt(2.0 / inputs), random);
        bias = new double[outputs];
    }

    /** The layer's output for a batch. */
    @Shape("batch, outputs")
    public DMatrixRMaj forward(@Shape("batch, inputs") DMatrixRMaj x) {
        DMatrixRMaj y = CommonOps_DDRM.mult(x, weight, null);
        for (int i = 0; i < y.numRows; i++) {
            for (int j = 0; j < y.numCols; j++) {
                y.add(i, j, bias[j]);
            }
        }
        return y;
    }
}
