package dev.gradwright.kernel;

/**
 * The product of two dense matrices of doubles, stored by rows from index 0 of an array. All matrix products of generated code go
 * through the one that {@link Kernels#current()} gives. Implementations are safe for use by several threads.
 */
public interface MatrixKernel {

    /** What log lines and benchmarks call it. */
    String name();

    /**
     * {@code c = alpha op(a) op(b)}, or {@code c += alpha op(a) op(b)}. With {@code m}, {@code n} and {@code k} all positive,
     * {@code op(a)} has m rows and k columns, {@code op(b)} k rows and n columns, {@code c} m rows and n columns. {@code c} is
     * neither {@code a} nor {@code b}.
     *
     * @param transposesA whether {@code a} is stored as k rows of m
     * @param transposesB whether {@code b} is stored as n rows of k
     */
    void multiply(
            boolean transposesA,
            boolean transposesB,
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            double[] b,
            boolean accumulates,
            double[] c);
}
