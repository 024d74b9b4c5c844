package dev.gradwright.examples.algorithms;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** Weights of order statistics: numbers are sorted by insertion, then summed with weights. */
public final class InsertionSort {

    private InsertionSort() {}

    @Differentiable
    public static double weighted(@Shape("numbers") double[] numbers, @Shape("numbers") double[] weights) {
        double[] sorted = numbers.clone();
        for (int i = 1; i < sorted.length; i++) {
            double key = sorted[i];
            int j = i - 1;
            while (j >= 0 && sorted[j] > key) {
                sorted[j + 1] = sorted[j];
                j--;
            }
            sorted[j + 1] = key;
        }
        double sum = 0;
        for (int i = 0; i < sorted.length; i++) {
            sum += weights[i] * sorted[i] * sorted[i];
        }
        return sum;
    }
}
