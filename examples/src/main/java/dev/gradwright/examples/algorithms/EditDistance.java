package dev.gradwright.examples.algorithms;

import dev.gradwright.Differentiable;
import dev.gradwright.Index;
import dev.gradwright.Shape;

/** The least cost of turning one word into another, where costs of gaps and of exchanges are learned. */
public final class EditDistance {

    private EditDistance() {}

    @Differentiable
    public static double cost(
            @Shape("letters, letters") double[][] exchange,
            double gap,
            @Shape("m") @Index("letters") int[] from,
            @Shape("n") @Index("letters") int[] to) {
        double skip = 1 + gap * gap;
        double[] row = new double[to.length + 1];
        for (int j = 0; j <= to.length; j++) {
            row[j] = j * skip;
        }
        for (int i = 1; i <= from.length; i++) {
            double diagonal = row[0];
            row[0] = i * skip;
            for (int j = 1; j <= to.length; j++) {
                double above = row[j];
                double changed = diagonal + (from[i - 1] == to[j - 1] ? 0 : Math.abs(exchange[from[i - 1]][to[j - 1]]));
                row[j] = Math.min(changed, Math.min(above, row[j - 1]) + skip);
                diagonal = above;
            }
        }
        return row[to.length];
    }
}
