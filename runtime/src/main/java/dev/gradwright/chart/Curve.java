package dev.gradwright.chart;

/**
 * A line through points.
 *
 * @param name what the legend calls it
 * @param x where the points are
 * @param y how high they are; points that are not finite are left out, and the line is broken there
 */
public record Curve(String name, double[] x, double[] y) {

    /**
     * Copies the points.
     *
     * @throws IllegalArgumentException if there are not as many of {@code x} as of {@code y}
     */
    public Curve {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "the curve " + name + " has " + x.length + " places and " + y.length + " heights");
        }
        x = x.clone();
        y = y.clone();
    }
}
