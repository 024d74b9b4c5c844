package dev.gradwright.benchmarks.tape;

import java.util.Arrays;

/**
 * A Wengert list in arrays of numbers. A variable is its index; an entry has the indices of at most two operands and the partial
 * derivatives with respect to them, which are computed while recording, so that the reverse sweep only multiplies and adds. Nothing
 * is allocated once the arrays have grown. Entry 0 stands for operands that are not there: its adjoint is never looked at.
 */
public final class WengertTape {

    private static final int NONE = 0;

    private int[] left = new int[1024];
    private int[] right = new int[1024];
    private double[] leftPartial = new double[1024];
    private double[] rightPartial = new double[1024];
    private double[] values = new double[1024];
    private double[] adjoints = new double[1024];
    private int size = 1;

    /** Forgets what was recorded. */
    public void clear() {
        size = 1;
    }

    /** A variable that depends on none. */
    public int variable(double value) {
        return put(value, NONE, 0, NONE, 0);
    }

    /** Variables that depend on none, one after the other: the index of the first. */
    public int variables(double[] numbers) {
        int first = size;
        for (double number : numbers) {
            variable(number);
        }
        return first;
    }

    /** The value of a variable. */
    public double value(int variable) {
        return values[variable];
    }

    /** The adjoint of a variable after {@link #reverse}. */
    public double adjoint(int variable) {
        return adjoints[variable];
    }

    /** Copies the adjoints of variables that lie one after the other. */
    public void adjoints(int first, double[] to) {
        System.arraycopy(adjoints, first, to, 0, to.length);
    }

    /** Computes the adjoints of all variables from that of the last result, which is one. */
    public void reverse(int result) {
        Arrays.fill(adjoints, 0, size, 0.0);
        adjoints[result] = 1;
        for (int i = result; i > 0; i--) {
            double adjoint = adjoints[i];
            if (adjoint != 0) {
                adjoints[left[i]] += adjoint * leftPartial[i];
                adjoints[right[i]] += adjoint * rightPartial[i];
            }
        }
    }

    /** The sum. */
    public int add(int a, int b) {
        return put(values[a] + values[b], a, 1, b, 1);
    }

    /** The sum with a constant. */
    public int shift(int a, double constant) {
        return put(values[a] + constant, a, 1, NONE, 0);
    }

    /** The difference. */
    public int subtract(int a, int b) {
        return put(values[a] - values[b], a, 1, b, -1);
    }

    /** The difference of a constant and a variable. */
    public int subtractFrom(double constant, int a) {
        return put(constant - values[a], a, -1, NONE, 0);
    }

    /** The product. */
    public int multiply(int a, int b) {
        double x = values[a];
        double y = values[b];
        return put(x * y, a, y, b, x);
    }

    /** The product with a constant. */
    public int scale(int a, double constant) {
        return put(values[a] * constant, a, constant, NONE, 0);
    }

    /** The quotient. */
    public int divide(int a, int b) {
        double inverse = 1 / values[b];
        double quotient = values[a] / values[b];
        return put(quotient, a, inverse, b, -quotient * inverse);
    }

    /** The square. */
    public int square(int a) {
        double x = values[a];
        return put(x * x, a, 2 * x, NONE, 0);
    }

    /** The square root. */
    public int sqrt(int a) {
        double root = Math.sqrt(values[a]);
        return put(root, a, 0.5 / root, NONE, 0);
    }

    /** The exponential. */
    public int exp(int a) {
        double result = Math.exp(values[a]);
        return put(result, a, result, NONE, 0);
    }

    /** The natural logarithm. */
    public int log(int a) {
        double x = values[a];
        return put(Math.log(x), a, 1 / x, NONE, 0);
    }

    /** The sine. */
    public int sin(int a) {
        double x = values[a];
        return put(Math.sin(x), a, Math.cos(x), NONE, 0);
    }

    /** The cosine. */
    public int cos(int a) {
        double x = values[a];
        return put(Math.cos(x), a, -Math.sin(x), NONE, 0);
    }

    /** The hyperbolic tangent. */
    public int tanh(int a) {
        double result = Math.tanh(values[a]);
        return put(result, a, 1 - result * result, NONE, 0);
    }

    /** The logistic function, as one entry. */
    public int sigmoid(int a) {
        double result = 1 / (1 + Math.exp(-values[a]));
        return put(result, a, result * (1 - result), NONE, 0);
    }

    private int put(double value, int a, double aPartial, int b, double bPartial) {
        int index = size++;
        if (index == values.length) {
            grow();
        }
        values[index] = value;
        left[index] = a;
        leftPartial[index] = aPartial;
        right[index] = b;
        rightPartial[index] = bPartial;
        return index;
    }

    private void grow() {
        int length = 2 * values.length;
        values = Arrays.copyOf(values, length);
        adjoints = Arrays.copyOf(adjoints, length);
        left = Arrays.copyOf(left, length);
        right = Arrays.copyOf(right, length);
        leftPartial = Arrays.copyOf(leftPartial, length);
        rightPartial = Arrays.copyOf(rightPartial, length);
    }
}
