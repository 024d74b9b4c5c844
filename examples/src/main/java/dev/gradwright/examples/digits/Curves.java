package dev.gradwright.examples.digits;

import dev.gradwright.chart.Curve;
import java.util.ArrayList;
import java.util.List;

/** How the loss of a run fell: after how many passes through the data, and after how many seconds. */
final class Curves {

    private final String name;
    private final List<double[]> points = new ArrayList<>();
    private long spent;
    private long since = System.nanoTime();

    Curves(String name) {
        this.name = name;
    }

    /** Notes a loss at the time on the clock. */
    void note(double passes, double loss) {
        points.add(new double[] {passes, spent / 1e9, loss});
    }

    /** Stops the clock. */
    void pause() {
        spent += System.nanoTime() - since;
    }

    /** Starts the clock again. */
    void goOn() {
        since = System.nanoTime();
    }

    double first() {
        return points.get(0)[2];
    }

    double last() {
        return points.get(points.size() - 1)[2];
    }

    double passes() {
        return points.get(points.size() - 1)[0];
    }

    double seconds() {
        return points.get(points.size() - 1)[1];
    }

    Curve overPasses() {
        return curve(0);
    }

    Curve overTime() {
        return curve(1);
    }

    private Curve curve(int axis) {
        return new Curve(name, column(axis), column(2));
    }

    private double[] column(int index) {
        return points.stream().mapToDouble(point -> point[index]).toArray();
    }

    @Override
    public String toString() {
        return name;
    }
}
