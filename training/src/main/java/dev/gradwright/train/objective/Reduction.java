package dev.gradwright.train.objective;

/** What the loss of a batch is made of the losses of its examples. */
public enum Reduction {
    /** Their mean: the loss of a batch does not grow with its size. */
    MEAN,
    /** Their sum. */
    SUM
}
