package dev.gradwright.check.report;

/**
 * The size of the analytic gradient of an input, over all its coordinates.
 *
 * @param norm the Euclidean norm
 * @param largest the largest in size
 * @param smallest the smallest in size that is not zero; 0 if all are
 * @param zeros how many are exactly zero
 */
public record Magnitudes(double norm, double largest, double smallest, int zeros) {

    /** The magnitudes of a gradient. */
    public static Magnitudes of(double[] gradient) {
        double scale = 0;
        double smallest = Double.POSITIVE_INFINITY;
        int zeros = 0;
        for (double g : gradient) {
            double size = Math.abs(g);
            scale = Math.max(scale, size);
            if (size == 0) {
                zeros++;
            } else {
                smallest = Math.min(smallest, size);
            }
        }
        double sum = 0;
        for (double g : gradient) {
            sum += scale == 0 ? 0 : g / scale * (g / scale);
        }
        return new Magnitudes(scale * Math.sqrt(sum), scale, zeros == gradient.length ? 0 : smallest, zeros);
    }
}
