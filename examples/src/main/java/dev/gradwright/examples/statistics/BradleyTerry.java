package dev.gradwright.examples.statistics;

import dev.gradwright.Differentiable;
import dev.gradwright.Index;
import dev.gradwright.Shape;

/** How well strengths of players explain who won against whom. */
public final class BradleyTerry {

    private BradleyTerry() {}

    @Differentiable
    public static double logLikelihood(
            @Shape("players") double[] strengths,
            @Shape("games") @Index("players") int[] winners,
            @Shape("games") @Index("players") int[] losers) {
        double sum = 0;
        for (int game = 0; game < winners.length; game++) {
            if (winners[game] != losers[game]) {
                sum -= Math.log1p(Math.exp(strengths[losers[game]] - strengths[winners[game]]));
            }
        }
        return sum;
    }
}
