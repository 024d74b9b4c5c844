package lib.layers;

import dev.gradwright.Differentiable;
import dev.gradwright.Parameter;
import dev.gradwright.Shape;
import java.util.random.RandomGenerator;

/** {@code y = scale x}, unit by unit. */
@Differentiable
public final class Scaled implements Layer {

    @Parameter
    @Shape("units")
    final double[] scale;

    public Scaled(int units, RandomGenerator random) {
        scale = random.doubles(units, 0.5, 1.5).toArray();
    }

    @Override
    @Shape("units")
    public double[] forward(@Shape("units") double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = scale[i] * x[i];
        }
        return y;
    }
}
