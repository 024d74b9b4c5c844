package dev.gradwright.examples.algorithms;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** Rules by priority: a labelled search over a table ends as soon as one applies. */
public final class PriorityRule {

    private PriorityRule() {}

    @Differentiable
    public static double decided(@Shape("rules, 3") double[][] rules, double x, double y) {
        double best = 0;
        search:
        for (int round = 0; round < 3; round++) {
            for (double[] rule : rules) {
                double margin = rule[0] * x + rule[1] * y + rule[2] - 0.5 * round;
                if (margin < -1) {
                    continue search;
                }
                best += Math.tanh(margin);
                if (best > 1.5) {
                    break search;
                }
            }
        }
        return best * best;
    }
}
