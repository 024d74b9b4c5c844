package dev.gradwright.benchmarks.kernel;

import dev.gradwright.kernel.Kernels;
import dev.gradwright.kernel.MatrixKernel;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One product, by EJML and by a kernel of ours. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class ProductBenchmark {

    /** Rows and columns of the result, and the length of the sums. */
    @Param({
        "1x1x1",
        "4x4x4",
        "16x3x8",
        "32x32x32",
        "64x64x64",
        "256x256x256",
        "1024x1024x1024",
        "1x128x784",
        "128x128x784",
        "128x10x128"
    })
    public String shape;

    /** Which operands are transposed. */
    @Param({"NN", "TN", "NT", "TT"})
    public String transposed;

    private DMatrixRMaj a;
    private DMatrixRMaj b;
    private DMatrixRMaj c;
    private boolean left;
    private boolean right;
    private int m;
    private int n;
    private int k;
    private MatrixKernel plain;
    private MatrixKernel blas;

    /** Draws the operands. */
    @Setup
    public void draw() {
        String[] sides = shape.split("x");
        m = Integer.parseInt(sides[0]);
        n = Integer.parseInt(sides[1]);
        k = Integer.parseInt(sides[2]);
        left = transposed.charAt(0) == 'T';
        right = transposed.charAt(1) == 'T';
        SplittableRandom random = new SplittableRandom(1);
        a = left ? new DMatrixRMaj(k, m) : new DMatrixRMaj(m, k);
        b = right ? new DMatrixRMaj(n, k) : new DMatrixRMaj(k, n);
        c = new DMatrixRMaj(m, n);
        for (int i = 0; i < a.data.length; i++) {
            a.data[i] = random.nextGaussian();
        }
        for (int i = 0; i < b.data.length; i++) {
            b.data[i] = random.nextGaussian();
        }
        plain = Kernels.named("plain");
        try {
            blas = Kernels.named("blas");
        } catch (IllegalArgumentException absent) {
            blas = null;
        }
    }

    /** EJML. */
    @Benchmark
    public DMatrixRMaj ejml() {
        if (left && right) {
            return CommonOps_DDRM.multTransAB(a, b, c);
        } else if (left) {
            return CommonOps_DDRM.multTransA(a, b, c);
        } else if (right) {
            return CommonOps_DDRM.multTransB(a, b, c);
        }
        return CommonOps_DDRM.mult(a, b, c);
    }

    /** Plain Java. */
    @Benchmark
    public DMatrixRMaj plain() {
        plain.multiply(left, right, m, n, k, 1, a.data, b.data, false, c.data);
        return c;
    }

    /** The BLAS of the system. */
    @Benchmark
    public DMatrixRMaj blas() {
        if (blas == null) {
            throw new IllegalStateException(
                    "this machine has no BLAS that netlib finds; leave this benchmark out with -e blas");
        }
        blas.multiply(left, right, m, n, k, 1, a.data, b.data, false, c.data);
        return c;
    }
}
