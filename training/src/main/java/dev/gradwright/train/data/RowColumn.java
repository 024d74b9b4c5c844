package dev.gradwright.train.data;

/** An array for each example, all of one length. */
record RowColumn(double[][] rows) implements Column<double[][]> {

    static RowColumn finite(String what, double[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != rows[0].length) {
                throw new IllegalArgumentException("the " + what + " of example " + i + " has " + rows[i].length
                        + " numbers, but that of example 0 has " + rows[0].length + "; all must be of one length");
            }
            for (int j = 0; j < rows[i].length; j++) {
                Refusals.requireFinite(what, i, j, rows[i][j]);
            }
        }
        return new RowColumn(rows);
    }

    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public double[][] make(int examples) {
        return new double[examples][rows[0].length];
    }

    @Override
    public void copy(int[] indices, int from, int count, double[][] target) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(rows[indices[from + i]], 0, target[i], 0, target[i].length);
        }
    }

    @Override
    public void addTo(Checksum checksum) {
        for (double[] row : rows) {
            checksum.add(row, row.length);
        }
    }

    @Override
    public Column<double[][]> of(double[][] content) {
        return new RowColumn(content);
    }
}
