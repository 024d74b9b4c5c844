package dev.gradwright.train.data;

import org.ejml.data.DMatrixRMaj;

/** A row of a matrix for each example. */
record MatrixColumn(DMatrixRMaj rows) implements Column<DMatrixRMaj> {

    static MatrixColumn finite(String what, DMatrixRMaj rows) {
        for (int i = 0; i < rows.numRows; i++) {
            for (int j = 0; j < rows.numCols; j++) {
                Refusals.requireFinite(what, i, j, rows.data[i * rows.numCols + j]);
            }
        }
        return new MatrixColumn(rows);
    }

    @Override
    public int size() {
        return rows.numRows;
    }

    @Override
    public DMatrixRMaj make(int examples) {
        return new DMatrixRMaj(examples, rows.numCols);
    }

    @Override
    public void copy(int[] indices, int from, int count, DMatrixRMaj target) {
        int width = rows.numCols;
        for (int i = 0; i < count; i++) {
            System.arraycopy(rows.data, indices[from + i] * width, target.data, i * width, width);
        }
    }

    @Override
    public void addTo(Checksum checksum) {
        checksum.add(rows.numCols).add(rows.data, rows.numRows * rows.numCols);
    }

    @Override
    public Column<DMatrixRMaj> of(DMatrixRMaj content) {
        return new MatrixColumn(content);
    }
}
