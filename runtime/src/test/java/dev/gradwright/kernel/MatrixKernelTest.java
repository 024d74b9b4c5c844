package dev.gradwright.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kernel gives what the definition of a product gives, for every shape, transposed or not, set or added. */
class MatrixKernelTest {

    private static final int[] SIDES = {
        1, 2, 3, 4, 5, 7, 8, 9, 23, 24, 25, 31, 32, 63, 100, 127, 128, 129, 130, 200, 260
    };

    static Stream<String> kernels() {
        return Stream.concat(
                Stream.of("plain", "ejml", "java-blas"), blasIsThere() ? Stream.of("blas") : Stream.empty());
    }

    private static boolean blasIsThere() {
        try {
            Kernels.named("blas");
            return true;
        } catch (IllegalArgumentException absent) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void multipliesEveryShape(String setting) {
        MatrixKernel kernel = Kernels.named(setting);
        Random random = new Random(1);
        for (int i = 0; i < 600; i++) {
            int m = SIDES[random.nextInt(SIDES.length)];
            int n = SIDES[random.nextInt(SIDES.length)];
            int k = SIDES[random.nextInt(SIDES.length)];
            Product product = Product.drawn(m, n, k, random);
            product.check(kernel);
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void multipliesRowsColumnsAndScalars(String setting) {
        MatrixKernel kernel = Kernels.named(setting);
        Random random = new Random(2);
        for (int side : SIDES) {
            for (int variant = 0; variant < 8; variant++) {
                Product.drawn(1, side, side, random).check(kernel);
                Product.drawn(side, 1, side, random).check(kernel);
                Product.drawn(side, side, 1, random).check(kernel);
                Product.drawn(1, side, 1, random).check(kernel);
                Product.drawn(side, 1, 1, random).check(kernel);
                Product.drawn(1, 1, side, random).check(kernel);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void carriesInfinityAndNaNToWhatTheyBelongToOnly(String setting) {
        MatrixKernel kernel = Kernels.named(setting);
        for (int side : new int[] {3, 30, 131}) {
            double[] a = new double[side * side];
            double[] b = new double[side * side];
            Arrays.fill(a, 1);
            Arrays.fill(b, 1);
            a[side + 1] = Double.POSITIVE_INFINITY;
            b[2 * side] = Double.NaN;
            // A product before, whose leftovers must not show.
            double[] infinite = new double[side * side];
            Arrays.fill(infinite, Double.POSITIVE_INFINITY);
            kernel.multiply(false, false, side, side, side, 1, infinite, infinite, false, new double[side * side]);
            double[] c = new double[side * side];
            kernel.multiply(false, false, side, side, side, 1, a, b, false, c);
            for (int i = 0; i < side; i++) {
                for (int j = 0; j < side; j++) {
                    Double expected = j == 0 ? Double.NaN : i == 1 ? Double.POSITIVE_INFINITY : (double) side;
                    assertThat(c[i * side + j]).isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void givesTheSameBitsInEveryThread(String setting) throws Exception {
        MatrixKernel kernel = Kernels.named(setting);
        List<Product> products = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 40; i++) {
            products.add(Product.drawn(1 + random.nextInt(60), 1 + random.nextInt(60), 1 + random.nextInt(60), random));
        }
        List<double[]> alone = products.stream().map(p -> p.with(kernel)).toList();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<List<double[]>>> together = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                together.add(threads.submit(
                        () -> products.stream().map(p -> p.with(kernel)).toList()));
            }
            for (Future<List<double[]>> results : together) {
                for (int i = 0; i < alone.size(); i++) {
                    assertThat(results.get().get(i)).containsExactly(alone.get(i));
                }
            }
        } finally {
            threads.shutdown();
        }
    }

    private record Product(
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

        static Product drawn(int m, int n, int k, Random random) {
            return new Product(
                    random.nextBoolean(),
                    random.nextBoolean(),
                    m,
                    n,
                    k,
                    random.nextBoolean() ? 1 : random.nextGaussian(),
                    random.doubles(m * k, -1, 1).toArray(),
                    random.doubles(k * n, -1, 1).toArray(),
                    random.nextBoolean(),
                    random.doubles(m * n, -1, 1).toArray());
        }

        double[] with(MatrixKernel kernel) {
            double[] result = c.clone();
            kernel.multiply(transposesA, transposesB, m, n, k, alpha, a, b, accumulates, result);
            return result;
        }

        void check(MatrixKernel kernel) {
            double[] result = with(kernel);
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    double sum = accumulates ? c[i * n + j] : 0;
                    double magnitude = Math.abs(sum);
                    for (int p = 0; p < k; p++) {
                        double term = alpha
                                * (transposesA ? a[p * m + i] : a[i * k + p])
                                * (transposesB ? b[j * k + p] : b[p * n + j]);
                        sum += term;
                        magnitude += Math.abs(term);
                    }
                    assertThat(result[i * n + j])
                            .as(
                                    "%s: (%d, %d) of %dx%dx%d, transposed %s %s",
                                    kernel.name(), i, j, m, n, k, transposesA, transposesB)
                            .isCloseTo(sum, within(1e-13 * magnitude));
                }
            }
        }
    }
}
