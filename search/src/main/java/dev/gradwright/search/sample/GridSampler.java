package dev.gradwright.search.sample;

import dev.gradwright.search.space.Assignment;
import dev.gradwright.search.space.Choices;
import dev.gradwright.search.space.Dimension;
import dev.gradwright.search.space.Range;
import dev.gradwright.search.space.RealRange;
import dev.gradwright.search.space.Space;
import dev.gradwright.search.trial.Direction;
import dev.gradwright.search.trial.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

/** All points of a grid; those that differ only in hyperparameters that do not exist there are one. */
record GridSampler(int points) implements Sampler {

    private static final int MOST = 100_000;

    GridSampler {
        if (points < 2) {
            throw new IllegalArgumentException("a grid of " + points + " values a hyperparameter; use at least 2");
        }
    }

    @Override
    public Sampling start(Space space, Direction direction, long seed) {
        if (space.dimensions().isEmpty()) {
            throw new IllegalArgumentException("a grid needs to know the hyperparameters from the start;"
                    + " give the study a space, or use another sampler");
        }
        List<Assignment> grid = new ArrayList<>();
        fill(grid, space, 0, Assignment.empty());
        Collections.shuffle(grid, new Random(Seeds.mixed(seed, 0)));
        return new Sampling() {
            @Override
            public OptionalInt size() {
                return OptionalInt.of(grid.size());
            }

            @Override
            public Draw draw(int number) {
                return new FixedSampler.PointDraw(grid.get(number));
            }
        };
    }

    private void fill(List<Assignment> grid, Space space, int index, Assignment point) {
        if (index == space.dimensions().size()) {
            if (grid.size() == MOST) {
                throw new IllegalArgumentException("the grid has more than " + MOST
                        + " points; use fewer values of each hyperparameter, or random()");
            }
            grid.add(point);
            return;
        }
        Dimension<?> dimension = space.dimensions().get(index);
        if (!space.exists(dimension, point)) {
            fill(grid, space, index + 1, point);
            return;
        }
        for (Object value : values(dimension.range())) {
            fill(grid, space, index + 1, point.with(dimension.name(), value));
        }
    }

    private List<?> values(Range<?> range) {
        if (range instanceof RealRange) {
            return IntStream.range(0, points)
                    .mapToObj(i -> range.at(i / (points - 1.0)))
                    .toList();
        }
        if (range instanceof Choices<?> choices) {
            return choices.values();
        }
        int size = range.size().orElseThrow();
        int count = Math.min(points, size);
        return IntStream.range(0, count)
                .mapToObj(i -> range.at(count == size ? (i + 0.5) / size : i / (count - 1.0)))
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return "grid of " + points;
    }
}
