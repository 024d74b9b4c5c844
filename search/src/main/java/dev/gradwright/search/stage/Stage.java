package dev.gradwright.search.stage;

import java.util.List;

/**
 * A stage of a search.
 *
 * @param epochs for how many epochs each trial trains
 * @param trials how many trials there are
 */
public record Stage(int epochs, int trials) {

    /** Checks the numbers. */
    public Stage {
        if (epochs < 1 || trials < 1) {
            throw new IllegalArgumentException(
                    "a stage of " + trials + " trials of " + epochs + " epochs; use at least 1 of each");
        }
    }

    /**
     * Many trials of a single epoch in wide ranges, fewer of five in narrower ones, a few of many epochs in the last (CS231n, Learning).
     *
     * @param many the epochs of the last stage, at least 5
     */
    public static List<Stage> recipe(int many) {
        if (many < 5) {
            throw new IllegalArgumentException(
                    "a last stage of " + many + " epochs; use at least the 5 of the one before");
        }
        return List.of(new Stage(1, 60), new Stage(5, 24), new Stage(many, 12));
    }
}
