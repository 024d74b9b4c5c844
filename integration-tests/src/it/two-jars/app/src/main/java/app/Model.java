package app;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;
import dev.gradwright.UseRules;
import java.awt.geom.Point2D;
import java.util.random.RandomGenerator;
import lib.layers.Functions;
import lib.layers.Layer;
import lib.layers.Scaled;

/** Layers, functions and rules of another jar, and a layer of its own. */
@UseRules(Functions.class)
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
        double[] squares = Functions.squares(last.forward(h));
        double far = Point2D.distance(squares[0], squares[1], 3, 4);
        return Functions.softplus(Functions.norm(squares)) * far;
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
