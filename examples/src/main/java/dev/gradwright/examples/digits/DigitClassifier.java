package dev.gradwright.examples.digits;

import dev.gradwright.Differentiable;
import dev.gradwright.Index;
import dev.gradwright.Regularization;
import dev.gradwright.Shape;
import dev.gradwright.examples.layers.Affine;
import dev.gradwright.examples.layers.Relu;
import dev.gradwright.examples.layers.SoftmaxCrossEntropy;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;

/** Two affine layers with a rectifier between them, and a softmax loss. */
public final class DigitClassifier {

    final Affine hidden;
    final Relu relu = new Relu();
    final Affine output;
    final SoftmaxCrossEntropy crossEntropy = new SoftmaxCrossEntropy();

    /** Scores begin near zero, so that the first loss is that of chance. */
    public DigitClassifier(int pixels, int units, int classes, RandomGenerator random) {
        hidden = new Affine(pixels, units, random);
        output = new Affine(units, classes, 0.01, random);
    }

    /** A score for each class. */
    @Differentiable
    @Shape("batch, classes")
    public DMatrixRMaj scores(@Shape("batch, pixels") DMatrixRMaj images) {
        return output.forward(relu.forward(hidden.forward(images)));
    }

    /** The loss on data: mean cross-entropy. */
    @Differentiable
    public double loss(@Shape("batch, pixels") DMatrixRMaj images, @Shape("batch") @Index("classes") int[] labels) {
        return crossEntropy.forward(scores(images), labels);
    }

    /** The penalty for large weights: half the sum of their squares. */
    @Regularization
    public double penalty() {
        return 0.5 * (hidden.squaredWeights() + output.squaredWeights());
    }

    /** The digit with the highest score, image by image. */
    public int[] predict(DMatrixRMaj images) {
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
