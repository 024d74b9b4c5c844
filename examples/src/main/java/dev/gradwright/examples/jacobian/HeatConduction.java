package dev.gradwright.examples.jacobian;

import dev.gradwright.Constant;
import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/**
 * Steady conduction of heat in a rod whose conductivity grows with its temperature, as a system of equations on a grid. An equation has
 * to do with a node and its two neighbours, so columns of the Jacobian that are three apart have no row in common: three directions give
 * all columns, and one sweep carries three.
 */
public final class HeatConduction {

    /** How many colours the columns of a tridiagonal matrix need. */
    public static final int COLOURS = 3;

    private HeatConduction() {}

    /**
     * What is left over of the heat balance at each inner node.
     *
     * @param temperature the temperature at each inner node
     * @param source the heat that is produced at each of them
     * @param left the temperature of the left end
     * @param right the temperature of the right end
     */
    @Differentiable(seeds = COLOURS)
    @Shape("nodes")
    public static double[] imbalance(
            @Shape("nodes") double[] temperature,
            @Constant @Shape("nodes") double[] source,
            @Constant double left,
            @Constant double right) {
        int n = temperature.length;
        double[] imbalance = new double[n];
        for (int i = 0; i < n; i++) {
            double before = i > 0 ? temperature[i - 1] : left;
            double after = i + 1 < n ? temperature[i + 1] : right;
            imbalance[i] = flow(before, temperature[i]) - flow(temperature[i], after) + source[i];
        }
        return imbalance;
    }

    /** The heat that flows from one node to the next, with the conductivity of the temperature between them. */
    private static double flow(double from, double to) {
        double conductivity = 1 + 0.1 * (from + to) / 2;
        return conductivity * (from - to);
    }
}
