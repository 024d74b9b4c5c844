package dev.gradwright.check.subject;

import java.lang.reflect.Array;
import org.ejml.data.DMatrixRMaj;

/** Deep copies of arrays and matrices; everything else is taken for unchangeable. */
final class Copies {

    private Copies() {}

    @SuppressWarnings("unchecked")
    static <T> T of(T value) {
        if (value instanceof DMatrixRMaj matrix) {
            return (T) matrix.copy();
        } else if (value == null || !value.getClass().isArray()) {
            return value;
        }
        int length = Array.getLength(value);
        Object copy = Array.newInstance(value.getClass().getComponentType(), length);
        System.arraycopy(value, 0, copy, 0, length);
        if (copy instanceof Object[] elements) {
            for (int i = 0; i < length; i++) {
                elements[i] = of(elements[i]);
            }
        }
        return (T) copy;
    }
}
