package dev.gradwright.search.sample;

import dev.gradwright.search.space.Assignment;
import dev.gradwright.search.space.Dimension;
import dev.gradwright.search.space.Space;
import dev.gradwright.search.trial.Direction;
import dev.gradwright.search.trial.Seeds;
import dev.gradwright.search.trial.State;
import dev.gradwright.search.trial.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Runs samplers one trial after the other, each known before the next. */
final class Trials {

    private Trials() {}

    static List<TrialRecord> run(
            Sampler sampler, Space space, long seed, int count, ToDoubleFunction<Assignment> function) {
        Sampling sampling = sampler.start(space, Direction.MINIMIZE, seed);
        List<TrialRecord> trials = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Assignment point = point(space, sampling.draw(number));
            TrialRecord trial = new TrialRecord(
                    number,
                    Seeds.ofTrial(seed, number),
                    1,
                    point,
                    List.of(),
                    State.COMPLETED,
                    function.applyAsDouble(point),
                    "",
                    0);
            trials.add(trial);
            sampling.learn(trial);
        }
        return trials;
    }

    static List<Assignment> points(Sampler sampler, Space space, long seed, int count) {
        return run(sampler, space, seed, count, point -> 0).stream()
                .map(TrialRecord::point)
                .toList();
    }

    static Assignment point(Space space, Draw draw) {
        Assignment point = Assignment.empty();
        for (Dimension<?> dimension : space.dimensions()) {
            if (space.exists(dimension, point)) {
                point = point.with(dimension.name(), draw.value(dimension.name(), dimension.range()));
            }
        }
        return point;
    }
}
