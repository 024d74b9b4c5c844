package dev.gradwright.train.model;

import dev.gradwright.train.data.Examples;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;

/** Points around a centre for each class. */
public final class Clouds {

    private Clouds() {}

    /** Examples in turn of each class, around centres on a circle in the first two of the dimensions. */
    public static Examples<DMatrixRMaj, int[]> of(int examples, int dimensions, int classes, double spread, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DMatrixRMaj inputs = new DMatrixRMaj(examples, dimensions);
        int[] labels = new int[examples];
        for (int i = 0; i < examples; i++) {
            labels[i] = i % classes;
            for (int j = 0; j < dimensions; j++) {
                inputs.set(i, j, spread * random.nextGaussian());
            }
            double angle = 2 * Math.PI * labels[i] / classes;
            inputs.set(i, 0, inputs.get(i, 0) + Math.cos(angle));
            inputs.set(i, 1, inputs.get(i, 1) + Math.sin(angle));
        }
        return Examples.of(inputs, labels, classes);
    }
}
