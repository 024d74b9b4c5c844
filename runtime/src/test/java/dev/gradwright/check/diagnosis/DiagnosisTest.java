package dev.gradwright.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.check.GradientCheck;
import dev.gradwright.check.kink.Decisions;
import dev.gradwright.check.report.Cause;
import dev.gradwright.check.report.Diagnosis;
import dev.gradwright.check.report.KinkSite;
import dev.gradwright.check.report.PassReport;
import dev.gradwright.check.subject.FunctionGradient;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Faults in the gradient of {@code 1/2 sum (x w)^2} over a batch of 5, and in a table that is looked up. */
class DiagnosisTest {

    private static final int BATCH = 5;
    private static final int SIZE = 3;

    private static double[][] random(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] all = new double[rows][columns];
        for (double[] row : all) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextDouble(-1, 1);
            }
        }
        return all;
    }

    private static double[][] product(double[][] x, double[][] w) {
        double[][] y = new double[x.length][w[0].length];
        for (int n = 0; n < x.length; n++) {
            for (int i = 0; i < w.length; i++) {
                for (int j = 0; j < w[0].length; j++) {
                    y[n][j] += x[n][i] * w[i][j];
                }
            }
        }
        return y;
    }

    private static List<Diagnosis> causes(Consumer<double[][]> fault) {
        return GradientCheck.of(FunctionGradient.<Double>named("squares")
                        .parameter("w", random(SIZE, SIZE, 1))
                        .input("x", random(BATCH, SIZE, 2))
                        .value(in -> {
                            double sum = 0;
                            for (double[] row : product(in.table("x"), in.table("w"))) {
                                for (double y : row) {
                                    sum += y * y / 2;
                                }
                            }
                            return sum;
                        })
                        .gradient(in -> {
                            double[][] y = product(in.table("x"), in.table("w"));
                            double[][] dw = new double[SIZE][SIZE];
                            double[][] dx = new double[BATCH][SIZE];
                            for (int n = 0; n < BATCH; n++) {
                                for (int i = 0; i < SIZE; i++) {
                                    for (int j = 0; j < SIZE; j++) {
                                        dw[i][j] += in.table("x")[n][i] * y[n][j];
                                        dx[n][i] += in.table("w")[i][j] * y[n][j];
                                    }
                                }
                            }
                            fault.accept(dw);
                            return Map.of("w", dw, "x", dx);
                        }))
                .run()
                .passes()
                .get(0)
                .diagnoses();
    }

    private static void each(double[][] table, DoubleUnaryOperator change) {
        for (double[] row : table) {
            for (int j = 0; j < row.length; j++) {
                row[j] = change.applyAsDouble(row[j]);
            }
        }
    }

    private static void assertCause(Cause cause, Consumer<double[][]> fault) {
        assertThat(causes(fault)).singleElement().satisfies(diagnosis -> {
            assertThat(diagnosis.cause()).isEqualTo(cause);
            assertThat(diagnosis.input()).isEqualTo("w");
        });
    }

    @Test
    void aRightGradientHasNoCause() {
        assertThat(causes(dw -> {})).isEmpty();
    }

    @Test
    void ratiosAreTold() {
        assertCause(Cause.SIGN, dw -> each(dw, g -> -g));
        assertCause(Cause.FACTOR_TWO, dw -> each(dw, g -> g / 2));
        assertCause(Cause.BATCH, dw -> each(dw, g -> g / BATCH));
        assertCause(Cause.FACTOR, dw -> each(dw, g -> g * 3.7));
        assertCause(Cause.SIGN, dw -> dw[1][2] = -dw[1][2]);
    }

    @Test
    void wholeZerosAndPartsAreTold() {
        assertCause(Cause.WHOLE_ZERO, dw -> each(dw, g -> 0));
        assertCause(Cause.DROPPED_BRANCH, dw -> dw[2] = new double[SIZE]);
    }

    @Test
    void rearrangementsAreTold() {
        assertCause(Cause.TRANSPOSE, dw -> {
            for (int i = 0; i < SIZE; i++) {
                for (int j = 0; j < i; j++) {
                    double swapped = dw[i][j];
                    dw[i][j] = dw[j][i];
                    dw[j][i] = swapped;
                }
            }
        });
        assertCause(Cause.SHIFT, dw -> {
            double[] last = dw[SIZE - 1];
            System.arraycopy(dw, 0, dw, 1, SIZE - 1);
            dw[0] = last;
        });
    }

    @Test
    void termsAreTold() {
        double[][] w = random(SIZE, SIZE, 1);
        assertCause(Cause.CONSTANT_TERM, dw -> each(dw, g -> g + 0.1));
        assertCause(Cause.PROPORTIONAL_TERM, dw -> {
            for (int i = 0; i < SIZE; i++) {
                for (int j = 0; j < SIZE; j++) {
                    dw[i][j] += 0.3 * w[i][j];
                }
            }
        });
    }

    @Test
    void whatNoPatternFitsIsSaidToBeUnknown() {
        assertCause(Cause.UNKNOWN, dw -> {
            dw[0][0] += 0.1;
            dw[1][1] *= 1.7;
        });
    }

    @Test
    void repeatedIndicesAreTold() {
        int[] words = {0, 2, 2, 3};
        List<Diagnosis> causes = GradientCheck.of(FunctionGradient.<Double>named("lookup")
                        .parameter("table", random(4, 2, 3))
                        .indices("words", words)
                        .value(in -> {
                            double sum = 0;
                            for (int n = 0; n < words.length; n++) {
                                for (double v : in.table("table")[words[n]]) {
                                    sum += (n + 1) * v * v;
                                }
                            }
                            return sum;
                        })
                        .gradient(in -> {
                            double[][] gradient = new double[4][2];
                            for (int n = 0; n < words.length; n++) {
                                for (int j = 0; j < 2; j++) {
                                    gradient[words[n]][j] = 2 * (n + 1) * in.table("table")[words[n]][j];
                                }
                            }
                            return Map.of("table", gradient);
                        }))
                .run()
                .passes()
                .get(0)
                .diagnoses();
        assertThat(causes).singleElement().satisfies(diagnosis -> {
            assertThat(diagnosis.cause()).isEqualTo(Cause.REPEATED_INDEX);
            assertThat(diagnosis.evidence()).isEqualTo("wrong only at [2], which words names more than once");
        });
    }

    @Test
    void aWrongSideAtAKinkIsTold() {
        List<Diagnosis> causes = GradientCheck.of(x -> Math.abs(x[0]) + 2 * x[1], x ->
                        new double[] {x[0] == 0 ? 2 : Math.signum(x[0]), 2})
                .at(0, 1)
                .run()
                .passes()
                .get(0)
                .diagnoses();
        assertThat(causes).extracting(Diagnosis::cause).containsExactly(Cause.KINKS_ONLY);
    }

    private static Cause only(GradientCheck check) {
        List<Diagnosis> causes = check.run().passes().get(0).diagnoses();
        assertThat(causes).hasSize(1);
        return causes.get(0).cause();
    }

    @Test
    void whatIsNoNumberIsTold() {
        assertThat(only(GradientCheck.of(x -> Math.log(x[0]), x -> new double[] {Double.NaN})
                        .at(1)))
                .isEqualTo(Cause.NOT_A_NUMBER);
        assertThat(only(GradientCheck.of(x -> Math.sqrt(x[0]), x -> new double[] {0.5 / Math.sqrt(x[0])})
                        .at(0)))
                .isEqualTo(Cause.OUTSIDE_OF_DOMAIN);
    }

    private static final KinkSite RELU = new KinkSite("relu", "max");

    private static double relu(double z) {
        return Decisions.note(RELU, z > 0) ? z : 0;
    }

    /** {@code sum relu(x_n + b)^2}: smooth at 0, where a difference straddles a decision all the same. */
    @Test
    void coordinatesAwayFromKinksDecideOnTheCause() {
        double[] bias = {0.1, -0.2, 0.3, 0.4, -0.5, 0.6};
        double[] x = {1, 0.75, -0.4, -0.6, 2};
        FunctionGradient<Double> sum = FunctionGradient.<Double>named("sum")
                .parameter("bias", bias)
                .value(in -> Arrays.stream(in.array("bias"))
                        .map(b -> Arrays.stream(x)
                                .map(each -> relu(each + b))
                                .map(r -> r * r)
                                .sum())
                        .sum())
                .gradient(in -> Map.of(
                        "bias",
                        Arrays.stream(in.array("bias"))
                                .map(b -> Arrays.stream(x)
                                        .map(each -> 4 * relu(each + b))
                                        .sum())
                                .toArray()))
                .notesDecisions();
        PassReport pass = GradientCheck.of(sum).run().passes().get(0);
        assertThat(pass.diagnoses())
                .containsExactly(new Diagnosis(
                        "bias", Cause.FACTOR_TWO, "analytic / numeric is 2.00000 at all 4; not counting 2 at kinks"));
        assertThat(pass.inputs().get(0).worst(6))
                .extracting(worst -> worst.kink().isPresent())
                .containsExactly(false, false, false, false, true, true);
    }

    @Test
    void theOnlyWrongCoordinateIsNamedWithItsRatio() {
        List<Diagnosis> causes = GradientCheck.of(x -> x[0] * x[0] * x[1] + Math.exp(x[2]), x ->
                        new double[] {x[0] * x[1], x[0] * x[0], Math.exp(x[2])})
                .at(1.2, 0.7, 0.3)
                .run()
                .passes()
                .get(0)
                .diagnoses();
        assertThat(causes)
                .containsExactly(new Diagnosis("x", Cause.FACTOR_TWO, "analytic / numeric is 0.500000 at [0]"));
    }

    @Test
    void aGradientThatIsNoNumberAtAKinkIsTold() {
        assertThat(only(GradientCheck.of(x -> Math.abs(x[0]) + x[1] * x[1], x ->
                                new double[] {x[0] / Math.abs(x[0]), x[1]})
                        .at(0, 1)))
                .isEqualTo(Cause.NOT_A_NUMBER);
    }
}
