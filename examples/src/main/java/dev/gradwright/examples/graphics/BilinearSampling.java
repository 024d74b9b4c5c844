package dev.gradwright.examples.graphics;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** Colours of an image between its pixels. */
public final class BilinearSampling {

    private BilinearSampling() {}

    @Differentiable
    @Shape("points")
    public static double[] sampled(
            @Shape("height, width") double[][] image, @Shape("points") double[] xs, @Shape("points") double[] ys) {
        double[] colours = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            double x = (image[0].length - 1) / (1 + Math.exp(-xs[i]));
            double y = (image.length - 1) / (1 + Math.exp(-ys[i]));
            int column = Math.min((int) x, image[0].length - 2);
            int row = Math.min((int) y, image.length - 2);
            double right = x - column;
            double down = y - row;
            colours[i] = (1 - down) * ((1 - right) * image[row][column] + right * image[row][column + 1])
                    + down * ((1 - right) * image[row + 1][column] + right * image[row + 1][column + 1]);
        }
        return colours;
    }
}
