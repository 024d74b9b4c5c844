package dev.gradwright.train;

/** What the time of a training is spent on. */
public enum Phase {
    /** Shuffling, copying examples into batches, changing them at random. */
    DATA,
    /** Forward and backward sweep, and the sum over shards. */
    GRADIENT,
    /** The penalty and its gradient. */
    PENALTY,
    /** The step of the optimizer. */
    OPTIMIZER,
    /** Loss and metrics on validation data, and metrics on those learned from. */
    VALIDATION,
    /** Hooks, all together. */
    HOOKS,
    /** Writing checkpoints. */
    CHECKPOINT
}
