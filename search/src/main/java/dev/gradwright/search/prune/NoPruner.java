package dev.gradwright.search.prune;

import dev.gradwright.search.trial.Direction;
import dev.gradwright.search.trial.TrialRecord;
import java.util.Optional;

/** Prunes nothing. */
record NoPruner() implements Pruner, Pruning {

    @Override
    public Pruning start(Direction direction) {
        return this;
    }

    @Override
    public boolean learns() {
        return false;
    }

    @Override
    public void learn(TrialRecord trial) {}

    @Override
    public Judge judge(int number) {
        return reports -> Optional.empty();
    }

    @Override
    public String toString() {
        return "none";
    }
}
