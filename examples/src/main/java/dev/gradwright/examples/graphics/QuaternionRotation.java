package dev.gradwright.examples.graphics;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** A vector turned by a quaternion of any length but zero. */
public final class QuaternionRotation {

    private QuaternionRotation() {}

    @Differentiable
    @Shape("3")
    public static double[] turned(@Shape("4") double[] quaternion, @Shape("3") double[] vector) {
        double norm = 0;
        for (double q : quaternion) {
            norm += q * q;
        }
        double s = 2 / norm;
        double w = quaternion[0];
        double x = quaternion[1];
        double y = quaternion[2];
        double z = quaternion[3];
        double[][] m = {
            {1 - s * (y * y + z * z), s * (x * y - w * z), s * (x * z + w * y)},
            {s * (x * y + w * z), 1 - s * (x * x + z * z), s * (y * z - w * x)},
            {s * (x * z - w * y), s * (y * z + w * x), 1 - s * (x * x + y * y)}
        };
        double[] turned = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                turned[i] += m[i][j] * vector[j];
            }
        }
        return turned;
    }
}
