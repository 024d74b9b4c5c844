package dev.gradwright.examples.adbench;

import dev.gradwright.Constant;
import dev.gradwright.Differentiable;
import dev.gradwright.Sample;
import dev.gradwright.Shape;
import java.util.random.RandomGenerator;

/**
 * The residuals of bundle adjustment: how far the image of a point lies from where it was seen. A camera is eleven numbers: rotation
 * (axis times angle), centre, focal length, principal point (2), radial distortion (2).
 */
public final class BundleAdjustment {

    private BundleAdjustment() {}

    /** The weighted error of the image of one point in one camera. Two seeds give both rows of its Jacobian in one sweep. */
    @Differentiable(seeds = 2)
    @Shape("2")
    public static double[] reprojectionError(
            @Shape("11") double[] camera,
            @Shape("3") double[] point,
            double weight,
            @Constant @Shape("2") double[] seen) {
        double[] fromCentre = new double[3];
        for (int i = 0; i < 3; i++) {
            fromCentre[i] = point[i] - camera[3 + i];
        }
        double[] inCamera = rotated(camera, fromCentre);
        double x = inCamera[0] / inCamera[2];
        double y = inCamera[1] / inCamera[2];
        double square = x * x + y * y;
        double distortion = 1 + camera[9] * square + camera[10] * square * square;
        double focal = camera[6] * distortion;
        return new double[] {weight * (x * focal + camera[7] - seen[0]), weight * (y * focal + camera[8] - seen[1])};
    }

    /** The error of a weight, which is drawn towards one. */
    @Differentiable
    public static double weightError(double weight) {
        return 1 - weight * weight;
    }

    /** Rodrigues' formula; the first numbers of the camera are axis times angle. */
    private static double[] rotated(double[] camera, double[] v) {
        double square = camera[0] * camera[0] + camera[1] * camera[1] + camera[2] * camera[2];
        if (square == 0) {
            return new double[] {
                v[0] + camera[1] * v[2] - camera[2] * v[1],
                v[1] + camera[2] * v[0] - camera[0] * v[2],
                v[2] + camera[0] * v[1] - camera[1] * v[0]
            };
        }
        double angle = Math.sqrt(square);
        double cosine = Math.cos(angle);
        double sine = Math.sin(angle);
        double a = camera[0] / angle;
        double b = camera[1] / angle;
        double c = camera[2] / angle;
        double along = (a * v[0] + b * v[1] + c * v[2]) * (1 - cosine);
        return new double[] {
            v[0] * cosine + (b * v[2] - c * v[1]) * sine + a * along,
            v[1] * cosine + (c * v[0] - a * v[2]) * sine + b * along,
            v[2] * cosine + (a * v[1] - b * v[0]) * sine + c * along
        };
    }

    @Sample("camera")
    static double[] camera(RandomGenerator random) {
        double[] camera = {0.3, -0.2, 0.5, 0.1, 0.2, -5, 2, 0.1, -0.3, 0.05, 0.02};
        for (int i = 0; i < camera.length; i++) {
            camera[i] += 0.01 * random.nextGaussian();
        }
        return camera;
    }
}
