package dev.gradwright.examples.layers;

import dev.gradwright.Differentiable;
import dev.gradwright.Parameter;
import dev.gradwright.Regularization;
import dev.gradwright.Shape;
import java.util.random.RandomGenerator;
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

    /** Draws weights with variance 2 / inputs (He et al. 2015, which suits layers before {@link Relu}); biases are zero. */
    public Affine(int inputs, int outputs, RandomGenerator random) {
        this(inputs, outputs, Math.sqrt(2.0 / inputs), random);
    }

    /** Draws weights with a standard deviation; biases are zero. */
    public Affine(int inputs, int outputs, double deviation, RandomGenerator random) {
        weight = new DMatrixRMaj(inputs, outputs);
        bias = new double[outputs];
        for (int i = 0; i < weight.data.length; i++) {
            weight.data[i] = deviation * random.nextGaussian();
        }
    }

    /** The layer's output for a batch. */
    @Shape("batch, outputs")
    public DMatrixRMaj forward(@Shape("batch, inputs") DMatrixRMaj x) {
        DMatrixRMaj y = new DMatrixRMaj(x.numRows, weight.numCols);
        CommonOps_DDRM.mult(x, weight, y);
        for (int i = 0; i < y.numRows; i++) {
            for (int j = 0; j < y.numCols; j++) {
                y.set(i, j, y.get(i, j) + bias[j]);
            }
        }
        return y;
    }

    /** The sum of the squares of the weights; biases go free. */
    @Regularization
    public double squaredWeights() {
        double sum = 0;
        for (double w : weight.data) {
            sum += w * w;
        }
        return sum;
    }

    /** The weights, inputs by outputs, to look at. */
    public DMatrixRMaj weight() {
        return weight.copy();
    }
}
