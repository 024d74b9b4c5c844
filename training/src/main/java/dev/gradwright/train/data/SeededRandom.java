package dev.gradwright.train.data;

import java.util.random.RandomGenerator;

/**
 * A generator that is given a seed anew for each thing that is drawn for: an epoch, an example, a step. What it gives depends on these alone. Allocates
 * nothing.
 *
 * <p>The generator is SplitMix64 (Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014).
 */
public final class SeededRandom implements RandomGenerator {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    /** Begins the sequence of a seed and two numbers that say what is drawn for. */
    public SeededRandom seed(long seed, long what, long which) {
        state = mix(mix(mix(seed + GOLDEN) + what * GOLDEN) + which * GOLDEN);
        return this;
    }

    @Override
    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /** The finalizer of SplitMix64. */
    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
