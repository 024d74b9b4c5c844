package dev.gradwright.examples.statistics;

import dev.gradwright.Constant;
import dev.gradwright.Differentiable;
import dev.gradwright.Index;
import dev.gradwright.Shape;

/** The partial log likelihood of Cox, for times in increasing order. */
public final class CoxProportionalHazards {

    private CoxProportionalHazards() {}

    @Differentiable
    public static double logLikelihood(
            @Shape("features") double[] weights,
            @Constant @Shape("patients, features") double[][] patients,
            @Shape("patients") @Index("outcomes") int[] died) {
        double[] risk = new double[patients.length];
        for (int i = 0; i < patients.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                risk[i] += weights[j] * patients[i][j];
            }
        }
        double atRisk = 0;
        double sum = 0;
        for (int i = patients.length - 1; i >= 0; i--) {
            atRisk += Math.exp(risk[i]);
            if (died[i] == 0) {
                continue;
            }
            sum += risk[i] - Math.log(atRisk);
        }
        return sum;
    }
}
