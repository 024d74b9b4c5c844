package dev.gradwright.examples.statistics;

import dev.gradwright.Differentiable;
import dev.gradwright.Index;
import dev.gradwright.Shape;

/** The log probability of a sequence of tags in a conditional random field. */
public final class ConditionalRandomField {

    private ConditionalRandomField() {}

    @Differentiable
    public static double logProbability(
            @Shape("steps, tags") double[][] scores,
            @Shape("tags, tags") double[][] transitions,
            @Shape("steps") @Index("tags") int[] tags) {
        double score = scores[0][tags[0]];
        double[] alpha = scores[0].clone();
        for (int t = 1; t < scores.length; t++) {
            score += transitions[tags[t - 1]][tags[t]] + scores[t][tags[t]];
            double[] next = new double[alpha.length];
            for (int j = 0; j < next.length; j++) {
                double[] terms = new double[alpha.length];
                for (int i = 0; i < alpha.length; i++) {
                    terms[i] = alpha[i] + transitions[i][j];
                }
                next[j] = scores[t][j] + logSumExp(terms);
            }
            alpha = next;
        }
        return score - logSumExp(alpha);
    }

    private static double logSumExp(double[] terms) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double term : terms) {
            if (term > largest) {
                largest = term;
            }
        }
        double sum = 0;
        for (double term : terms) {
            sum += Math.exp(term - largest);
        }
        return largest + Math.log(sum);
    }
}
