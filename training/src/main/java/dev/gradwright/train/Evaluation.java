package dev.gradwright.train;

import dev.gradwright.train.data.Batches;
import dev.gradwright.train.data.DataSet;
import dev.gradwright.train.data.Order;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Means of functions of batches over a whole data set, in its order. */
final class Evaluation<B> {

    private static final int BATCH = 256;

    private final DataSet<B> data;
    private final int[] order;
    private final Batches<B> batches = new Batches<>();

    Evaluation(DataSet<B> data) {
        this.data = data;
        this.order = Order.natural(data.size());
    }

    /** A part of the data: where it begins and how many examples it has. */
    @FunctionalInterface
    interface Part {
        double mean(int[] order, int from, int count);
    }

    /** The mean of what a function gives for parts, each weighted by its number of examples. */
    double mean(Part part) {
        double sum = 0;
        for (int from = 0; from < order.length; from += BATCH) {
            int count = Math.min(BATCH, order.length - from);
            sum += count * part.mean(order, from, count);
        }
        return sum / order.length;
    }

    /** Adds the mean of each function under its name behind a prefix. */
    void addMeans(Map<String, ToDoubleFunction<B>> functions, String prefix, Map<String, Double> results) {
        double[] sums = new double[functions.size()];
        for (int from = 0; !functions.isEmpty() && from < order.length; from += BATCH) {
            int count = Math.min(BATCH, order.length - from);
            B batch = batches.of(data, count);
            data.copy(order, from, count, batch);
            int i = 0;
            for (ToDoubleFunction<B> function : functions.values()) {
                sums[i++] += count * function.applyAsDouble(batch);
            }
        }
        int i = 0;
        for (String name : functions.keySet()) {
            results.put(prefix + name, sums[i++] / order.length);
        }
    }
}
