package dev.gradwright.search.sample;

import dev.gradwright.search.space.Space;
import dev.gradwright.search.trial.Direction;
import dev.gradwright.search.trial.Seeds;

/** Even draws from a stream of its own for each hyperparameter of each trial. */
record RandomSampler() implements Sampler {

    @Override
    public Sampling start(Space space, Direction direction, long seed) {
        return number -> draw(seed, number);
    }

    static Draw draw(long seed, int number) {
        return Draw.byPosition((name, range) -> Seeds.draws(seed, number, name).nextDouble());
    }

    @Override
    public String toString() {
        return "random";
    }
}
