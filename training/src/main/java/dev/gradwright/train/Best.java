package dev.gradwright.train;

import java.util.Locale;

/**
 * The best epoch.
 *
 * @param goal what it was best in
 * @param value the value it had
 * @param epoch its number, from 1
 * @param isRestored whether the model has its parameters again
 */
public record Best(Goal goal, double value, int epoch, boolean isRestored) {

    @Override
    public String toString() {
        return goal
                + String.format(Locale.ROOT, ": %.4g after epoch %d", value, epoch)
                + (isRestored ? ", whose parameters the model has" : "");
    }
}
