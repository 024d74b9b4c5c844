package dev.gradwright.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FastMathTest {

    /** More of them with {@code -Dgradwright.samples}. */
    private static final int SAMPLES = Integer.getInteger("gradwright.samples", 1500);

    private static final double[] EDGES = {
        0.0,
        -0.0,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        3e-320,
        -3e-320,
        Double.MIN_NORMAL,
        -Double.MIN_NORMAL,
        1e-300,
        1e-17,
        -1e-17,
        0x1p-53,
        -0x1p-53,
        0.34657359027997264,
        0.3465735902799727,
        -0.3465735902799727,
        0.17328679513998632,
        -0.2928932188134524,
        -0.29289321881345254,
        0.41421356237309515,
        1,
        -1,
        -0.9999999999999999,
        19.0,
        22.0,
        22.1,
        36.7,
        37.5,
        -36.9,
        700,
        -700,
        -700.0000000000001,
        -708.3964185322641,
        -708.3964185322642,
        709.782712893384,
        709.7827128933841,
        -709.78,
        -710,
        -720.5,
        -740,
        -744.4400719213812,
        -745.13321910194110,
        -745.1332191019412,
        -745.2,
        1e3,
        -1e3,
        1e15,
        0x1p53,
        0x1.0000000000001p53,
        -1e18,
        1e300,
        -1e300,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    enum Function {
        EXP(FastMath::exp, FastMath::exp, FastMath::exp, Precise::exp, -760, 720),
        LOG1P(FastMath::log1p, FastMath::log1p, FastMath::log1p, Precise::log1p, -1, 1e4),
        TANH(FastMath::tanh, FastMath::tanh, FastMath::tanh, Precise::tanh, -25, 25),
        SIGMOID(FastMath::sigmoid, FastMath::sigmoid, FastMath::sigmoid, Precise::sigmoid, -760, 60),
        SOFTPLUS(FastMath::softplus, FastMath::softplus, FastMath::softplus, Precise::softplus, -760, 800);

        final DoubleUnaryOperator single;
        final BiConsumer<double[], double[]> array;
        final BinaryOperator<DMatrixRMaj> matrix;
        final UnaryOperator<BigDecimal> precise;
        final double from;
        final double to;

        Function(
                DoubleUnaryOperator single,
                BiConsumer<double[], double[]> array,
                BinaryOperator<DMatrixRMaj> matrix,
                UnaryOperator<BigDecimal> precise,
                double from,
                double to) {
            this.single = single;
            this.array = array;
            this.matrix = matrix;
            this.precise = precise;
            this.from = from;
            this.to = to;
        }

        /** Numbers all over the range where something happens, many near zero, of every magnitude, and the edges. */
        double[] samples(int count) {
            SplittableRandom random = new SplittableRandom(ordinal() + 1);
            List<Double> samples = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                samples.add(random.nextDouble(from, to));
                samples.add(random.nextDouble(Math.max(from, -3), 3));
                samples.add(random.nextDouble(-1, 1) * Math.pow(2, -random.nextInt(60)));
                if (i % 8 == 0) {
                    samples.add(random.nextDouble(-1, 1) * Math.pow(2, -random.nextInt(1070)));
                }
            }
            for (double edge : EDGES) {
                samples.add(edge);
            }
            return samples.stream().mapToDouble(x -> x).toArray();
        }

        boolean isOrdinary(double x) {
            return Double.isFinite(x) && x > from && x < to;
        }
    }

    @ParameterizedTest
    @EnumSource
    void errorsAreBelowTwoUnitsInTheLastPlace(Function function) {
        double worst = 0;
        double where = 0;
        for (double x : function.samples(SAMPLES)) {
            if (function.isOrdinary(x)) {
                double error = ulps(function.single.applyAsDouble(x), function.precise.apply(new BigDecimal(x)));
                if (!(error <= worst)) {
                    worst = error;
                    where = x;
                }
            }
        }
        assertThat(worst).as("units in the last place, at %s", where).isLessThan(2);
    }

    /** How far a result is from the exact number, in units of the last place of a number of the exact one's size. */
    private static double ulps(double result, BigDecimal exact) {
        double nearest = exact.doubleValue();
        if (Double.isInfinite(nearest) || Double.isInfinite(result)) {
            return nearest == result ? 0 : Double.POSITIVE_INFINITY;
        }
        BigDecimal unit = new BigDecimal(Math.ulp(nearest));
        return new BigDecimal(result)
                .subtract(exact)
                .abs()
                .divide(unit, MathContext.DECIMAL64)
                .doubleValue();
    }

    @ParameterizedTest
    @EnumSource
    void arraysAndMatricesGiveWhatNumbersAloneGive(Function function) {
        double[] x = function.samples(800);
        double[] y = new double[x.length];
        double[] inPlace = x.clone();
        function.array.accept(x, y);
        function.array.accept(inPlace, inPlace);
        for (int i = 0; i < x.length; i++) {
            double expected = function.single.applyAsDouble(x[i]);
            assertThat(Double.doubleToLongBits(y[i])).as("at %s", x[i]).isEqualTo(Double.doubleToLongBits(expected));
            assertThat(Double.doubleToLongBits(inPlace[i])).isEqualTo(Double.doubleToLongBits(expected));
        }
        for (int n : new int[] {0, 1, 15, 16, 17, 255, 256, 257, 511, 513}) {
            DMatrixRMaj matrix = new DMatrixRMaj(n, 1);
            System.arraycopy(x, 7, matrix.data, 0, n);
            DMatrixRMaj made = function.matrix.apply(matrix, null);
            DMatrixRMaj given = new DMatrixRMaj(3, 5);
            assertThat(function.matrix.apply(matrix, given)).isSameAs(given);
            assertThat(given.numRows).isEqualTo(n);
            assertThat(made.getNumElements()).isEqualTo(n);
            for (int i = 0; i < n; i++) {
                assertThat(made.data[i]).isEqualTo(y[i + 7]);
                assertThat(given.data[i]).isEqualTo(y[i + 7]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EXP, -Infinity, 0.0",
        "EXP, Infinity, Infinity",
        "EXP, 1e300, Infinity",
        "EXP, -1e300, 0.0",
        "EXP, 709.7827128933841, Infinity",
        "EXP, -745.2, 0.0",
        "EXP, 0.0, 1.0",
        "EXP, -0.0, 1.0",
        "LOG1P, -1, -Infinity",
        "LOG1P, -1.5, NaN",
        "LOG1P, -Infinity, NaN",
        "LOG1P, Infinity, Infinity",
        "LOG1P, 1.7976931348623157E308, 709.782712893384",
        "LOG1P, 0.0, 0.0",
        "LOG1P, -0.0, -0.0",
        "LOG1P, 4.9E-324, 4.9E-324",
        "TANH, Infinity, 1.0",
        "TANH, -Infinity, -1.0",
        "TANH, 1e300, 1.0",
        "TANH, 0.0, 0.0",
        "TANH, -0.0, -0.0",
        "TANH, -4.9E-324, -4.9E-324",
        "SIGMOID, -Infinity, 0.0",
        "SIGMOID, Infinity, 1.0",
        "SIGMOID, -1e300, 0.0",
        "SIGMOID, 0.0, 0.5",
        "SOFTPLUS, -Infinity, 0.0",
        "SOFTPLUS, Infinity, Infinity",
        "SOFTPLUS, -1e300, 0.0",
        "SOFTPLUS, 1e300, 1e300",
        "EXP, NaN, NaN",
        "LOG1P, NaN, NaN",
        "TANH, NaN, NaN",
        "SIGMOID, NaN, NaN",
        "SOFTPLUS, NaN, NaN"
    })
    void limitsAreExact(Function function, double x, double expected) {
        double result = function.single.applyAsDouble(x);
        assertThat(Double.doubleToLongBits(result)).as("%s", result).isEqualTo(Double.doubleToLongBits(expected));
    }

    @Test
    void theHyperbolicTangentIsOdd() {
        for (double x : Function.TANH.samples(2000)) {
            if (!Double.isNaN(x)) {
                assertThat(Double.doubleToLongBits(FastMath.tanh(-x)))
                        .isEqualTo(Double.doubleToLongBits(-FastMath.tanh(x)));
            }
        }
    }

    @Test
    void arraysOfDifferentLengthsAreRefused() {
        assertThatThrownBy(() -> FastMath.exp(new double[3], new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the input has 3 numbers")
                .hasMessageContaining("2");
    }
}
