package dev.gradwright.tape;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/**
 * The arrays and matrices made during a forward sweep. Each request gets what the same request of the sweep before got, if that
 * still fits, so that a program whose shapes do not change allocates once.
 */
final class Arena {

    private final Pool<double[]> doubles = new Pool<>(double[]::new, a -> a.length, a -> Arrays.fill(a, 0.0));
    private final Pool<int[]> ints = new Pool<>(int[]::new, a -> a.length, a -> Arrays.fill(a, 0));
    private final Pool<long[]> longs = new Pool<>(long[]::new, a -> a.length, a -> Arrays.fill(a, 0L));
    private final Pool<boolean[]> booleans = new Pool<>(boolean[]::new, a -> a.length, a -> Arrays.fill(a, false));
    private final Map<Class<?>, Pool<Object[]>> references = new IdentityHashMap<>();
    private final List<Pool<?>> allOfReferences = new ArrayList<>();
    // a matrix that has been reshaped since is as good as new only if its array has the size a new one would have
    private final Pool<DMatrixRMaj> matrices =
            new Pool<>(n -> new DMatrixRMaj(1, n), m -> m.data.length, m -> Arrays.fill(m.data, 0.0));

    void restart() {
        doubles.restart();
        ints.restart();
        longs.restart();
        booleans.restart();
        for (int i = 0; i < allOfReferences.size(); i++) {
            allOfReferences.get(i).restart();
        }
        matrices.restart();
    }

    /** How much has been handed out, pool by pool. */
    int[] mark() {
        return pools().mapToInt(Pool::taken).toArray();
    }

    /** Takes back what was handed out after a mark. */
    void backTo(int[] mark) {
        List<Pool<?>> pools = pools().toList();
        for (int i = 0; i < pools.size(); i++) {
            pools.get(i).backTo(i < mark.length ? mark[i] : 0);
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

    private Stream<Pool<?>> pools() {
        return Stream.concat(Stream.of(doubles, ints, longs, booleans, matrices), allOfReferences.stream());
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
            allOfReferences.add(pool);
        }
        return pool.take(length);
    }

    DMatrixRMaj matrix(int numRows, int numCols) {
        DMatrixRMaj matrix = matrices.take(numRows * numCols);
        matrix.numRows = numRows;
        matrix.numCols = numCols;
        return matrix;
    }
}
