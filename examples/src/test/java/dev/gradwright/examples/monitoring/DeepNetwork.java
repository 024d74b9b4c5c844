package dev.gradwright.examples.monitoring;

import dev.gradwright.Differentiable;
import dev.gradwright.Index;
import dev.gradwright.Regularization;
import dev.gradwright.Shape;
import dev.gradwright.examples.layers.Affine;
import dev.gradwright.examples.layers.Relu;
import dev.gradwright.examples.layers.SoftmaxCrossEntropy;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;

/** Affine layers with a function of choice between them, whose weights begin as large as one likes. */
public final class DeepNetwork {

    static final int RELU = 0;
    static final int TANH = 1;
    static final int LOGISTIC = 2;

    final Affine[] layers;
    final int kind;
    final Relu relu = new Relu();
    final Tanh tanh = new Tanh();
    final Logistic logistic = new Logistic();
    final Affine output;
    final SoftmaxCrossEntropy crossEntropy = new SoftmaxCrossEntropy();

    /**
     * @param kind what is between the layers
     * @param deviation times the one that suits the layer: {@code sqrt(2 / inputs)} for rectifiers, {@code sqrt(1 / inputs)} for others
     */
    DeepNetwork(int depth, int units, int kind, double deviation, RandomGenerator random) {
        this.kind = kind;
        layers = new Affine[depth];
        for (int i = 0; i < depth; i++) {
            int inputs = i == 0 ? 64 : units;
            layers[i] = new Affine(inputs, units, deviation * Math.sqrt((kind == RELU ? 2.0 : 1.0) / inputs), random);
        }
        output = new Affine(units, 10, deviation / Math.sqrt(units), random);
    }

    @Differentiable
    @Shape("batch, classes")
    public DMatrixRMaj scores(@Shape("batch, pixels") DMatrixRMaj images) {
        DMatrixRMaj x = images;
        for (Affine layer : layers) {
            DMatrixRMaj y = layer.forward(x);
            if (kind == RELU) {
                x = relu.forward(y);
            } else if (kind == TANH) {
                x = tanh.forward(y);
            } else {
                x = logistic.forward(y);
            }
        }
        return output.forward(x);
    }

    @Differentiable
    public double loss(@Shape("batch, pixels") DMatrixRMaj images, @Shape("batch") @Index("classes") int[] labels) {
        return crossEntropy.forward(scores(images), labels);
    }

    @Regularization
    public double penalty() {
        double sum = output.squaredWeights();
        for (Affine layer : layers) {
            sum += layer.squaredWeights();
        }
        return 0.5 * sum;
    }

    int[] predict(DMatrixRMaj images) {
        DMatrixRMaj scores = scores(images);
        int[] best = new int[scores.numRows];
        for (int i = 0; i < best.length; i++) {
            for (int j = 1; j < scores.numCols; j++) {
                if (scores.get(i, j) > scores.get(i, best[i])) {
                    best[i] = j;
                }
            }
        }
        return best;
    }
}
