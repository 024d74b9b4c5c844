package dev.gradwright.train.sanity;

import java.util.Arrays;

/**
 * What a loss is for a model that has learned nothing: at most {@code most}, which it is for a model that gives the same to everything, and at
 * least {@code least}, which it is for one that knows how often each class or value occurs.
 *
 * @param loss its name, for people
 * @param least the loss of a guess by frequencies
 * @param most the loss of a guess without any knowledge
 */
public record Chance(String loss, double least, double most) {

    /** Cross-entropy of a softmax over so many classes that are equally frequent: {@code ln C}. */
    public static Chance softmax(int classes) {
        requireClasses(classes);
        return new Chance("softmax over " + classes + " classes", Math.log(classes), Math.log(classes));
    }

    /** The same for classes that may not be equally frequent: from the entropy of their frequencies, {@code -sum p ln p}, to {@code ln C}. */
    public static Chance softmax(int classes, int[] labels) {
        requireClasses(classes);
        double[] counts = new double[classes];
        for (int label : labels) {
            counts[label]++;
        }
        double entropy = Arrays.stream(counts)
                .map(count -> information(count / labels.length))
                .sum();
        return new Chance("softmax over " + classes + " classes", entropy, Math.log(classes));
    }

    /** The hinge loss of a support vector machine with a margin (Weston and Watkins): {@code (C - 1) * margin}. */
    public static Chance hinge(int classes, double margin) {
        requireClasses(classes);
        return new Chance("hinge over " + classes + " classes", (classes - 1) * margin, (classes - 1) * margin);
    }

    /** Binary cross-entropy, of a fraction of examples that are positive: from {@code -p ln p - (1 - p) ln (1 - p)} to {@code ln 2}. */
    public static Chance binary(double positive) {
        if (!(positive >= 0 && positive <= 1)) {
            throw new IllegalArgumentException(
                    "the fraction of positive examples is " + positive + "; use a number from 0 to 1");
        }
        return new Chance("binary cross-entropy", information(positive) + information(1 - positive), Math.log(2));
    }

    /**
     * A factor, 1 or 1/2, times the mean squared error: from that of the mean of the targets, their variance, to that of zero, the mean of their squares.
     */
    public static Chance squaredError(double factor, double... targets) {
        if (targets.length == 0) {
            throw new IllegalArgumentException("there are no targets to tell a squared error of");
        }
        double mean = Arrays.stream(targets).average().orElseThrow();
        double squares = Arrays.stream(targets).map(t -> t * t).average().orElseThrow();
        double variance = Arrays.stream(targets)
                .map(t -> (t - mean) * (t - mean))
                .average()
                .orElseThrow();
        return new Chance("squared error", factor * variance, factor * squares);
    }

    private static double information(double fraction) {
        return fraction == 0 ? 0 : -fraction * Math.log(fraction);
    }

    private static void requireClasses(int classes) {
        if (classes < 2) {
            throw new IllegalArgumentException(classes + " classes are nothing to choose from; use 2 or more");
        }
    }
}
