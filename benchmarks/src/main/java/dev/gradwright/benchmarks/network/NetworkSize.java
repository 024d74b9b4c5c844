package dev.gradwright.benchmarks.network;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;

/** The networks that are measured, and a batch for each. */
public enum NetworkSize {
    /** 4-8-3, a batch of 16. */
    TINY(16, 4, 8, 3),
    /** 64-32-10, a batch of 32. */
    SMALL(32, 64, 32, 10),
    /** 784-128-10, a batch of 128. */
    MEDIUM(128, 784, 128, 10),
    /** 784-512-256-10, a batch of 256. */
    LARGE(256, 784, 512, 256, 10);

    final int batch;
    final int[] widths;

    NetworkSize(int batch, int... widths) {
        this.batch = batch;
        this.widths = widths;
    }

    int inputs() {
        return widths[0];
    }

    int classes() {
        return widths[widths.length - 1];
    }

    /** A network with random weights, the same each time. */
    Network network() {
        return new Network(widths, new SplittableRandom(1));
    }

    /** Random examples, the same each time. */
    DMatrixRMaj examples() {
        return Draws.matrix(batch, inputs(), 1, new SplittableRandom(2));
    }

    /** Random labels, the same each time. */
    int[] labels() {
        return Draws.labels(batch, classes(), new SplittableRandom(3));
    }
}
