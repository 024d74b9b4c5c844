package dev.gradwright.kernel;

import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Which {@link MatrixKernel} generated code multiplies with.
 *
 * <p>It is chosen once, when the first matrices are multiplied, and logged in a line at level {@code INFO} by the logger {@code
 * dev.gradwright.kernel}. If {@code dev.ludovic.netlib:blas} is on the class path and finds a BLAS of the system, that is taken; else plain
 * Java. The system property {@value #PROPERTY} chooses another:
 *
 * <ul>
 *   <li>{@code plain}: plain Java;
 *   <li>{@code blas}: the system's BLAS, through netlib;
 *   <li>{@code java-blas}: netlib's BLAS in Java, which uses the Vector API where {@code --add-modules jdk.incubator.vector} is given;
 *   <li>{@code ejml}: EJML's own products.
 * </ul>
 *
 * Results of different kernels differ by rounding: about 1e-15 of the sum of the products' magnitudes.
 */
public final class Kernels {

    /** The system property that chooses a kernel. */
    public static final String PROPERTY = "gradwright.kernel";

    private Kernels() {}

    /** How many threads are in {@link #during}; the kernel of a thread is only looked up when there are any. */
    private static final AtomicInteger DEVIATING = new AtomicInteger();

    private static final ThreadLocal<MatrixKernel> OF_THREAD = new ThreadLocal<>();

    /** The kernel in use, in this thread. */
    public static MatrixKernel current() {
        if (DEVIATING.get() != 0) {
            MatrixKernel ofThread = OF_THREAD.get();
            if (ofThread != null) {
                return ofThread;
            }
        }
        return Current.KERNEL;
    }

    /**
     * Does something with another kernel in this thread, such as a gradient check that compares with what EJML gives, bit by bit.
     *
     * @return what it gives
     */
    public static <T> T during(MatrixKernel kernel, Supplier<T> action) {
        MatrixKernel before = OF_THREAD.get();
        OF_THREAD.set(Objects.requireNonNull(kernel, "kernel"));
        DEVIATING.incrementAndGet();
        try {
            return action.get();
        } finally {
            DEVIATING.decrementAndGet();
            OF_THREAD.set(before);
        }
    }

    /**
     * The kernel that a setting names.
     *
     * @param setting one of the names above
     * @throws IllegalArgumentException if it is none of them, or what it needs is not there
     */
    public static MatrixKernel named(String setting) {
        switch (setting.toLowerCase(Locale.ROOT)) {
            case "plain":
                return new PlainKernel();
            case "ejml":
                return new EjmlKernel();
            case "blas":
                return attempt(() -> BlasKernel.ofSystem())
                        .orElseThrow(() -> new IllegalArgumentException(PROPERTY
                                + " is blas, but there is none: dev.ludovic.netlib:blas must be on the class path, and a"
                                + " libblas.so.3 such as OpenBLAS on the machine"));
            case "java-blas":
                return attempt(() -> BlasKernel.ofJava())
                        .orElseThrow(() -> new IllegalArgumentException(
                                PROPERTY + " is java-blas, but dev.ludovic.netlib:blas is not on the class path"));
            default:
                throw new IllegalArgumentException(
                        PROPERTY + " is " + setting + "; it must be plain, blas, java-blas or ejml");
        }
    }

    /** What is best of what is there. */
    static MatrixKernel best() {
        return attempt(() -> BlasKernel.ofSystem())
                .orElseGet(() -> FusedMultiplyAdd.isFast() ? new PlainKernel() : new EjmlKernel());
    }

    /** What is made, if it can be. Makers are lambdas, not method references, which would look for netlib's classes before they run. */
    private static Optional<MatrixKernel> attempt(Supplier<MatrixKernel> maker) {
        try {
            return Optional.of(maker.get());
        } catch (RuntimeException | LinkageError absent) {
            System.getLogger("dev.gradwright.kernel").log(Level.DEBUG, "not there", absent);
            return Optional.empty();
        }
    }

    private static final class Current {

        private static final MatrixKernel KERNEL = choose();

        private static MatrixKernel choose() {
            String setting = System.getProperty(PROPERTY);
            MatrixKernel kernel = setting == null ? best() : named(setting);
            System.getLogger("dev.gradwright.kernel")
                    .log(Level.INFO, "matrices are multiplied by {0}{1}", kernel.name(), advice(kernel));
            return kernel;
        }

        private static String advice(MatrixKernel kernel) {
            if (kernel instanceof PlainKernel) {
                return "; a system's BLAS may be faster: put dev.ludovic.netlib:blas on the class path and install OpenBLAS";
            }
            return kernel instanceof EjmlKernel && System.getProperty(PROPERTY) == null
                    ? ", as this machine has no instruction for fused multiply-adds; the system's BLAS is faster: put"
                            + " dev.ludovic.netlib:blas on the class path and install OpenBLAS"
                    : "";
        }
    }
}
