package dev.gradwright.tape;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;

/**
 * Where rules given by hand put the shares of their arguments: zeros in the shape of an argument, lent for the time of one call of a
 * rule. The first request of a call takes back what the call before was lent, so that any number of calls needs the memory of one.
 */
public final class Shares {

    private final Lengths<double[]> arrays = new Lengths<>();
    private final Map<Class<?>, Lengths<Object[]>> references = new HashMap<>();
    private final List<DMatrixRMaj> matrices = new ArrayList<>();
    private int call;
    private int matricesLent;

    Shares() {}

    /** Things of one type, by length; ascending, so that a length is found without making an object of it. */
    private static final class Lengths<T> {
        private int[] lengths = {};
        private final List<Lent<T>> lent = new ArrayList<>();

        Lent<T> of(int length) {
            int index = Arrays.binarySearch(lengths, length);
            if (index < 0) {
                index = -index - 1;
                int[] longer = Arrays.copyOf(lengths, lengths.length + 1);
                System.arraycopy(lengths, index, longer, index + 1, lengths.length - index);
                longer[index] = length;
                lengths = longer;
                lent.add(index, new Lent<>());
            }
            return lent.get(index);
        }
    }

    /** Things of one type and length, of which the first ones are lent. */
    private static final class Lent<T> {
        private final List<T> items = new ArrayList<>();
        private int count;
        private int call;

        /** Begins with the first one in each call of a rule. */
        Lent<T> during(int current) {
            if (call != current) {
                call = current;
                count = 0;
            }
            return this;
        }
    }

    /** Takes back what has been lent; gives the zeros for a number. */
    public double[] first() {
        restart();
        return next();
    }

    /** Takes back what has been lent; gives zeros in a shape. */
    public double[] first(double[] like) {
        restart();
        return next(like);
    }

    /** Takes back what has been lent; gives zeros in a shape. */
    public <T> T[] first(T[] like) {
        restart();
        return next(like);
    }

    /** Takes back what has been lent; gives zeros in a shape. */
    public DMatrixRMaj first(DMatrixRMaj like) {
        restart();
        return next(like);
    }

    /** The zeros for a number. */
    public double[] next() {
        return zeros(1);
    }

    /** Zeros in a shape. */
    public double[] next(double[] like) {
        return zeros(like.length);
    }

    /** Zeros in the shape of an array of arrays or matrices; null where it has none. */
    @SuppressWarnings("unchecked")
    public <T> T[] next(T[] like) {
        Class<?> type = like.getClass();
        Lent<Object[]> lent = references
                .computeIfAbsent(type, t -> new Lengths<>())
                .of(like.length)
                .during(call);
        if (lent.count == lent.items.size()) {
            lent.items.add((Object[]) Array.newInstance(type.getComponentType(), like.length));
        }
        Object[] zeros = lent.items.get(lent.count++);
        for (int i = 0; i < like.length; i++) {
            zeros[i] = element(like[i]);
        }
        return (T[]) zeros;
    }

    /** Zeros in the shape of a matrix. */
    public DMatrixRMaj next(DMatrixRMaj like) {
        if (matricesLent == matrices.size()) {
            matrices.add(new DMatrixRMaj(0, 0));
        }
        DMatrixRMaj zeros = matrices.get(matricesLent++);
        zeros.data = zeros(like.getNumElements());
        zeros.numRows = like.numRows;
        zeros.numCols = like.numCols;
        return zeros;
    }

    private Object element(Object like) {
        if (like instanceof double[] array) {
            return next(array);
        } else if (like instanceof Object[] array) {
            return next(array);
        }
        return like == null ? null : next((DMatrixRMaj) like);
    }

    private double[] zeros(int length) {
        Lent<double[]> lent = arrays.of(length).during(call);
        if (lent.count == lent.items.size()) {
            lent.items.add(new double[length]);
        }
        double[] zeros = lent.items.get(lent.count++);
        Arrays.fill(zeros, 0.0);
        return zeros;
    }

    private void restart() {
        call++;
        matricesLent = 0;
    }
}
