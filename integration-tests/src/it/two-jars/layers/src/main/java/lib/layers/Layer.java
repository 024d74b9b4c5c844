package lib.layers;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** From a vector to a vector. */
@Differentiable
public interface Layer {

    @Shape("units")
    double[] forward(@Shape("units") double[] x);
}
