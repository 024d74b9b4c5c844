package dev.gradwright.benchmarks.network;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;

/** The layers that are measured alone, each on a batch of 128 and with one and the same seed for its derivatives. */
public enum LayerCase {
    /** 784 inputs, 128 outputs. */
    AFFINE {
        @Override
        Passes passes(Products products) {
            Affine layer = new Affine(784, 128, new SplittableRandom(1));
            DMatrixRMaj x = batch(784, 2);
            DMatrixRMaj seed = batch(128, 3);
            HandAffine hand = new HandAffine(layer, products);
            AffineGradient gradient = AffineGradient.of(layer);
            return new Passes() {
                @Override
                public Object primal() {
                    return layer.forward(x);
                }

                @Override
                public DMatrixRMaj handPrimal() {
                    return hand.forward(x);
                }

                @Override
                public DMatrixRMaj hand() {
                    hand.forward(x);
                    hand.backwardToParameters(seed);
                    return hand.backwardToInputs(seed);
                }

                @Override
                public DMatrixRMaj generated() {
                    gradient.zero();
                    gradient.forward(x);
                    gradient.backward(seed);
                    return gradient.x();
                }

                @Override
                public double[][] handParameters() {
                    return new double[][] {hand.weightBar.data, hand.biasBar};
                }

                @Override
                public double[][] generatedParameters() {
                    return new double[][] {gradient.weight.data, gradient.bias};
                }
            };
        }
    },
    /** 128 units. */
    BATCH_NORMALIZATION {
        @Override
        Passes passes(Products products) {
            BatchNormalization layer = new BatchNormalization(128);
            DMatrixRMaj x = batch(128, 2);
            DMatrixRMaj seed = batch(128, 3);
            HandBatchNormalization hand = new HandBatchNormalization(layer);
            BatchNormalizationGradient gradient = BatchNormalizationGradient.of(layer);
            return new Passes() {
                @Override
                public Object primal() {
                    return layer.forward(x);
                }

                @Override
                public DMatrixRMaj handPrimal() {
                    return hand.forward(x);
                }

                @Override
                public DMatrixRMaj hand() {
                    hand.forward(x);
                    return hand.backward(seed);
                }

                @Override
                public DMatrixRMaj generated() {
                    gradient.zero();
                    gradient.forward(x);
                    gradient.backward(seed);
                    return gradient.x();
                }

                @Override
                public double[][] handParameters() {
                    return new double[][] {hand.scaleBar, hand.shiftBar};
                }

                @Override
                public double[][] generatedParameters() {
                    return new double[][] {gradient.scale, gradient.shift};
                }
            };
        }
    },
    /** 10 classes. */
    SOFTMAX {
        @Override
        Passes passes(Products products) {
            Softmax layer = new Softmax();
            DMatrixRMaj x = batch(10, 2);
            DMatrixRMaj seed = batch(10, 3);
            HandSoftmax hand = new HandSoftmax();
            SoftmaxGradient gradient = SoftmaxGradient.of(layer);
            return new Passes() {
                @Override
                public Object primal() {
                    return layer.forward(x);
                }

                @Override
                public DMatrixRMaj handPrimal() {
                    return hand.forward(x);
                }

                @Override
                public DMatrixRMaj hand() {
                    hand.forward(x);
                    return hand.backward(seed);
                }

                @Override
                public DMatrixRMaj generated() {
                    gradient.forward(x);
                    gradient.backward(seed);
                    return gradient.scores();
                }
            };
        }
    },
    /** 10 classes. */
    SOFTMAX_CROSS_ENTROPY {
        @Override
        Passes passes(Products products) {
            SoftmaxCrossEntropy layer = new SoftmaxCrossEntropy();
            DMatrixRMaj x = batch(10, 2);
            int[] labels = Draws.labels(BATCH, 10, new SplittableRandom(3));
            HandSoftmaxCrossEntropy hand = new HandSoftmaxCrossEntropy();
            SoftmaxCrossEntropyGradient gradient = SoftmaxCrossEntropyGradient.of(layer);
            return new Passes() {
                @Override
                public Object primal() {
                    return layer.forward(x, labels);
                }

                @Override
                public Object handPrimal() {
                    return hand.forward(x, labels);
                }

                @Override
                public DMatrixRMaj hand() {
                    hand.forward(x, labels);
                    return hand.backward(labels);
                }

                @Override
                public DMatrixRMaj generated() {
                    gradient.valueAndGradient(x, labels);
                    return gradient.scores();
                }
            };
        }
    };

    private static final int BATCH = 128;

    /** What is done with a layer. */
    interface Passes {

        /** The user's method. */
        Object primal();

        /** The function by hand. */
        Object handPrimal();

        /** Value and derivatives by hand; returns those of the input. */
        DMatrixRMaj hand();

        /** Value and derivatives, generated. */
        DMatrixRMaj generated();

        /** The derivatives of the parameters by hand. */
        default double[][] handParameters() {
            return new double[0][];
        }

        /** The derivatives of the parameters, generated. */
        default double[][] generatedParameters() {
            return new double[0][];
        }
    }

    /** The layer on random numbers, the same ones each time. */
    abstract Passes passes(Products products);

    private static DMatrixRMaj batch(int columns, int seed) {
        return Draws.matrix(BATCH, columns, 1, new SplittableRandom(seed));
    }
}
