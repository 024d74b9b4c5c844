package dev.gradwright.examples.statistics;

import dev.gradwright.Differentiable;
import dev.gradwright.Index;
import dev.gradwright.Shape;

/** The log likelihood of observations under a hidden Markov model, by the forward algorithm. */
public final class HiddenMarkovModel {

    private HiddenMarkovModel() {}

    @Differentiable
    public static double logLikelihood(
            @Shape("states") double[] start,
            @Shape("states, states") double[][] transitions,
            @Shape("states, symbols") double[][] emissions,
            @Shape("steps") @Index("symbols") int[] observed) {
        double[] alpha = normalized(start);
        double sum = 0;
        for (int t = 0; t < observed.length; t++) {
            double[] next = new double[alpha.length];
            for (int j = 0; j < next.length; j++) {
                double emitted = normalized(emissions[j])[observed[t]];
                if (t == 0) {
                    next[j] = alpha[j] * emitted;
                } else {
                    for (int i = 0; i < alpha.length; i++) {
                        next[j] += alpha[i] * normalized(transitions[i])[j] * emitted;
                    }
                }
            }
            double scale = 0;
            for (double a : next) {
                scale += a;
            }
            for (int j = 0; j < next.length; j++) {
                next[j] /= scale;
            }
            sum += Math.log(scale);
            alpha = next;
        }
        return sum;
    }

    /** The softmax of scores. */
    private static double[] normalized(double[] scores) {
        double[] p = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            p[i] = Math.exp(scores[i]);
            sum += p[i];
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
        return p;
    }
}
