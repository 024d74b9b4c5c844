package dev.gradwright.benchmarks.network;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;
import org.ejml.data.DMatrixRMaj;

/** {@code y = max(0, x)}, entry by entry. */
@Differentiable
public final class Relu {

    /** The rectified batch. */
    @Shape("batch, units")
    public DMatrixRMaj forward(@Shape("batch, units") DMatrixRMaj x) {
        DMatrixRMaj y = new DMatrixRMaj(x.numRows, x.numCols);
        for (int i = 0; i < x.getNumElements(); i++) {
            y.data[i] = Math.max(0, x.data[i]);
        }
        return y;
    }
}
