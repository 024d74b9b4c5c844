package dev.gradwright.kernel;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import dev.ludovic.netlib.blas.NativeBLAS;

/**
 * Products by a BLAS through {@code dev.ludovic.netlib:blas}, an optional dependency. BLAS stores matrices by columns: what is stored by rows is
 * the transpose there, so the operands change places and nothing is copied. Small products stay with {@link PlainKernel}, as a call of
 * native code takes longer than they do.
 */
final class BlasKernel implements MatrixKernel {

    /** How many multiplications a call of native code is worth. */
    private static final long WORTH_A_CALL = 32 * 32 * 32;

    private final String name;
    private final BLAS blas;
    private final MatrixKernel forSmall = new PlainKernel();

    private BlasKernel(String name, BLAS blas) {
        this.name = name;
        this.blas = blas;
    }

    /**
     * The system's BLAS.
     *
     * @throws RuntimeException if netlib finds none
     * @throws LinkageError if netlib is not there, or its native code does not fit the machine
     */
    static MatrixKernel ofSystem() {
        return new BlasKernel("the system's BLAS", NativeBLAS.getInstance());
    }

    /** Netlib's BLAS in Java, with the Vector API if the virtual machine runs with {@code --add-modules jdk.incubator.vector}. */
    static MatrixKernel ofJava() {
        BLAS blas = JavaBLAS.getInstance();
        return new BlasKernel(
                blas.getClass().getSimpleName().equals("VectorBLAS")
                        ? "netlib's BLAS on the Vector API"
                        : "netlib's BLAS in Java",
                blas);
    }

    @Override
    public String name() {
        return name;
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
        if ((long) m * n * k < WORTH_A_CALL) {
            forSmall.multiply(transposesA, transposesB, m, n, k, alpha, a, b, accumulates, c);
        } else {
            String first = transposesB ? "T" : "N";
            String second = transposesA ? "T" : "N";
            double beta = accumulates ? 1 : 0;
            blas.dgemm(first, second, n, m, k, alpha, b, transposesB ? k : n, a, transposesA ? m : k, beta, c, n);
        }
    }
}
