package dev.gradwright.check.mutation;

import java.util.List;

/** All layers. */
final class Corpus {

    static final List<Layer> LAYERS = List.of(
            new Affine(),
            new AffineRelu(false),
            new AffineRelu(true),
            new BatchNormalization(),
            new LayerNormalization(),
            new SoftmaxCrossEntropy(),
            new HingeLoss(false),
            new HingeLoss(true),
            new Convolution(),
            new MaxPooling(false),
            new MaxPooling(true),
            new Recurrent(),
            new Lstm(),
            new Embedding(),
            new Attention(),
            new Rosenbrock(),
            new RungeKutta(),
            new CholeskyLikelihood(),
            new Dropout(),
            new RegularizedLoss(),
            new Lengths(),
            new ThousandNumbers());

    private Corpus() {}
}
