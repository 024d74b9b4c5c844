package dev.gradwright.minimize;

/** What a method makes of the gradients it has seen: where to go. */
interface Direction {

    /**
     * Writes the direction to go at a point.
     *
     * @param point the point
     * @param gradient the gradient there
     * @param direction receives the direction
     */
    void at(double[] point, double[] gradient, double[] direction);

    /** Learns from a step: where it went, and how the gradient changed on it. */
    void learn(double[] step, double[] change);

    /** Forgets all; the next direction is straight down. */
    void forget();

    /** Whether there is anything to forget. */
    boolean isFresh();

    /** Whether a step of 1 along its directions is to be expected, once it has learnt. */
    boolean hasScale();
}
