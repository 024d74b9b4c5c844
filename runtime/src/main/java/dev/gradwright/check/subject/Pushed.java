package dev.gradwright.check.subject;

import java.util.List;
import java.util.function.Supplier;

/** A gradient from tangents alone, one for each coordinate: for methods whose derivative is given by hand in forward mode only. */
final class Pushed {

    private Pushed() {}

    /** The gradient of {@code <seed, result>} for each input. Leaves all directions zero. */
    static List<double[]> gradients(List<Input> inputs, Supplier<double[]> tangent, double[] seed) {
        inputs.forEach(Pushed::rest);
        return inputs.stream().map(input -> gradient(input, tangent, seed)).toList();
    }

    private static double[] gradient(Input input, Supplier<double[]> tangent, double[] seed) {
        double[] gradient = new double[input.size()];
        for (int i = 0; i < gradient.length; i++) {
            input.setDirection(i, 1);
            double[] derivative = tangent.get();
            for (int j = 0; j < seed.length; j++) {
                gradient[i] += seed[j] * derivative[j];
            }
            input.setDirection(i, 0);
        }
        return gradient;
    }

    private static void rest(Input input) {
        for (int i = 0; i < input.size(); i++) {
            input.setDirection(i, 0);
        }
    }
}
