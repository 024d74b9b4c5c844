package dev.gradwright.train;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where and how often a training saves its state. Immutable; each method gives changed settings. When training ends or is interrupted the state is saved
 * in any case, unless a loss or gradient was not finite.
 *
 * @param folder gets the last checkpoint, the one before, and that of the best epoch
 * @param everyEpochs after how many epochs one is written; 0 for never
 * @param everySteps after how many steps one is written; 0 for never
 * @param resumes whether to go on from what is there
 */
public record Checkpoints(Path folder, int everyEpochs, long everySteps, boolean resumes) {

    /** Makes settings. */
    public Checkpoints {
        Objects.requireNonNull(folder, "the folder of the checkpoints is null");
        if (everyEpochs < 0 || everySteps < 0) {
            throw new IllegalArgumentException("a checkpoint after " + everyEpochs + " epochs or " + everySteps
                    + " steps makes no sense; use 1 or more, or 0 for never");
        }
    }

    /** A checkpoint after every epoch. A folder that has checkpoints already is refused. */
    public static Checkpoints in(Path folder) {
        return new Checkpoints(folder, 1, 0, false);
    }

    /** Saves after so many epochs; 0 for never. */
    public Checkpoints everyEpochs(int epochs) {
        return new Checkpoints(folder, epochs, everySteps, resumes);
    }

    /** Saves after so many steps, also amid an epoch; 0 for never. */
    public Checkpoints everySteps(long steps) {
        return new Checkpoints(folder, everyEpochs, steps, resumes);
    }

    /**
     * Goes on from the last good checkpoint in the folder as if training had never been interrupted: to the last bit, with the same settings and data,
     * but for a larger number of epochs maybe. Begins anew if there is none.
     */
    public Checkpoints resume() {
        return new Checkpoints(folder, everyEpochs, everySteps, true);
    }
}
