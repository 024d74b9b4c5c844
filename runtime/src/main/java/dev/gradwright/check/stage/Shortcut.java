package dev.gradwright.check.stage;

import dev.gradwright.check.difference.CoordinateLine;
import dev.gradwright.check.difference.Line;
import dev.gradwright.check.subject.Input;
import java.util.SplittableRandom;

/** Compares the shortcut of a function with the function, before differences rely on it. */
final class Shortcut {

    private static final int COORDINATES = 5;
    /** Large against a usual step, so that what is missing shows. */
    private static final double DISTANCE = 1e-2;
    /** Of the terms of the result: what two ways may differ by through rounding. */
    private static final double THRESHOLD = 1e-12;

    private final Bench bench;

    Shortcut(Bench bench) {
        this.bench = bench;
    }

    /**
     * Compares them at some coordinates of each input.
     *
     * @throws IllegalArgumentException if they differ
     */
    void verify() {
        SplittableRandom random = new SplittableRandom(bench.settings().seed() + 6);
        for (int i = 0; i < bench.inputs().size(); i++) {
            Input input = bench.inputs().get(i);
            for (int k = 0; k < Math.min(COORDINATES, input.size()); k++) {
                compare(i, random.nextInt(input.size()));
            }
        }
    }

    private void compare(int place, int index) {
        Input input = bench.inputs().get(place);
        CoordinateLine line = CoordinateLine.of(bench.subject(), bench.objective(), place, index);
        double wanted = DISTANCE * line.scale();
        double distance = wanted <= line.upper() ? wanted : Math.max(-wanted, line.lower());
        Line.Point whole = line.at(distance);
        Line.Point shortened = line.shortened().at(distance);
        if (!(Math.abs(whole.value() - shortened.value()) <= THRESHOLD * whole.magnitude())) {
            throw new IllegalArgumentException("the incremental evaluation of "
                    + bench.subject().name() + " gives " + shortened.value() + " and the function " + whole.value()
                    + " where " + input.name() + " " + input.place(index) + " is moved by " + whole.distance()
                    + "; it must give what the function gives, or null where it knows no shorter way");
        }
    }
}
