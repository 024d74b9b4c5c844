package dev.gradwright.benchmarks.memory;

import java.util.SplittableRandom;

/** Weights, a first state and a sequence of bits, drawn as ADBench draws them: numbers between 0 and 1, bits at random. */
record MemoryInput(double[][] layers, double[][] ends, double[][] state, double[][] sequence) {

    static MemoryInput of(int layers, int steps, int bits) {
        SplittableRandom random = new SplittableRandom(1);
        double[][] sequence = draw(random, steps, bits);
        for (double[] row : sequence) {
            for (int i = 0; i < bits; i++) {
                row[i] = Math.rint(row[i]);
            }
        }
        return new MemoryInput(
                draw(random, 2 * layers, 4 * bits), draw(random, 3, bits), draw(random, 2 * layers, bits), sequence);
    }

    int bits() {
        return ends[0].length;
    }

    private static double[][] draw(SplittableRandom random, int rows, int columns) {
        double[][] numbers = new double[rows][];
        for (int i = 0; i < rows; i++) {
            numbers[i] = random.doubles(columns).toArray();
        }
        return numbers;
    }
}
