package dev.gradwright.check.subject;

import org.ejml.data.DMatrixRMaj;

/** An input of a function by hand. The function gets the very object that lies here, so that a change of it is seen. */
final class LiveInput implements Input {

    private final String name;
    private final boolean isParameter;
    private final double lower;
    private final double upper;
    private final boolean isNumber;
    private final Object value;
    private final Object direction;
    private final int[] rowStarts;

    LiveInput(String name, Object value, boolean isParameter, double lower, double upper) {
        this.name = name;
        this.isParameter = isParameter;
        this.lower = lower;
        this.upper = upper;
        this.isNumber = value instanceof Double;
        this.value = isNumber ? new double[] {(Double) value} : Copies.of(value);
        this.direction = Flat.shaped(this.value, new double[Flat.of(value).length]);
        this.rowStarts = value instanceof double[][] rows ? starts(rows) : new int[0];
    }

    /** The same input in memory of its own. */
    LiveInput copy() {
        return new LiveInput(name, value(), isParameter, lower, upper);
    }

    /** The object that the function is given. */
    Object value() {
        return isNumber ? (Object) value(0) : value;
    }

    /** The direction that the tangent is given. */
    Object direction() {
        return isNumber ? (Object) ((double[]) direction)[0] : direction;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String shape() {
        return Flat.shape(value());
    }

    @Override
    public int size() {
        if (value instanceof double[][]) {
            return rowStarts[rowStarts.length - 1];
        }
        return value instanceof DMatrixRMaj matrix ? matrix.getNumElements() : ((double[]) value).length;
    }

    @Override
    public double value(int index) {
        return row(value, index)[column(index)];
    }

    @Override
    public void setValue(int index, double to) {
        row(value, index)[column(index)] = to;
    }

    @Override
    public void setDirection(int index, double to) {
        row(direction, index)[column(index)] = to;
    }

    @Override
    public boolean isParameter() {
        return isParameter;
    }

    @Override
    public double lower() {
        return lower;
    }

    @Override
    public double upper() {
        return upper;
    }

    private double[] row(Object from, int index) {
        if (from instanceof double[][] rows) {
            return rows[rowOf(index)];
        }
        return from instanceof DMatrixRMaj matrix ? matrix.data : (double[]) from;
    }

    private int column(int index) {
        return value instanceof double[][] ? index - rowStarts[rowOf(index)] : index;
    }

    private int rowOf(int index) {
        int low = 0;
        int high = rowStarts.length - 1;
        // rowStarts[low] <= index < rowStarts[high], also where rows are empty
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (rowStarts[middle] <= index) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int[] starts(double[][] rows) {
        int[] starts = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            starts[i + 1] = starts[i] + rows[i].length;
        }
        return starts;
    }
}
