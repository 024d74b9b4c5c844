package dev.gradwright.search.prune;

import dev.gradwright.search.trial.Direction;
import dev.gradwright.search.trial.Seeds;
import dev.gradwright.search.trial.TrialRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * Hyperband (Li et al. 2018): several successive halvings side by side, which begin to prune at different epochs, as nobody knows how early a trial can be
 * judged. Bracket {@code s} begins at epoch {@code first * factor^s} and has {@code (brackets) * factor^(brackets-1-s) / (brackets-s)} parts of the trials, so that all brackets
 * get about the same number of epochs. Trials go to brackets by their numbers.
 *
 * @param first the epoch of the first rung of the first bracket
 * @param last the last epoch; the last bracket prunes nothing before it
 * @param factor by how much trials become fewer and epochs more from rung to rung
 */
public record Hyperband(int first, int last, int factor) implements Pruner {

    /** Checks the settings. */
    public Hyperband {
        if (first < 1 || last < first || factor < 2) {
            throw new IllegalArgumentException("Hyperband from epoch " + first + " to " + last + " by " + factor
                    + "; use epochs of at least 1 in order and a factor of at least 2");
        }
    }

    @Override
    public Pruning start(Direction direction) {
        return new Brackets(direction);
    }

    /** How many brackets there are. */
    public int brackets() {
        int brackets = 1;
        for (long epoch = (long) first * factor; epoch <= last; epoch *= factor) {
            brackets++;
        }
        return brackets;
    }

    /** The bracket of a trial, from 0 for the one that prunes first. */
    public int bracket(int number) {
        int brackets = brackets();
        double[] parts = new double[brackets];
        double sum = 0;
        for (int s = 0; s < brackets; s++) {
            parts[s] = Math.ceil(brackets * Math.pow(factor, brackets - 1 - s) / (brackets - s));
            sum += parts[s];
        }
        double place = (Seeds.mixed(0, number) >>> 11) * 0x1p-53 * sum;
        int bracket = 0;
        while (bracket < brackets - 1 && place >= parts[bracket]) {
            place -= parts[bracket++];
        }
        return bracket;
    }

    @Override
    public String toString() {
        return "hyperband from epoch " + first + " to " + last + " by " + factor;
    }

    private final class Brackets implements Pruning {

        private final List<Rungs> brackets = new ArrayList<>();

        Brackets(Direction direction) {
            int epoch = first;
            for (int s = 0; s < brackets(); s++) {
                brackets.add(new Rungs(direction, epoch, factor, last));
                epoch *= factor;
            }
        }

        @Override
        public boolean learns() {
            return true;
        }

        @Override
        public void learn(TrialRecord trial) {
            brackets.get(bracket(trial.number())).learn(trial);
        }

        @Override
        public Judge judge(int number) {
            return brackets.get(bracket(number)).judge(number);
        }
    }
}
