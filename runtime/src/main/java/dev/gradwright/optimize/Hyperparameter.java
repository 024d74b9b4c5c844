package dev.gradwright.optimize;

import java.util.Objects;

/** A schedule with the name of what it schedules and the range its values must lie in, which is checked whenever one is used. */
final class Hyperparameter {

    private final String name;
    private final Schedule schedule;
    private final Range range;

    /** Which values make sense. */
    enum Range {
        NOT_NEGATIVE("a finite number of 0 or more") {
            @Override
            boolean contains(double value) {
                return value >= 0 && value < Double.POSITIVE_INFINITY;
            }
        },
        POSITIVE("a finite number of more than 0") {
            @Override
            boolean contains(double value) {
                return value > 0 && value < Double.POSITIVE_INFINITY;
            }
        },
        BELOW_ONE("a number of at least 0 and less than 1") {
            @Override
            boolean contains(double value) {
                return value >= 0 && value < 1;
            }
        },
        BETWEEN_ZERO_AND_ONE("a number of more than 0 and less than 1") {
            @Override
            boolean contains(double value) {
                return value > 0 && value < 1;
            }
        },
        ONE_OR_MORE("a number of 1 or more") {
            @Override
            boolean contains(double value) {
                return value >= 1;
            }
        };

        private final String description;

        Range(String description) {
            this.description = description;
        }

        abstract boolean contains(double value);

        /**
         * A value that does not change.
         *
         * @throws IllegalArgumentException if it is out of range
         */
        double require(String name, double value) {
            if (!contains(value)) {
                throw new IllegalArgumentException("the " + name + " is " + value + "; use " + description);
            }
            return value;
        }
    }

    /**
     * Names a schedule and checks its value for the first step.
     *
     * @throws IllegalArgumentException if that value is out of range
     */
    Hyperparameter(String name, Schedule schedule, Range range) {
        this.name = name;
        this.schedule = Objects.requireNonNull(schedule, () -> "the schedule of the " + name + " is null");
        this.range = range;
        at(0);
    }

    /**
     * The value for a step.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    double at(long step) {
        double value = schedule.at(step);
        if (!range.contains(value)) {
            throw new IllegalArgumentException(
                    "the " + name + " is " + value + " at step " + step + "; use " + range.description);
        }
        return value;
    }

    @Override
    public String toString() {
        return name + " " + Schedule.describe(schedule);
    }
}
