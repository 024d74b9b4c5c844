package dev.gradwright.kernel;

/** Matrix products in plain Java: no flags, no native code, nothing but what C2 makes of loops. */
final class PlainKernel implements MatrixKernel {

    /** The side from which a loop over it is worth vector instructions. */
    private static final int VECTORS = 24;
    /** The length from which a row is worth a loop over it. */
    private static final int ROW = 4;

    private final ThreadLocal<Workspace> workspace = ThreadLocal.withInitial(Workspace::new);

    private static final class Workspace {

        private final PanelProduct panels = new PanelProduct();
        private final OuterProduct outer = new OuterProduct();
    }

    @Override
    public String name() {
        return "plain Java";
    }

    @Override
    public void multiply(
            boolean transposesA,
            boolean transposesB,
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            double[] b,
            boolean accumulates,
            double[] c) {
        if ((m | n | k) == 1) {
            double product = alpha * a[0] * b[0];
            c[0] = accumulates ? c[0] + product : product;
            return;
        }
        int aDown = transposesA ? 1 : k;
        int aAcross = transposesA ? m : 1;
        int bDown = transposesB ? 1 : n;
        int bAcross = transposesB ? k : 1;
        if (n >= ROW && bAcross == 1 && m == 1) {
            RowSums.multiply(n, k, alpha, a, b, accumulates, c);
        } else if (m >= ROW && n == 1 && aDown == 1) {
            // A column is stored as a row is, so the transpose of the product is a row times a matrix.
            RowSums.multiply(m, k, alpha, b, a, accumulates, c);
        } else if (n >= VECTORS && k == 1) {
            workspace.get().outer.multiply(m, n, alpha, a, aDown, b, accumulates, c);
        } else if (n >= VECTORS && m >= 3) {
            workspace
                    .get()
                    .panels
                    .of(alpha, a, aDown, aAcross, b, bDown, bAcross, c, n)
                    .multiply(m, n, k, accumulates);
        } else if (m >= VECTORS && n >= 3) {
            workspace
                    .get()
                    .panels
                    .of(alpha, a, aDown, aAcross, b, bDown, bAcross, c, n)
                    .transpose()
                    .multiply(n, m, k, accumulates);
        } else {
            RegisterTiles.multiply(m, n, k, alpha, a, aDown, aAcross, b, bDown, bAcross, accumulates, c);
        }
    }
}
