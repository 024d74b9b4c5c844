package dev.gradwright.examples.layers;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;

/** Inverted dropout: keeps each entry with a probability, and scales what it keeps so that the mean stays. */
@Differentiable
public final class Dropout {

    final double keep;

    public Dropout() {
        this(0.8);
    }

    public Dropout(double keep) {
        this.keep = keep;
    }

    @Shape("batch, inputs")
    public DMatrixRMaj forward(@Shape("batch, inputs") DMatrixRMaj x, RandomGenerator random) {
        DMatrixRMaj y = new DMatrixRMaj(x.numRows, x.numCols);
        for (int i = 0; i < x.numRows; i++) {
            for (int j = 0; j < x.numCols; j++) {
                if (random.nextDouble() < keep) {
                    y.set(i, j, x.get(i, j) / keep);
                }
            }
        }
        return y;
    }
}
