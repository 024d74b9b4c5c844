package dev.gradwright.check.subject;

import java.util.Map;
import org.ejml.data.DMatrixRMaj;

/** The inputs of a function by hand, by name: their values, or their directions. They are the check's own objects, not to be written into. */
public final class Inputs {

    private final Map<String, Object> values;

    Inputs(Map<String, Object> values) {
        this.values = values;
    }

    /** A number. */
    public double number(String name) {
        return get(name, Double.class, "number");
    }

    /** An array. */
    public double[] array(String name) {
        return get(name, double[].class, "array");
    }

    /** An array of arrays. */
    public double[][] table(String name) {
        return get(name, double[][].class, "table");
    }

    /** A matrix. */
    public DMatrixRMaj matrix(String name) {
        return get(name, DMatrixRMaj.class, "matrix");
    }

    private <T> T get(String name, Class<T> type, String kind) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no input is named " + name + "; there are " + values.keySet());
        } else if (!type.isInstance(value)) {
            throw new IllegalArgumentException("input " + name + " is no " + kind + "; it is a "
                    + value.getClass().getSimpleName());
        }
        return type.cast(value);
    }
}
