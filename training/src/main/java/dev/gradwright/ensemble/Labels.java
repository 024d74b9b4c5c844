package dev.gradwright.ensemble;

/** Checks labels. */
final class Labels {

    private Labels() {}

    static void require(int[] labels, int examples, int classes) {
        if (labels.length != examples || examples == 0) {
            throw new IllegalArgumentException("there are " + labels.length + " labels for " + examples
                    + " examples; one for each of at least one example is needed");
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException("label " + labels[i] + " at [" + i + "] is no class; there are "
                        + classes + ", from 0 to " + (classes - 1));
            }
        }
    }
}
