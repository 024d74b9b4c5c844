package dev.gradwright.benchmarks.reprojection;

import dev.gradwright.benchmarks.gradient.Objective;

/** By hand: one forward sweep, whose intermediate results are fields, and a reverse sweep for each row of the Jacobian. */
final class HandReprojection implements Objective {

    private final Observation at;
    private final double[] jacobian = new double[2 * Observation.ARGUMENTS];
    /** The point, seen from the camera's centre, and the axis. */
    private double v0;

    private double v1;
    private double v2;
    private double a;
    private double b;
    private double c;
    private double angle;
    private double sine;
    private double cosine;
    private double depth;
    private double x;
    private double y;
    private double square;
    private double distortion;

    HandReprojection(Observation at) {
        this.at = at;
    }

    @Override
    public double valueAndGradient() {
        double[] camera = at.camera();
        v0 = at.point()[0] - camera[3];
        v1 = at.point()[1] - camera[4];
        v2 = at.point()[2] - camera[5];
        angle = Math.sqrt(camera[0] * camera[0] + camera[1] * camera[1] + camera[2] * camera[2]);
        if (angle == 0) {
            throw new IllegalArgumentException("this adjoint is one of cameras that are rotated");
        }
        cosine = Math.cos(angle);
        sine = Math.sin(angle);
        a = camera[0] / angle;
        b = camera[1] / angle;
        c = camera[2] / angle;
        double along = (a * v0 + b * v1 + c * v2) * (1 - cosine);
        depth = v2 * cosine + (a * v1 - b * v0) * sine + c * along;
        x = (v0 * cosine + (b * v2 - c * v1) * sine + a * along) / depth;
        y = (v1 * cosine + (c * v0 - a * v2) * sine + b * along) / depth;
        square = x * x + y * y;
        distortion = 1 + camera[9] * square + camera[10] * square * square;
        double focal = camera[6] * distortion;
        double e0 = x * focal + camera[7] - at.seen()[0];
        double e1 = y * focal + camera[8] - at.seen()[1];
        back(0, 1, 0, e0);
        back(Observation.ARGUMENTS, 0, 1, e1);
        return at.weight() * e0 + at.weight() * e1;
    }

    /** One row, from the adjoints of both errors; the projection here, the rotation in another method. */
    private void back(int row, double bar0, double bar1, double error) {
        double[] camera = at.camera();
        double u0 = at.weight() * bar0;
        double u1 = at.weight() * bar1;
        double focal = camera[6] * distortion;
        double focalBar = u0 * x + u1 * y;
        double distortionBar = focalBar * camera[6];
        double squareBar = distortionBar * (camera[9] + 2 * camera[10] * square);
        double xBar = u0 * focal + 2 * x * squareBar;
        double yBar = u1 * focal + 2 * y * squareBar;
        jacobian[row + 6] = focalBar * distortion;
        jacobian[row + 7] = u0;
        jacobian[row + 8] = u1;
        jacobian[row + 9] = distortionBar * square;
        jacobian[row + 10] = distortionBar * square * square;
        jacobian[row + 14] = error;
        rotateBack(row, xBar / depth, yBar / depth, -(xBar * x + yBar * y) / depth);
    }

    /** Of p = v cos + (n x v) sin + n (n.v) (1 - cos), given the adjoint of p. */
    private void rotateBack(int row, double p0, double p1, double p2) {
        double rest = 1 - cosine;
        double np = a * p0 + b * p1 + c * p2;
        double nv = a * v0 + b * v1 + c * v2;
        double q0 = v1 * p2 - v2 * p1;
        double q1 = v2 * p0 - v0 * p2;
        double q2 = v0 * p1 - v1 * p0;
        double aBar = sine * q0 + rest * (nv * p0 + np * v0);
        double bBar = sine * q1 + rest * (nv * p1 + np * v1);
        double cBar = sine * q2 + rest * (nv * p2 + np * v2);
        double pv = p0 * v0 + p1 * v1 + p2 * v2;
        double angleBar = cosine * (a * q0 + b * q1 + c * q2) + sine * (nv * np - pv);
        double radial = angleBar - (a * aBar + b * bBar + c * cBar) / angle;
        jacobian[row] = aBar / angle + a * radial;
        jacobian[row + 1] = bBar / angle + b * radial;
        jacobian[row + 2] = cBar / angle + c * radial;
        double point0 = p0 * cosine + sine * (p1 * c - p2 * b) + rest * np * a;
        double point1 = p1 * cosine + sine * (p2 * a - p0 * c) + rest * np * b;
        double point2 = p2 * cosine + sine * (p0 * b - p1 * a) + rest * np * c;
        jacobian[row + 3] = -point0;
        jacobian[row + 4] = -point1;
        jacobian[row + 5] = -point2;
        jacobian[row + 11] = point0;
        jacobian[row + 12] = point1;
        jacobian[row + 13] = point2;
    }

    @Override
    public double[] gradient() {
        return jacobian.clone();
    }
}
