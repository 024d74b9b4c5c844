package dev.gradwright.examples.algorithms;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** The length of the shortest path from the first node to the last, by Floyd and Warshall. */
public final class ShortestPath {

    private ShortestPath() {}

    @Differentiable
    public static double length(@Shape("nodes, nodes") double[][] edges) {
        int n = edges.length;
        double[][] distance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                distance[i][j] = i == j ? 0 : 0.1 + edges[i][j] * edges[i][j];
            }
        }
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double detour = distance[i][k] + distance[k][j];
                    if (detour < distance[i][j]) {
                        distance[i][j] = detour;
                    }
                }
            }
        }
        return distance[0][n - 1];
    }
}
