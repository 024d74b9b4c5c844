package dev.gradwright.benchmarks.reprojection;

/** A camera, a point and where the point was seen. */
record Observation(double[] camera, double[] point, double weight, double[] seen) {

    /** How many numbers an error is differentiated with respect to: camera, point, weight. */
    static final int ARGUMENTS = 15;

    static Observation sample() {
        return new Observation(
                new double[] {0.3, -0.2, 0.5, 0.1, 0.2, -5, 2, 0.1, -0.3, 0.05, 0.02},
                new double[] {0.4, -0.7, 1.2},
                0.8,
                new double[] {0.25, -0.1});
    }

    /** All arguments, one after the other. */
    double[] arguments() {
        double[] all = new double[ARGUMENTS];
        System.arraycopy(camera, 0, all, 0, 11);
        System.arraycopy(point, 0, all, 11, 3);
        all[14] = weight;
        return all;
    }
}
