package dev.gradwright.examples.algorithms;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;
import java.util.Arrays;

/** Ranks of pages whose links have weights, by a fixed number of steps. */
public final class PageRank {

    private PageRank() {}

    @Differentiable
    @Shape("pages")
    public static double[] ranks(@Shape("pages, pages") double[][] links, double damping) {
        int n = links.length;
        double d = 1 / (1 + Math.exp(-damping));
        double[] rank = new double[n];
        Arrays.fill(rank, 1.0 / n);
        for (int t = 0; t < 6; t++) {
            double[] next = new double[n];
            Arrays.fill(next, (1 - d) / n);
            for (int i = 0; i < n; i++) {
                double out = 0;
                for (int j = 0; j < n; j++) {
                    out += Math.exp(links[i][j]);
                }
                for (int j = 0; j < n; j++) {
                    next[j] += d * rank[i] * Math.exp(links[i][j]) / out;
                }
            }
            System.arraycopy(next, 0, rank, 0, n);
        }
        return rank;
    }
}
