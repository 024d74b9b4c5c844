package dev.gradwright.train;

/** Usual metrics of a batch. */
public final class Metrics {

    private Metrics() {}

    /**
     * The fraction of examples whose class was predicted right.
     *
     * @throws IllegalArgumentException if there are not as many predictions as labels, or none
     */
    public static double accuracy(int[] predicted, int[] labels) {
        if (predicted.length != labels.length || labels.length == 0) {
            throw new IllegalArgumentException("there are " + predicted.length + " predictions for " + labels.length
                    + " labels; there must be one for each, and at least one");
        }
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            if (predicted[i] == labels[i]) {
                right++;
            }
        }
        return right / (double) labels.length;
    }
}
