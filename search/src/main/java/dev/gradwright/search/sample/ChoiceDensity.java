package dev.gradwright.search.sample;

import java.util.Arrays;
import java.util.SplittableRandom;

/** How often each choice was made, with one choice more spread over all of them. */
final class ChoiceDensity implements Density {

    private final double[] probabilities;

    ChoiceDensity(double[] positions, int choices) {
        double[] weights = Density.weights(positions.length);
        probabilities = new double[choices];
        Arrays.fill(probabilities, weights[positions.length] / choices);
        for (int i = 0; i < positions.length; i++) {
            probabilities[index(positions[i])] += weights[i];
        }
    }

    @Override
    public double at(double position) {
        return probabilities[index(position)];
    }

    @Override
    public double draw(SplittableRandom random) {
        return (Density.index(probabilities, random) + 0.5) / probabilities.length;
    }

    private int index(double position) {
        return (int) Math.min(probabilities.length - 1, position * probabilities.length);
    }
}
