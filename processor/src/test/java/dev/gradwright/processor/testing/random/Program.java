package dev.gradwright.processor.testing.random;

import java.util.List;

/** A random program: the members of its class, as made from a seed and perhaps shrunk since. */
record Program(long seed, boolean inherits, List<Node> members) {

    /** Classes that programs call. */
    static final List<String> LIBRARY = List.of("""
            final class Gain {
                @Parameter final double[] w = {0.5, 1.5};
                @Differentiable double scalar(double x, @Constant double c, int n) {
                    double s = w[0];
                    for (int i = 0; i < n; i++) s = 0.3 * s * x + c * w[1];
                    return s;
                }
                @Differentiable double[] array(double[] x, @Constant double[] c) {
                    double[] y = new double[x.length];
                    for (int i = 0; i < y.length; i++) y[i] = Math.sin(x[i] * x[0]) * c[i % c.length] + w[i % 2];
                    return y;
                }
            }""", """
            class Base {
                @Parameter final double[] base = {0.6, -0.9, 0.3};
                @Differentiable final double inherited(double x, double[] a) {
                    double s = x;
                    for (double v : a) s = Math.sin(s * base[0] + v * shift(v));
                    return s + base[1] * x;
                }
                private double shift(double v) { return base[2] * v - 0.5; }
            }""", """
            final class Dot {
                @Differentiable static double dot(double[] a, double[] b) {
                    double s = 0;
                    for (int i = 0; i < Math.min(a.length, b.length); i++) s += a[i] * b[i];
                    return s;
                }
            }""", """
            final class Layer {
                @Parameter final DMatrixRMaj weight = new DMatrixRMaj(2, 2, true, 0.5, -0.3, 0.2, 0.9);
                @Parameter final double[] bias = {0.1, -0.4};
                Layer(double first) { weight.data[0] = first; }
                @Differentiable DMatrixRMaj forward(DMatrixRMaj x) {
                    DMatrixRMaj y = CommonOps_DDRM.mult(x, weight, null);
                    for (int i = 0; i < y.numRows; i++) for (int j = 0; j < y.numCols; j++) y.set(i, j, Math.tanh(y.get(i, j) + bias[j]));
                    return y;
                }
            }""");

    String name() {
        return "P" + Long.toUnsignedString(seed);
    }

    /** Whether shrinking has left what comparisons need: the method, and an object if it needs one. */
    boolean isWhole() {
        String text = Node.text(members, "");
        return text.contains(" f(")
                && text.matches("(?s).*@Differentiable[^\n]* static [^\n]* f\\(.*") != text.contains("sample()");
    }

    String source() {
        return "@SuppressWarnings({\"cast\", \"divzero\", \"lossy-conversions\", \"empty\", \"static\", \"fallthrough\"})\nfinal class "
                + name() + (inherits ? " extends Base" : "") + " {\n" + Node.text(members, "    ") + "}\n";
    }

    Program with(List<Node> other) {
        return new Program(seed, inherits, other);
    }
}
