package dev.gradwright.train.data;

import java.util.Optional;
import java.util.OptionalLong;
import org.ejml.data.DMatrixRMaj;

/**
 * Examples in memory: inputs with classes, numbers or rows of numbers. What it is made of is kept, not copied.
 *
 * @param <I> {@code DMatrixRMaj} or {@code double[][]}: a row for each example
 * @param <T> {@code int[]}: classes from 0; {@code double[]}, {@code double[][]}, {@code DMatrixRMaj}: numbers
 */
public final class Examples<I, T> implements DataSet<Batch<I, T>> {

    private final Column<I> inputs;
    private final Column<T> targets;

    private Examples(Column<I> inputs, Column<T> targets) {
        Refusals.requirePairs(inputs.size(), targets.size());
        this.inputs = inputs;
        this.targets = targets;
    }

    /**
     * Rows of a matrix with a class each.
     *
     * @throws IllegalArgumentException if there are none, or not as many labels as rows; if an input is not finite or a label negative
     */
    public static Examples<DMatrixRMaj, int[]> of(DMatrixRMaj inputs, int[] labels) {
        return of(inputs, labels, Integer.MAX_VALUE);
    }

    /**
     * Rows of a matrix with one of so many classes each.
     *
     * @throws IllegalArgumentException as above, and if a label is not less than the number of classes
     */
    public static Examples<DMatrixRMaj, int[]> of(DMatrixRMaj inputs, int[] labels, int classes) {
        return new Examples<>(MatrixColumn.finite("input", inputs), LabelColumn.below(classes, labels));
    }

    /**
     * Rows of a matrix with a number each.
     *
     * @throws IllegalArgumentException if there are none, or not as many numbers as rows, or a number is not finite
     */
    public static Examples<DMatrixRMaj, double[]> of(DMatrixRMaj inputs, double[] targets) {
        return new Examples<>(MatrixColumn.finite("input", inputs), NumberColumn.finite("target", targets));
    }

    /**
     * Rows of a matrix with a row of another one each.
     *
     * @throws IllegalArgumentException if there are none, or not as many in both, or a number is not finite
     */
    public static Examples<DMatrixRMaj, DMatrixRMaj> of(DMatrixRMaj inputs, DMatrixRMaj targets) {
        return new Examples<>(MatrixColumn.finite("input", inputs), MatrixColumn.finite("target", targets));
    }

    /**
     * Arrays with a class each.
     *
     * @throws IllegalArgumentException if there are none, or not as many labels; if arrays differ in length, an input is not finite or a label
     *     negative
     */
    public static Examples<double[][], int[]> of(double[][] inputs, int[] labels) {
        return of(inputs, labels, Integer.MAX_VALUE);
    }

    /**
     * Arrays with one of so many classes each.
     *
     * @throws IllegalArgumentException as above, and if a label is not less than the number of classes
     */
    public static Examples<double[][], int[]> of(double[][] inputs, int[] labels, int classes) {
        return new Examples<>(RowColumn.finite("input", inputs), LabelColumn.below(classes, labels));
    }

    /**
     * Arrays with a number each.
     *
     * @throws IllegalArgumentException if there are none, or not as many numbers; if arrays differ in length or a number is not finite
     */
    public static Examples<double[][], double[]> of(double[][] inputs, double[] targets) {
        return new Examples<>(RowColumn.finite("input", inputs), NumberColumn.finite("target", targets));
    }

    /**
     * Arrays with an array each.
     *
     * @throws IllegalArgumentException if there are none, or not as many in both; if arrays differ in length or a number is not finite
     */
    public static Examples<double[][], double[][]> of(double[][] inputs, double[][] targets) {
        return new Examples<>(RowColumn.finite("input", inputs), RowColumn.finite("target", targets));
    }

    @Override
    public int size() {
        return inputs.size();
    }

    @Override
    public Batch<I, T> newBatch(int examples) {
        return new Batch<>(inputs.make(examples), targets.make(examples));
    }

    @Override
    public void copy(int[] indices, int from, int count, Batch<I, T> batch) {
        inputs.copy(indices, from, count, batch.inputs());
        targets.copy(indices, from, count, batch.targets());
    }

    @Override
    public Examples<I, T> select(int... indices) {
        return new Examples<>(inputs.select(indices), targets.select(indices));
    }

    /** Looks at every number, which takes some nanoseconds for each. */
    @Override
    public OptionalLong checksum() {
        Checksum checksum = new Checksum();
        inputs.addTo(checksum);
        targets.addTo(checksum);
        return OptionalLong.of(checksum.value());
    }

    @Override
    public Optional<DataSet<Batch<I, T>>> withShuffledTargets(long seed) {
        int[] order = Order.natural(size());
        Order.shuffle(order, seed, 0);
        return Optional.of(new Examples<>(inputs, targets.select(order)));
    }

    @Override
    public Optional<DataSet<Batch<I, T>>> withoutInputs() {
        return Optional.of(new Examples<>(inputs.of(inputs.make(size())), targets));
    }

    @Override
    public String toString() {
        return size() + " examples";
    }
}
