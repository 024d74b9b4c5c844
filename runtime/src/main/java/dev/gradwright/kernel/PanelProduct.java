package dev.gradwright.kernel;

import java.util.Arrays;

/**
 * Products of matrices by panels, with scratch of their own; one for each thread.
 *
 * <p>Two rows at a time of a panel of {@code b} are packed into a slice, three rows of {@code c} are gathered into an array, and three
 * by two entries of {@code a} are laid out one after the other. In the inner loop everything then lies at a constant offset from its
 * index, which is what C2 (JDK 17 to 25) asks for to make vector instructions of it, and six fused multiply-adds share five loads.
 * A larger loop body would need fewer loads, and is a third faster where C2 vectorises it; but it is at C2's limit for unrolling
 * then, and falls to scalar code in one compilation and not in the next.
 */
final class PanelProduct {

    private static final int WIDTH = 128;
    private static final int ROWS = 3;
    private static final int DEPTH = 2;
    private static final int FACTORS = ROWS * DEPTH;
    /** How many slices are packed at a time: 64 of 2 KB, so that they stay in a usual second-level cache. */
    private static final int SLICES = 64;

    private final double[] gathered = new double[ROWS * WIDTH];
    private final double[] factors = new double[SLICES * FACTORS];
    private final double[][] slices = new double[SLICES][];

    private int m;
    private int n;
    private int k;
    private double alpha;
    private double[] a;
    private int aDown;
    private int aAcross;
    private double[] b;
    private int bDown;
    private int bAcross;
    private boolean accumulates;
    private double[] c;
    private int cDown;
    private int cAcross;

    /** Takes what to multiply; the strides are as in {@link RegisterTiles}. */
    PanelProduct of(
            double alpha,
            double[] a,
            int aDown,
            int aAcross,
            double[] b,
            int bDown,
            int bAcross,
            double[] c,
            int cDown) {
        this.alpha = alpha;
        this.a = a;
        this.aDown = aDown;
        this.aAcross = aAcross;
        this.b = b;
        this.bDown = bDown;
        this.bAcross = bAcross;
        this.c = c;
        this.cDown = cDown;
        this.cAcross = 1;
        return this;
    }

    /** Makes it the product of the transposes in the other order, which is the transpose of the product. */
    PanelProduct transpose() {
        double[] left = a;
        int leftDown = aDown;
        int leftAcross = aAcross;
        a = b;
        aDown = bAcross;
        aAcross = bDown;
        b = left;
        bDown = leftAcross;
        bAcross = leftDown;
        cAcross = cDown;
        cDown = 1;
        return this;
    }

    /** {@code c (+)= alpha a b}, with {@code a} of m by k, {@code b} of k by n and {@code c} of m by n entries. */
    void multiply(int rows, int columns, int inner, boolean adds) {
        m = rows;
        n = columns;
        k = inner;
        accumulates = adds;
        // Equal panels of whole vectors, so that none is a narrow rest.
        int panels = (n + WIDTH - 1) / WIDTH;
        int width = Math.min(WIDTH, ((n + panels - 1) / panels + 7) / 8 * 8);
        for (int column = 0; column < n; column += width) {
            for (int depth = 0; depth < k; depth += SLICES * DEPTH) {
                multiplyPanel(column, Math.min(width, n - column), depth, Math.min(SLICES * DEPTH, k - depth));
            }
        }
        a = null;
        b = null;
        c = null;
    }

    private void multiplyPanel(int column, int columns, int depth, int depths) {
        pack(column, columns, depth, depths);
        int filled = (depths + DEPTH - 1) / DEPTH;
        for (int row = 0; row < m; row += ROWS) {
            int rows = Math.min(ROWS, m - row);
            if (depth > 0 || accumulates) {
                gather(row, rows, column, columns);
            } else {
                Arrays.fill(gathered, 0.0);
            }
            takeFactors(row, rows, depth, depths);
            for (int slice = 0; slice < filled; slice++) {
                add(gathered, slices[slice], factors, slice * FACTORS, columns);
            }
            scatter(row, rows, column, columns);
        }
    }

