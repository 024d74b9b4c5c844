package app;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;
import java.util.random.RandomGenerator;
import lib.layers.Functions;
import lib.layers.Layer;
import lib.layers.Scaled;

/** Layers and functions of another jar, and a layer of its own. */
final class Model {

    final Layer[] layers;
    final Scaled last;

    Model(int units, RandomGenerator random) {
        layers = new Layer[] {new Scaled(units, random), new Bent()};
        last = new Scaled(units, random);
    }

    @Differentiable
    double loss(@Shape("units") double[] x) {
        double[] h = x;
        for (Layer layer : layers) {
            h = layer.forward(h);
        }
        return Functions.softplus(Functions.norm(last.forward(h)));
    }

    /** An implementation in this jar. */
    @Differentiable
    static final class Bent implements Layer {

        @Override
        @Shape("units")
        public double[] forward(@Shape("units") double[] x) {
            double[] y = new double[x.length];
            for (int i = 0; i < y.length; i++) {
                y[i] = Math.sin(x[i]) + 2 * x[i];
            }
            return y;
        }
    }
}
