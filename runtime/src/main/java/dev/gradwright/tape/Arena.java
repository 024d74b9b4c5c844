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
final class Arena {

    private final DoubleArrays doubles = new DoubleArrays();
    private final Pool<int[]> ints = new Pool<>(int[]::new, a -> a.length, a -> Arrays.fill(a, 0));
    private final Pool<long[]> longs = new Pool<>(long[]::new, a -> a.length, a -> Arrays.fill(a, 0L));
    private final Pool<boolean[]> booleans = new Pool<>(boolean[]::new, a -> a.length, a -> Arrays.fill(a, false));
    private final Map<Class<?>, Pool<Object[]>> references = new IdentityHashMap<>();
    private final Map<Class<?>, Pool<Object>> kept = new IdentityHashMap<>();
    private final List<Pool<?>> allByType = new ArrayList<>();
    private final Pool<ReusedMatrix> matrices = new Pool<>(ReusedMatrix::new, ReusedMatrix::size, ReusedMatrix::clear);

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

    double[] doubles(int length) {
        return doubles.take(length);
    }

    int[] ints(int length) {
        return ints.take(length);
    }

    long[] longs(int length) {
        return longs.take(length);
    }

    boolean[] booleans(int length) {
        return booleans.take(length);
    }

    /** An array of nulls. */
    Object[] references(Class<?> type, int length) {
        Pool<Object[]> pool = references.get(type);
        if (pool == null) {
            pool = new Pool<>(
                    n -> (Object[]) Array.newInstance(type.getComponentType(), n),
                    a -> a.length,
                    a -> Arrays.fill(a, null));
            references.put(type, pool);
            allByType.add(pool);
        }
        return pool.take(length);
    }

    /** An object of a class that cleans up after itself. */
    <T> T kept(Class<T> type, Supplier<T> maker) {
        Pool<Object> pool = kept.get(type);
        if (pool == null) {
            pool = new Pool<>(n -> maker.get(), object -> 0, object -> {});
            kept.put(type, pool);
            allByType.add(pool);
        }
        return type.cast(pool.take(0));
    }

    DMatrixRMaj matrix(int numRows, int numCols) {
        ReusedMatrix matrix = matrices.take(numRows * numCols);
        matrix.renew(numRows, numCols);
        return matrix;
    }
}
