package dev.gradwright.examples.physics;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** The magnetisation of coupled spins in their mean field, iterated until it changes little. */
public final class IsingMeanField {

    private IsingMeanField() {}

    @Differentiable
    public static double magnetisation(@Shape("spins") double[] field, @Shape("spins, spins") double[][] coupling) {
        double[] m = new double[field.length];
        double change = 1;
        for (int iteration = 0; change > 1e-9 && iteration < 200; iteration++) {
            change = 0;
            for (int i = 0; i < m.length; i++) {
                double sum = field[i];
                for (int j = 0; j < m.length; j++) {
                    sum += 0.1 * coupling[i][j] * m[j];
                }
                double updated = Math.tanh(sum);
                change += Math.abs(updated - m[i]);
                m[i] = updated;
            }
        }
        double total = 0;
        for (double spin : m) {
            total += spin;
        }
        return total;
    }
}
