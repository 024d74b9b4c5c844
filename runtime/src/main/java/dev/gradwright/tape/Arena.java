package dev.gradwright.tape;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ejml.data.DMatrixRMaj;

/**
 * The arrays and matrices made during a forward sweep. Each request gets what the same request of the sweep before got, if that
 * still fits, so that a program whose shapes do not change allocates once.
 */
public final class Arena {

    private final DoubleArrays doubles = new DoubleArrays();
    private final Pool<int[]> ints = new Pool<>(int[]::new, a -> a.length, a -> Arrays.fill(a, 0));
    private final Pool<long[]> longs = new Pool<>(long[]::new, a -> a.length, a -> Arrays.fill(a, 0L));
    private final Pool<boolean[]> booleans = new Pool<>(boolean[]::new, a -> a.length, a -> Arrays.fill(a, false));
    private final Map<Class<?>, Pool<Object[]>> references = new IdentityHashMap<>();
    /** What was asked for last is asked for next, mostly. */
    private Class<?> lastType;

    private Pool<Object[]> lastReferences;
    private final Map<Class<?>, Pool<Object>> kept = new IdentityHashMap<>();
    private final List<Pool<?>> allByType = new ArrayList<>();
    private final Pool<ReusedMatrix> matrices = new Pool<>(ReusedMatrix::new, ReusedMatrix::size, ReusedMatrix::clear);

    Arena() {}

    /** Takes everything back. */
    void restart() {
        doubles.restart();
        ints.restart();
        longs.restart();
        booleans.restart();
        for (int i = 0; i < allByType.size(); i++) {
            allByType.get(i).restart();
        }
        matrices.restart();
    }

    /** How much has been handed out, in an array that is used again if it is large enough. */
    int[] mark(int[] old) {
        int size = 5 + allByType.size();
        int[] mark = old.length >= size ? old : new int[size];
        mark[0] = doubles.taken();
        mark[1] = ints.taken();
        mark[2] = longs.taken();
        mark[3] = booleans.taken();
        mark[4] = matrices.taken();
        for (int i = 0; i < allByType.size(); i++) {
            mark[5 + i] = allByType.get(i).taken();
        }
        return mark;
    }

    /** Takes back what was handed out after a mark. */
    void backTo(int[] mark) {
        doubles.backTo(mark[0]);
        ints.backTo(mark[1]);
        longs.backTo(mark[2]);
        booleans.backTo(mark[3]);
        matrices.backTo(mark[4]);
        for (int i = 0; i < allByType.size(); i++) {
            allByType.get(i).backTo(5 + i < mark.length ? mark[5 + i] : 0);
        }
    }

    /** Sets the numbers in all that has been handed out to zero. */
    void clearNumbers() {
        doubles.clean();
        matrices.clean();
    }

    /** Shows the matrices that have been handed out. */
    void forEachMatrix(Consumer<DMatrixRMaj> visitor) {
        matrices.forEach(visitor);
    }

    /** A new array of zeros. */
    public double[] doubles(int length) {
        return doubles.take(length);
    }

    /** A new array of arrays of zeros. */
    public double[][] doubles(int length, int rowLength) {
        double[][] rows = references(double[][].class, length);
        for (int i = 0; i < length; i++) {
            rows[i] = doubles(rowLength);
        }
        return rows;
    }

    /** A new array of zeros. */
    public int[] ints(int length) {
        return ints.take(length);
    }

    /** A new array of zeros. */
    public long[] longs(int length) {
        return longs.take(length);
    }

    /** A new array of false. */
    public boolean[] booleans(int length) {
        return booleans.take(length);
    }

    /** A new array of nulls. */
    public <T> T[] references(Class<T[]> type, int length) {
        return type.cast(arrayOf(type, length));
    }

    /** An array of nulls, of a type that is known at run time only. */
    Object[] arrayOf(Class<?> type, int length) {
        if (type != lastType) {
            lastReferences = references.computeIfAbsent(type, this::poolOf);
            lastType = type;
        }
        return lastReferences.take(length);
    }

    private Pool<Object[]> poolOf(Class<?> type) {
        Pool<Object[]> pool = new Pool<>(
                n -> (Object[]) Array.newInstance(type.getComponentType(), n),
                a -> a.length,
                a -> Arrays.fill(a, null));
        allByType.add(pool);
        return pool;
    }

    /** A new matrix of zeros. */
    public DMatrixRMaj matrix(int numRows, int numCols) {
        ReusedMatrix matrix = matrices.take(numRows * numCols);
        matrix.renew(numRows, numCols);
        return matrix;
    }

    /**
     * An object that lasts as long as the record, such as a factorization: the same ones in the same order in each record. It cleans up after
     * itself.
     */
    public <T> T kept(Class<T> type, Supplier<T> maker) {
        Pool<Object> pool = kept.get(type);
        if (pool == null) {
            pool = new Pool<>(n -> maker.get(), object -> 0, object -> {});
            kept.put(type, pool);
            allByType.add(pool);
        }
        return type.cast(pool.take(0));
    }

    /** A copy of the numbers in an array. */
    public double[] copyOf(double[] source) {
        double[] copy = doubles(source.length);
        System.arraycopy(source, 0, copy, 0, source.length);
        return copy;
    }

    /** A copy of the numbers in an array. */
    public int[] copyOf(int[] source) {
        int[] copy = ints(source.length);
        System.arraycopy(source, 0, copy, 0, source.length);
        return copy;
    }

    /** A copy of the numbers in an array. */
    public long[] copyOf(long[] source) {
        long[] copy = longs(source.length);
        System.arraycopy(source, 0, copy, 0, source.length);
        return copy;
    }

    /** A copy of the values in an array. */
    public boolean[] copyOf(boolean[] source) {
        boolean[] copy = booleans(source.length);
        System.arraycopy(source, 0, copy, 0, source.length);
        return copy;
    }

    /** A copy that shares its elements with the original, as {@code clone()} makes it. */
    @SuppressWarnings("unchecked")
    public <T> T[] copyOf(T[] source) {
        T[] copy = (T[]) arrayOf(source.getClass(), source.length);
        System.arraycopy(source, 0, copy, 0, source.length);
        return copy;
    }

    /** A copy of the entries of a matrix. */
    public DMatrixRMaj copyOf(DMatrixRMaj source) {
        DMatrixRMaj copy = matrix(source.numRows, source.numCols);
        System.arraycopy(source.data, 0, copy.data, 0, source.getNumElements());
        return copy;
    }
}
