package dev.gradwright.optimize;

import dev.gradwright.chart.Curve;
import dev.gradwright.chart.LineChart;
import java.util.List;
import java.util.stream.LongStream;

/** Pictures of schedules. */
public final class ScheduleCurve {

    private static final int POINTS = 2000;

    private ScheduleCurve() {}

    /**
     * Draws a schedule.
     *
     * @param what what it is a schedule of, such as "learning rate"
     * @param schedule the schedule
     * @param steps from step 0 to before which step; at least 1
     * @throws IllegalArgumentException if that is less than 1
     */
    public static LineChart of(String what, Schedule schedule, long steps) {
        ScheduleChecks.requireSteps("the length of the curve of a schedule", steps);
        long every = Math.max(1, steps / POINTS);
        long[] at = LongStream.iterate(0, step -> step < steps, step -> step + every)
                .toArray();
        double[] x = LongStream.of(at).asDoubleStream().toArray();
        double[] y = LongStream.of(at).mapToDouble(schedule::at).toArray();
        Curve curve = new Curve(what, x, y);
        return new LineChart(Schedule.describe(schedule), "step", what, false, false, List.of(curve));
    }
}
