package dev.gradwright.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradwright.Parameters;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Where implementations differ, each convention gives the numbers of the program that has it. */
class ConventionTest {

    private final DMatrixRMaj w = new DMatrixRMaj(4, 5);
    private final DMatrixRMaj g = new DMatrixRMaj(4, 5);
    private final Parameters parameters = Parameters.builder().add("w", w, g).build();

    @Test
    void epsilonOutsideAndInsideTheCorrectionOfAdamDiffer() {
        double[] expected = {0.0990099009900990, 0.0759746926647958};
        Epsilon[] places = {Epsilon.OUTSIDE_ROOT, Epsilon.OUTSIDE_UNCORRECTED_ROOT};
        for (int i = 0; i < 2; i++) {
            GradientTransformation adam =
                    Chain.of(ScaleByAdam.withDefaults().epsilon(1e-8, places[i]), LearningRate.of(0.1));
            assertThat(step(adam, new double[] {0}, new double[] {1e-6}))
                    .containsExactly(new double[] {-expected[i]}, within(1e-15));
        }
    }

    @Test
    void oneStepOfEachMethodIsThatOfKeras() {
        LearningRate half = LearningRate.of(0.5);
        check(Sgd.plain(0.5), 0.5, -1, -0.5, 3);
        check(keras(ScaleByAdam.withDefaults().epsilon(1e-7, Epsilon.OUTSIDE_UNCORRECTED_ROOT)), 0.5, 1.5, 2.5, 3.5);
        check(keras(ScaleByAdamax.of(0.9, 0.999, 1e-7)), 0.5, 1.5, 2.5, 3.5);
        check(keras(SignOfLion.of(0.9, 0.99)), 0.5, 1.5, 2.5, 3.5);
        check(
                keras(ScaleByAdagrad.withDefaults().initialSum(0.1).epsilon(1e-7, Epsilon.INSIDE_ROOT)),
                0.5233,
                1.5007,
                2.5005,
                3.5061);
        check(keras(ScaleByAdadelta.of(0.95, 1e-7)), 0.9993, 1.9993, 2.9993, 3.9993);
        check(
                keras(ScaleByRms.withDefaults().decayRate(0.9).epsilon(1e-7, Epsilon.INSIDE_ROOT)),
                -0.5811,
                0.4189,
                1.4189,
                2.4189);
        check(
                Chain.of(ScaleByAdam.withDefaults().epsilon(1e-7), TrustRatio.perParameter(), half),
                -0.3693,
                0.6306,
                1.6306,
                2.6306);
        check(Adafactor.of(Schedule.constant(0.5)), -0.3693, 0.6307, 1.6307, 2.6307);
    }

    private static GradientTransformation keras(GradientTransformation direction) {
        return Chain.of(direction, LearningRate.of(0.5));
    }

    private static void check(GradientTransformation method, double... expected) {
        assertThat(step(method, new double[] {1, 2, 3, 4}, new double[] {1, 6, 7, 2}))
                .containsExactly(expected, within(1e-4));
    }

    private static double[] step(GradientTransformation method, double[] values, double[] gradients) {
        new Optimizer(Parameters.builder().add("w", values, gradients).build(), method).step();
        return values;
    }

    @Test
    void adafactorOfAMatrixIsThatOfKeras() {
        DMatrixRMaj matrix = new DMatrixRMaj(new double[][] {{1, 2}, {3, 4}});
        DMatrixRMaj gradient = new DMatrixRMaj(new double[][] {{1, 6}, {7, 2}});
        new Optimizer(Parameters.builder().add("w", matrix, gradient).build(), Adafactor.of(Schedule.constant(0.5)))
                .step();
        assertThat(matrix.data).containsExactly(new double[] {0.7007, -0.0081, 1.2492, 3.4407}, within(1e-4));
    }

    @Test
    void theNewtonSchulzIterationIsThatOfKeras() {
        double[] matrix = {0.2499, 0.9105, 0.2655, 0.8824};
        new NewtonSchulz(2, 2, 5).apply(matrix, 0);
        assertThat(matrix).containsExactly(new double[] {-0.4422, 0.6457, 0.7285, 0.2968}, within(1e-3));
    }

    @Test
    void trajectoriesAreThoseOfKeras() {
        // the values before each of five steps with gradients 0.1, 0.2 ... 1.0, after one with 0.01 everywhere
        keras(
                Chain.of(ScaleByAdam.withDefaults().amsgrad(), LearningRate.of(0.001)),
                new double[] {0.999, 0.9982, 0.9974, 0.9965, 0.9955});
        keras(
                Chain.of(ScaleByAdadelta.of(0.8, 1e-6), LearningRate.of(1)),
                new double[] {0.9978, 0.9947, 0.9915, 0.9882, 0.9849});
        keras(
                Chain.of(
                        ScaleByRms.withDefaults().decayRate(0.9).centred().epsilon(1e-7, Epsilon.INSIDE_ROOT),
                        LearningRate.of(0.001)),
                new double[] {0.9967, 0.9933, 0.9908, 0.9885, 0.9864});
        keras(
                Chain.of(SignOfLion.of(0.9, 0.99), LearningRate.of(0.001)),
                new double[] {0.999, 0.998, 0.997, 0.996, 0.995});
    }

