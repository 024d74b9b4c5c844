/**
 * Layers of neural networks, each only a forward pass in plain Java. Their gradients are generated when this package is
 * compiled: {@code AffineGradient}, {@code ReluGradient}, {@code SoftmaxCrossEntropyGradient}.
 */
package dev.gradwright.examples.layers;
