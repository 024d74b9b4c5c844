package dev.gradwright.search.sample;

import dev.gradwright.search.space.Assignment;
import dev.gradwright.search.space.Range;
import dev.gradwright.search.space.Space;
import dev.gradwright.search.trial.Direction;
import java.util.List;
import java.util.OptionalInt;

/** Given points. */
record FixedSampler(List<Assignment> points) implements Sampler {

    FixedSampler {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("no points to try; give at least one");
        }
    }

    @Override
    public Sampling start(Space space, Direction direction, long seed) {
        return new Sampling() {
            @Override
            public OptionalInt size() {
                return OptionalInt.of(points.size());
            }

            @Override
            public Draw draw(int number) {
                return new PointDraw(points.get(number));
            }
        };
    }

    @Override
    public String toString() {
        return "points " + points.stream().map(Assignment::values).toList();
    }

    /** Looks values up. */
    record PointDraw(Assignment point) implements Draw {

        @Override
        public <T> T value(String name, Range<T> range) {
            Object value = point.find(name).orElse(null);
            if (!range.contains(value)) {
                throw new IllegalArgumentException(
                        "the point " + point + " has no value of " + range.code() + " for " + name + "; give it one");
            }
            return range.cast(value);
        }
    }
}
