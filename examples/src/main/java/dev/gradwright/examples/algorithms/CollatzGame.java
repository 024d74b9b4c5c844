package dev.gradwright.examples.algorithms;

import dev.gradwright.Differentiable;
import dev.gradwright.Sample;

/** A game of control flow: a number steers loops and jumps, another is carried along. */
public final class CollatzGame {

    private CollatzGame() {}

    @Differentiable
    public static double play(double x, double y, int start) {
        int n = start;
        double score = x;
        for (int round = 0; n != 1; round++) {
            if (n % 2 == 0) {
                n /= 2;
                score = score * 0.5 + y;
            } else {
                n = 3 * n + 1;
                score += Math.sin(score * y);
            }
            if (round > 20 || Math.abs(score) > 50) {
                return score * n;
            }
            switch (round % 4) {
                case 0 -> score += 0.1 * x;
                case 1 -> score *= Math.cos(y);
                default -> score -= 0.05;
            }
        }
        return score * x;
    }

    @Sample("start")
    static int start() {
        return 7;
    }
}
