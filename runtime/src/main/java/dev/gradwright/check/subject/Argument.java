package dev.gradwright.check.subject;

/**
 * An argument of a generated method that is checked, with respect to which a derivative is taken: a number, an array or a matrix, or an
 * array of such. It keeps a copy of the value; every call gets a copy of that.
 */
final class Argument implements Input {

    private final String name;
    private final Object like;
    private final double[] values;
    private final double[] direction;

    Argument(String name, Object value) {
        this.name = name;
        this.like = value;
        this.values = Flat.of(value);
        this.direction = new double[values.length];
    }

    /** A copy of the value, at the point where the check is just now. */
    Object value() {
        return Flat.shaped(like, values);
    }

    /** A copy of the direction in which the tangent is taken just now. */
    Object direction() {
        return Flat.shaped(like, direction);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String shape() {
        return Flat.shape(like);
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public double value(int index) {
        return values[index];
    }

    @Override
    public void setValue(int index, double value) {
        values[index] = value;
    }

    @Override
    public void setDirection(int index, double value) {
        direction[index] = value;
    }

    @Override
    public boolean isParameter() {
        return false;
    }
}
