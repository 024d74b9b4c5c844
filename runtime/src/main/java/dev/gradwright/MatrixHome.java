package dev.gradwright;

import org.ejml.data.DMatrixRMaj;

/** A matrix and its gradient, which a reshape may give other dimensions or another array. */
final class MatrixHome implements NamedParameter.Home {

    private final DMatrixRMaj value;
    private final DMatrixRMaj gradient;
    private final double[] valueData;
    private final double[] gradientData;
    private final int rows;
    private final int columns;

    MatrixHome(DMatrixRMaj value, DMatrixRMaj gradient) {
        this.value = value;
        this.gradient = gradient;
        this.valueData = value.data;
        this.gradientData = gradient.data;
        this.rows = value.numRows;
        this.columns = value.numCols;
    }

    @Override
    public String changed() {
        if (value.numRows != rows || value.numCols != columns) {
            return value.numRows + "x" + value.numCols;
        }
        if (gradient.numRows != rows || gradient.numCols != columns) {
            return "with a gradient of " + gradient.numRows + "x" + gradient.numCols;
        }
        return value.data == valueData && gradient.data == gradientData ? null : "in another array";
    }
}
