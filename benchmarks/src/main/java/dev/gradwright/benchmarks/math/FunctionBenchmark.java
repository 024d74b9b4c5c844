package dev.gradwright.benchmarks.math;

import dev.gradwright.math.FastMath;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A function of each of 1280 normal random numbers, in nanoseconds for each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(FunctionBenchmark.LENGTH)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(2)
public class FunctionBenchmark {

    static final int LENGTH = 1280;

    /** What is computed. */
    public enum Function {
        /** {@code e^x}. */
        EXP {
            @Override
            void math(double[] x, double[] y) {
                for (int i = 0; i < x.length; i++) {
                    y[i] = Math.exp(x[i]);
                }
            }

            @Override
            void strictMath(double[] x, double[] y) {
                for (int i = 0; i < x.length; i++) {
                    y[i] = StrictMath.exp(x[i]);
                }
            }

            @Override
            void oneByOne(double[] x, double[] y) {
                for (int i = 0; i < x.length; i++) {
                    y[i] = FastMath.exp(x[i]);
                }
            }

            @Override
            BiConsumer<double[], double[]> whole() {
                return FastMath::exp;
            }
        },
        /** {@code log(1 + |x|)}. */
        LOG1P {
            @Override
            void math(double[] x, double[] y) {
                for (int i = 0; i < x.length; i++) {
                    y[i] = Math.log1p(x[i]);
                }
            }

            @Override
            void strictMath(double[] x, double[] y) {
                for (int i = 0; i < x.length; i++) {
                    y[i] = StrictMath.log1p(x[i]);
                }
            }

            @Override
            void oneByOne(double[] x, double[] y) {
                for (int i = 0; i < x.length; i++) {
                    y[i] = FastMath.log1p(x[i]);
                }
            }

            @Override
            BiConsumer<double[], double[]> whole() {
                return FastMath::log1p;
            }
        },
        /** The hyperbolic tangent. */
        TANH {
            @Override
            void math(double[] x, double[] y) {
                for (int i = 0; i < x.length; i++) {
                    y[i] = Math.tanh(x[i]);
                }
            }

            @Override
            void strictMath(double[] x, double[] y) {
                for (int i = 0; i < x.length; i++) {
                    y[i] = StrictMath.tanh(x[i]);
                }
            }

            @Override
            void oneByOne(double[] x, double[] y) {
                for (int i = 0; i < x.length; i++) {
                    y[i] = FastMath.tanh(x[i]);
                }
            }

            @Override
            BiConsumer<double[], double[]> whole() {
                return FastMath::tanh;
            }
        },
        /** {@code 1 / (1 + e^-x)}. */
        SIGMOID {
            @Override
            void math(double[] x, double[] y) {
                for (int i = 0; i < x.length; i++) {
                    y[i] = 1 / (1 + Math.exp(-x[i]));
                }
            }

            @Override
            void strictMath(double[] x, double[] y) {
                for (int i = 0; i < x.length; i++) {
                    y[i] = 1 / (1 + StrictMath.exp(-x[i]));
                }
            }

            @Override
            void oneByOne(double[] x, double[] y) {
                for (int i = 0; i < x.length; i++) {
                    y[i] = FastMath.sigmoid(x[i]);
                }
            }

            @Override
            BiConsumer<double[], double[]> whole() {
                return FastMath::sigmoid;
            }
        },
        /** {@code log(1 + e^x)}. */
        SOFTPLUS {
            @Override
            void math(double[] x, double[] y) {
                for (int i = 0; i < x.length; i++) {
                    y[i] = Math.max(x[i], 0) + Math.log1p(Math.exp(-Math.abs(x[i])));
                }
            }

            @Override
            void strictMath(double[] x, double[] y) {
                for (int i = 0; i < x.length; i++) {
                    y[i] = Math.max(x[i], 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x[i])));
                }
            }

            @Override
            void oneByOne(double[] x, double[] y) {
                for (int i = 0; i < x.length; i++) {
                    y[i] = FastMath.softplus(x[i]);
                }
            }

            @Override
            BiConsumer<double[], double[]> whole() {
                return FastMath::softplus;
            }
        };

        abstract void math(double[] x, double[] y);

        abstract void strictMath(double[] x, double[] y);

        abstract void oneByOne(double[] x, double[] y);

        abstract BiConsumer<double[], double[]> whole();
    }

    /** The function. */
    @Param({"EXP", "LOG1P", "TANH", "SIGMOID", "SOFTPLUS"})
    public Function function;

    private double[] x;
    private double[] y;
    private BiConsumer<double[], double[]> whole;

    /** Draws the numbers. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        x = new double[LENGTH];
        y = new double[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            x[i] = 2 * random.nextGaussian();
            if (function == Function.LOG1P) {
                x[i] = Math.abs(x[i]);
            }
        }
        whole = function.whole();
    }

    /** {@code Math}. */
    @Benchmark
    public double[] math() {
        function.math(x, y);
        return y;
    }

    /** {@code StrictMath}. */
    @Benchmark
    public double[] strictMath() {
        function.strictMath(x, y);
        return y;
    }

    /** {@code FastMath}, number by number. */
    @Benchmark
    public double[] fastOneByOne() {
        function.oneByOne(x, y);
        return y;
    }

    /** {@code FastMath}, the array as a whole. */
    @Benchmark
    public double[] fastArray() {
        whole.accept(x, y);
        return y;
    }
}