    private static void keras(GradientTransformation method, double[] expected) {
        double[] values = new double[10];
        Arrays.fill(values, 1);
        double[] gradients = new double[10];
        Arrays.fill(gradients, 0.01);
        Optimizer optimizer =
                new Optimizer(Parameters.builder().add("w", values, gradients).build(), method);
        optimizer.step();
        Arrays.setAll(gradients, i -> 0.1 * (i + 1));
        for (double value : expected) {
            for (double number : values) {
                assertThat(number).isCloseTo(value, within(5e-4));
            }
            optimizer.step();
        }
    }

    @Test
    void theLastRowsOfKerasAreReached() {
        lastRow(
                Chain.of(ScaleByAdamax.of(0.85, 0.95, 1e-6), LearningRate.of(0.2)),
                0.1933,
                0.204,
                0.2076,
                0.2094,
                0.2105,
                0.2112,
                0.2117,
                0.2121,
                0.2124,
                0.2126);
        lastRow(
                Chain.of(ScaleByNAdam.of(0.5, 0.67, 1e-5, 1), LearningRate.of(0.5)),
                -1.7492,
                -1.7478,
                -1.7469,
                -1.7464,
                -1.7461,
                -1.7459,
                -1.7457,
                -1.7456,
                -1.7455,
                -1.7454);
        lastRow(
                Chain.of(
                        ScaleByAdagrad.withDefaults().initialSum(0.3).epsilon(1e-6, Epsilon.INSIDE_ROOT),
                        LearningRate.of(0.2)),
                0.856,
                0.7422,
                0.6604,
                0.6037,
                0.5644,
                0.5367,
                0.5168,
                0.5021,
                0.491,
                0.4825);
    }

    private static void lastRow(GradientTransformation method, double... expected) {
        double[] values = new double[10];
        Arrays.fill(values, 1);
        double[] gradients = new double[10];
        Arrays.fill(gradients, 0.01);
        Optimizer optimizer =
                new Optimizer(Parameters.builder().add("w", values, gradients).build(), method);
        optimizer.step();
        Arrays.setAll(gradients, i -> 0.1 * (i + 1));
        for (int i = 0; i < 4; i++) {
            optimizer.step();
        }
        assertThat(values).containsExactly(expected, within(5e-4));
    }

    @Test
    void aVelocityOfStepsIsHadByPuttingTheLearningRateFirst() throws IOException {
        Optimizer optimizer = new Optimizer(parameters, Chain.of(LearningRate.of(1e-3), Momentum.heavyBall(0.9)));
        start();
        optimizer.restore(saved(1, new String[] {"2.momentum.velocity"}, linspace(0.6, 0.9)));
        optimizer.step();
        assertThat(w.data).containsExactly(notebook("sgd_momentum_next_w"), within(1e-12));
    }

    @Test
    void rmsPropGoesOnAsInTheNotebook() throws IOException {
        Optimizer optimizer = new Optimizer(parameters, Optimizers.rmsProp());
        start();
        optimizer.restore(saved(1, new String[] {"1.rmsprop.square"}, linspace(0.6, 0.9)));
        optimizer.step();
        assertThat(w.data).containsExactly(notebook("rmsprop_next_w"), within(1e-12));
    }

    @Test
    void adamGoesOnAsInTheNotebook() throws IOException {
        Optimizer optimizer = new Optimizer(parameters, Optimizers.adam(1e-2));
        start();
        String[] names = {"1.adam.mean", "1.adam.square", "1.adam.products of betas"};
        double[] products = {Math.pow(0.9, 5), Math.pow(0.999, 5)};
        optimizer.restore(saved(5, names, linspace(0.6, 0.9), linspace(0.7, 0.5), products));
        optimizer.step();
        assertThat(w.data).containsExactly(notebook("adam_next_w"), within(1e-12));
    }

    private void start() {
        System.arraycopy(linspace(-0.4, 0.6), 0, w.data, 0, 20);
        System.arraycopy(linspace(-0.6, 0.4), 0, g.data, 0, 20);
    }

    private static double[] linspace(double from, double to) {
        double[] numbers = new double[20];
        Arrays.setAll(numbers, i -> from + (to - from) * i / 19);
        return numbers;
    }

    private static double[] notebook(String name) {
        return Reference.rows("notebook.csv").stream()
                .filter(row -> row[0].equals(name))
                .flatMapToDouble(row -> Arrays.stream(row).skip(1).mapToDouble(Double::parseDouble))
                .toArray();
    }

    /** A saved state as the format describes it, written here by hand. */
    private static SavedState saved(long steps, String[] names, double[]... numbers) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF("gradwright-state");
        out.writeInt(1);
        out.writeUTF("optimizer");
        out.writeInt(1);
        out.writeUTF("w");
        out.writeUTF("4x5");
        out.writeInt(1 + names.length);
        write(out, "steps, skipped, skipped in a row", steps, 0, 0);
        for (int i = 0; i < names.length; i++) {
            write(out, names[i], numbers[i]);
        }
        return SavedState.readFrom(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static void write(DataOutputStream out, String name, double... numbers) throws IOException {
        out.writeUTF(name);
        out.writeInt(numbers.length);
        for (double number : numbers) {
            out.writeDouble(number);
        }
    }
}
