package dev.gradwright.optimize;

/**
 * Where the small number that keeps a division by a root of squared gradients away from zero goes. Implementations differ, and with small
 * gradients it matters: the first step of Adam with gradient 1e-6, learning rate 0.1 and epsilon 1e-8 is 0.099 with one, 0.076 with
 * another.
 */
public enum Epsilon {
    /** Added to the root, after the correction of its bias: {@code sqrt(v / c) + eps}; PyTorch, optax, the paper's algorithm. */
    OUTSIDE_ROOT,

    /** Added to the root before the correction, {@code (sqrt(v) + eps) / sqrt(c)}: "epsilon hat" of the paper; Keras. */
    OUTSIDE_UNCORRECTED_ROOT,

    /** Added under the root, after the correction: {@code sqrt(v / c + eps)}; TensorFlow's and Keras's RMSprop and Adagrad. */
    INSIDE_ROOT
}