    private void pack(int column, int columns, int depth, int depths) {
        for (int slice = 0; slice * DEPTH < depths; slice++) {
            if (slices[slice] == null) {
                slices[slice] = new double[DEPTH * WIDTH];
            }
            int rows = Math.min(DEPTH, depths - slice * DEPTH);
            int first = (depth + slice * DEPTH) * bDown + column * bAcross;
            if (bAcross == 1) {
                for (int i = 0; i < rows; i++) {
                    System.arraycopy(b, first + i * bDown, slices[slice], i * WIDTH, columns);
                }
            } else {
                packColumns(slices[slice], first, rows, columns);
            }
            // What is left there of another product is multiplied by zero, but zero times infinity is NaN.
            Arrays.fill(slices[slice], rows * WIDTH, DEPTH * WIDTH, 0.0);
        }
    }

    private void packColumns(double[] slice, int first, int rows, int columns) {
        int from = first;
        if (rows == DEPTH) {
            for (int j = 0; j < columns; j++) {
                slice[j] = b[from];
                slice[j + WIDTH] = b[from + bDown];
                from += bAcross;
            }
        } else {
            for (int j = 0; j < columns; j++) {
                slice[j] = b[from];
                from += bAcross;
            }
        }
    }

    /** Three rows of {@code alpha a} in the order in which the inner loop asks for them, with zeros where there are none. */
    private void takeFactors(int row, int rows, int depth, int depths) {
        if (rows < ROWS || depths % DEPTH != 0) {
            Arrays.fill(factors, 0, (depths + DEPTH - 1) / DEPTH * FACTORS, 0.0);
        }
        for (int i = 0; i < rows; i++) {
            int from = (row + i) * aDown + depth * aAcross;
            int to = i * DEPTH;
            int j = 0;
            for (; j + DEPTH <= depths; j += DEPTH) {
                factors[to] = alpha * a[from];
                factors[to + 1] = alpha * a[from + aAcross];
                from += DEPTH * aAcross;
                to += FACTORS;
            }
            if (j < depths) {
                factors[to] = alpha * a[from];
            }
        }
    }

    private static void add(double[] c, double[] b, double[] a, int first, int columns) {
        double a00 = a[first];
        double a01 = a[first + 1];
        double a10 = a[first + 2];
        double a11 = a[first + 3];
        double a20 = a[first + 4];
        double a21 = a[first + 5];
        for (int j = 0; j < columns; j++) {
            double b0 = b[j];
            double b1 = b[j + WIDTH];
            c[j] = Math.fma(a01, b1, Math.fma(a00, b0, c[j]));
            c[j + WIDTH] = Math.fma(a11, b1, Math.fma(a10, b0, c[j + WIDTH]));
            c[j + 2 * WIDTH] = Math.fma(a21, b1, Math.fma(a20, b0, c[j + 2 * WIDTH]));
        }
    }

    private void gather(int row, int rows, int column, int columns) {
        for (int i = 0; i < rows; i++) {
            int from = (row + i) * cDown + column * cAcross;
            if (cAcross == 1) {
                System.arraycopy(c, from, gathered, i * WIDTH, columns);
            } else {
                for (int j = 0; j < columns; j++) {
                    gathered[i * WIDTH + j] = c[from + j * cAcross];
                }
            }
        }
    }

    private void scatter(int row, int rows, int column, int columns) {
        for (int i = 0; i < rows; i++) {
            int to = (row + i) * cDown + column * cAcross;
            if (cAcross == 1) {
                System.arraycopy(gathered, i * WIDTH, c, to, columns);
            } else {
                for (int j = 0; j < columns; j++) {
                    c[to + j * cAcross] = gathered[i * WIDTH + j];
                }
            }
        }
    }
}
