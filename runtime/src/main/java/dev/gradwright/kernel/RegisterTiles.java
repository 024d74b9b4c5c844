package dev.gradwright.kernel;

/**
 * Products of small or narrow matrices, where packing does not pay: the sums of two by four entries at a time stay in registers.
 *
 * <p>Entry (i, j) of a matrix lies at {@code i * down + j * across}: {@code across} is 1 in one stored by rows, {@code down} is 1 in the
 * transpose of one.
 */
final class RegisterTiles {

    private RegisterTiles() {}

    /** {@code c (+)= alpha a b}, with {@code a} of m by k, {@code b} of k by n entries and {@code c} of m by n stored by rows. */
    static void multiply(
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int aDown,
            int aAcross,
            double[] b,
            int bDown,
            int bAcross,
            boolean accumulates,
            double[] c) {
        int row = 0;
        for (; row + 2 <= m; row += 2) {
            int column = 0;
            for (; column + 4 <= n; column += 4) {
                twoByFour(
                        k,
                        alpha,
                        a,
                        row * aDown,
                        aDown,
                        aAcross,
                        b,
                        column * bAcross,
                        bDown,
                        bAcross,
                        accumulates,
                        c,
                        row * n + column,
                        n);
            }
            for (; column < n; column++) {
                twoByOne(
                        k,
                        alpha,
                        a,
                        row * aDown,
                        aDown,
                        aAcross,
                        b,
                        column * bAcross,
                        bDown,
                        accumulates,
                        c,
                        row * n + column,
                        n);
            }
        }
        if (row < m) {
            int column = 0;
            for (; column + 4 <= n; column += 4) {
                oneByFour(
                        k,
                        alpha,
                        a,
                        row * aDown,
                        aAcross,
                        b,
                        column * bAcross,
                        bDown,
                        bAcross,
                        accumulates,
                        c,
                        row * n + column);
            }
            for (; column < n; column++) {
                one(k, alpha, a, row * aDown, aAcross, b, column * bAcross, bDown, accumulates, c, row * n + column);
            }
        }
    }

    private static void twoByFour(
            int k,
            double alpha,
            double[] a,
            int first,
            int aDown,
            int aAcross,
            double[] b,
            int top,
            int bDown,
            int bAcross,
            boolean accumulates,
            double[] c,
            int to,
            int cDown) {
        double s00 = 0;
        double s01 = 0;
        double s02 = 0;
        double s03 = 0;
        double s10 = 0;
        double s11 = 0;
        double s12 = 0;
        double s13 = 0;
        int i = first;
        int j = top;
        for (int p = 0; p < k; p++) {
            double a0 = a[i];
            double a1 = a[i + aDown];
            double b0 = b[j];
            double b1 = b[j + bAcross];
            double b2 = b[j + 2 * bAcross];
            double b3 = b[j + 3 * bAcross];
            s00 = Math.fma(a0, b0, s00);
            s01 = Math.fma(a0, b1, s01);
            s02 = Math.fma(a0, b2, s02);
            s03 = Math.fma(a0, b3, s03);
            s10 = Math.fma(a1, b0, s10);
            s11 = Math.fma(a1, b1, s11);
            s12 = Math.fma(a1, b2, s12);
            s13 = Math.fma(a1, b3, s13);
            i += aAcross;
            j += bDown;
        }
        putFour(c, to, accumulates, alpha * s00, alpha * s01, alpha * s02, alpha * s03);
        putFour(c, to + cDown, accumulates, alpha * s10, alpha * s11, alpha * s12, alpha * s13);
    }

    private static void twoByOne(
            int k,
            double alpha,
            double[] a,
            int first,
            int aDown,
            int aAcross,
            double[] b,
            int top,
            int bDown,
            boolean accumulates,
            double[] c,
            int to,
            int cDown) {
        double s0 = 0;
        double s1 = 0;
        int i = first;
        int j = top;
        for (int p = 0; p < k; p++) {
            s0 = Math.fma(a[i], b[j], s0);
            s1 = Math.fma(a[i + aDown], b[j], s1);
            i += aAcross;
            j += bDown;
        }
        put(c, to, accumulates, alpha * s0);
        put(c, to + cDown, accumulates, alpha * s1);
    }

    private static void oneByFour(
            int k,
            double alpha,
            double[] a,
            int first,
            int aAcross,
            double[] b,
            int top,
            int bDown,
            int bAcross,
            boolean accumulates,
            double[] c,
            int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = first;
        int j = top;
        for (int p = 0; p < k; p++) {
            s0 = Math.fma(a[i], b[j], s0);
            s1 = Math.fma(a[i], b[j + bAcross], s1);
            s2 = Math.fma(a[i], b[j + 2 * bAcross], s2);
            s3 = Math.fma(a[i], b[j + 3 * bAcross], s3);
            i += aAcross;
            j += bDown;
        }
        putFour(c, to, accumulates, alpha * s0, alpha * s1, alpha * s2, alpha * s3);
    }

    private static void one(
            int k,
            double alpha,
            double[] a,
            int first,
            int aAcross,
            double[] b,
            int top,
            int bDown,
            boolean accumulates,
            double[] c,
            int to) {
        // Four sums, so that an addition need not wait for the one before.
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = first;
        int j = top;
        int p = 0;
        for (; p + 4 <= k; p += 4) {
            s0 = Math.fma(a[i], b[j], s0);
            s1 = Math.fma(a[i + aAcross], b[j + bDown], s1);
            s2 = Math.fma(a[i + 2 * aAcross], b[j + 2 * bDown], s2);
            s3 = Math.fma(a[i + 3 * aAcross], b[j + 3 * bDown], s3);
            i += 4 * aAcross;
            j += 4 * bDown;
        }
        for (; p < k; p++) {
            s0 = Math.fma(a[i], b[j], s0);
            i += aAcross;
            j += bDown;
        }
        put(c, to, accumulates, alpha * (s0 + s1 + (s2 + s3)));
    }

    private static void putFour(double[] c, int to, boolean accumulates, double v0, double v1, double v2, double v3) {
        if (accumulates) {
            c[to] += v0;
            c[to + 1] += v1;
            c[to + 2] += v2;
            c[to + 3] += v3;
        } else {
            c[to] = v0;
            c[to + 1] = v1;
            c[to + 2] = v2;
            c[to + 3] = v3;
        }
    }

    private static void put(double[] c, int to, boolean accumulates, double value) {
        c[to] = accumulates ? c[to] + value : value;
    }
}
