package dev.gradwright.examples.monitoring;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;
import org.ejml.data.DMatrixRMaj;

/** {@code y = 1 / (1 + exp(-x))}, entry by entry. */
@Differentiable
public final class Logistic {

    @Shape("batch, units")
    public DMatrixRMaj forward(@Shape("batch, units") DMatrixRMaj x) {
        DMatrixRMaj y = new DMatrixRMaj(x.numRows, x.numCols);
        for (int i = 0; i < x.getNumElements(); i++) {
            y.data[i] = 1 / (1 + Math.exp(-x.data[i]));
        }
        return y;
    }
}
