package dev.gradwright.search.trial;

import java.util.SplittableRandom;

/**
 * Seeds made from others: of a trial from the study's and its number, of the draws of a hyperparameter from a trial's and its name. So they depend neither
 * on the order in which trials run nor on how many run at once.
 */
public final class Seeds {

    private Seeds() {}

    /** The seed of a trial. */
    public static long ofTrial(long studySeed, int number) {
        return mixed(studySeed, number + 1L);
    }

    /** Random numbers for one hyperparameter of one trial. */
    public static SplittableRandom draws(long studySeed, int number, String name) {
        return new SplittableRandom(mixed(~ofTrial(studySeed, number), name.hashCode()));
    }

    /** A seed from a seed and a number: the finalizer of SplitMix64 (Steele, Lea, Flood 2014) on both. */
    public static long mixed(long seed, long number) {
        return finalized(finalized(seed + 0x9e3779b97f4a7c15L) + number * 0xbf58476d1ce4e5b9L);
    }

    private static long finalized(long bits) {
        long z = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
