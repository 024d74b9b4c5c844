package dev.gradwright.check.sampling;

import dev.gradwright.check.report.Direction;
import dev.gradwright.check.subject.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random directions, with components between 1/2 and 1 in size so that every coordinate is met; scaled with large coordinates. */
public final class Directions {

    private final List<Input> inputs;
    private final SplittableRandom random;

    public Directions(List<Input> inputs, long seed) {
        this.inputs = inputs;
        this.random = new SplittableRandom(seed);
    }

    /** A direction through all inputs. */
    public List<double[]> next() {
        List<double[]> direction = new ArrayList<>();
        for (Input input : inputs) {
            direction.add(components(input, 0, input.size()));
        }
        return direction;
    }

    /** A direction through some coordinates of one input. */
    public List<double[]> through(Input only, int from, int to) {
        List<double[]> direction = new ArrayList<>();
        for (Input input : inputs) {
            direction.add(input == only ? components(input, from, to) : new double[input.size()]);
        }
        return direction;
    }

    private double[] components(Input input, int from, int to) {
        double[] all = new double[input.size()];
        for (int i = from; i < to; i++) {
            double size = random.nextDouble(Direction.SMALLEST_COMPONENT, 1) * Math.max(1, Math.abs(input.value(i)));
            all[i] = random.nextBoolean() ? size : -size;
        }
        return all;
    }

    /** The gradient times a direction. */
    public static double product(List<double[]> gradients, List<double[]> direction) {
        double sum = 0;
        for (int i = 0; i < gradients.size(); i++) {
            for (int j = 0; j < gradients.get(i).length; j++) {
                sum += gradients.get(i)[j] * direction.get(i)[j];
            }
        }
        return sum;
    }
}
