package dev.gradwright.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.Parameters;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method finds minima, within a number of steps that is stated for each. */
class ConvergenceTest {

    private final DMatrixRMaj x = new DMatrixRMaj(2, 2);
    private final DMatrixRMaj g = new DMatrixRMaj(2, 2);
    private final Parameters parameters = Parameters.builder().add("x", x, g).build();

    /** A method, the steps it has for the quadratic, and those for Rosenbrock's function. */
    static Stream<Arguments> methods() {
        return Stream.of(
                of("SGD", Sgd.plain(0.05), Sgd.plain(1e-3), 300, 30_000),
                of("momentum", Sgd.momentum(0.02, 0.9), Sgd.momentum(2e-4, 0.9), 300, 20_000),
                of("Nesterov", Sgd.nesterov(0.02, 0.9), Sgd.nesterov(2e-4, 0.9), 300, 20_000),
                of("Adagrad", Optimizers.adagrad(0.5), Optimizers.adagrad(0.5), 500, 20_000),
                of(
                        "Adadelta",
                        Optimizers.adadelta(cosine(1, 3_000)),
                        Optimizers.adadelta(cosine(1, 30_000)),
                        3_000,
                        30_000),
                of(
                        "RMSprop",
                        Optimizers.rmsProp(cosine(0.05, 1_000)),
                        Optimizers.rmsProp(cosine(0.01, 20_000)),
                        1_000,
                        20_000),
                of("Adam", Optimizers.adam(0.05), Optimizers.adam(0.02), 1_000, 10_000),
                of("AdamW", Optimizers.adamW(0.05, 0), Optimizers.adamW(0.02, 0), 1_000, 10_000),
                of("AMSGrad", Optimizers.amsGrad(constant(0.05)), Optimizers.amsGrad(constant(0.02)), 1_000, 20_000),
                of("Adamax", Optimizers.adamax(constant(0.05)), Optimizers.adamax(constant(0.02)), 1_000, 20_000),
                of("NAdam", Optimizers.nAdam(constant(0.05)), Optimizers.nAdam(cosine(0.02, 10_000)), 1_000, 10_000),
                of("RAdam", Optimizers.rAdam(constant(0.05)), Optimizers.rAdam(constant(2e-3)), 1_000, 20_000),
                of(
                        "Lion",
                        Optimizers.lion(cosine(0.05, 1_000), 0),
                        Optimizers.lion(cosine(0.01, 10_000), 0),
                        1_000,
                        10_000),
                of("Rprop", Optimizers.rprop(), Optimizers.rprop(), 300, 3_000),
                of("ASGD", Asgd.of(0.05).decay(0, 0), Asgd.of(1e-3).decay(0, 0), 300, 30_000),
                of(
                        "LAMB",
                        Optimizers.lamb(cosine(0.05, 2_000), 0),
                        Optimizers.lamb(cosine(0.02, 20_000), 0),
                        2_000,
                        20_000),
                of("Adafactor", fixed(cosine(0.1, 2_000)), fixed(cosine(0.01, 20_000)), 2_000, 20_000),
                of(
                        "Muon",
                        Optimizers.muon(cosine(0.1, 1_000), 0),
                        Optimizers.muon(cosine(0.01, 20_000), 0),
                        1_000,
                        20_000),
                of(
                        "Prodigy",
                        Prodigy.withDefaults(),
                        Prodigy.withDefaults().learningRate(Schedule.cosine(1, 1e-3, 20_000)),
                        1_000,
                        20_000),
                of(
                        "Schedule-Free SGD",
                        Optimizers.scheduleFreeSgd(constant(0.05)),
                        Optimizers.scheduleFreeSgd(constant(1e-3)),
                        3_000,
                        60_000),
                of(
                        "Schedule-Free AdamW",
                        Optimizers.scheduleFreeAdamW(constant(0.1)),
                        Optimizers.scheduleFreeAdamW(constant(0.01)),
                        3_000,
                        20_000));
    }

    private static Arguments of(
            String name, GradientTransformation quadratic, GradientTransformation rosenbrock, int few, int many) {
        return Arguments.of(name, quadratic, rosenbrock, few, many);
    }

    private static Schedule constant(double rate) {
        return Schedule.constant(rate);
    }

    private static Schedule cosine(double rate, long steps) {
        return Schedule.cosine(rate, 0, steps);
    }

    private static Adafactor fixed(Schedule rate) {
        return Adafactor.of(rate).withFixedRate();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void findsTheMinimumOfAConvexQuadratic(
            String name, GradientTransformation method, GradientTransformation other, int steps, int more) {
        x.setTo(new DMatrixRMaj(new double[][] {{-1, 2}, {3, -2}}));
        double first = quadratic();
        Optimizer optimizer = new Optimizer(parameters, method);
        for (int i = 0; i < steps; i++) {
            quadratic();
            optimizer.step();
        }
        assertThat(quadratic()).isLessThan(1e-4 * first);
    }

    /** {@code sum of (i + 1) (x_i - 1)^2 / 2}, coupled by the square of the sum. */
    private double quadratic() {
        double sum = 0;
        for (double value : x.data) {
            sum += value - 1;
        }
        double f = sum * sum / 2;
        for (int i = 0; i < 4; i++) {
            double d = x.data[i] - 1;
            f += (i + 1) * d * d / 2;
            g.data[i] = (i + 1) * d + sum;
        }
        return f;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void findsTheMinimumOfRosenbrocksFunction(
            String name, GradientTransformation other, GradientTransformation method, int fewer, int steps) {
        x.setTo(new DMatrixRMaj(new double[][] {{-1.2, 1}, {-1.2, 1}}));
        double first = rosenbrock();
        Optimizer optimizer = new Optimizer(parameters, method);
        for (int i = 0; i < steps; i++) {
            rosenbrock();
            optimizer.step();
        }
        assertThat(rosenbrock()).isLessThan(1e-4 * first);
    }

    /** Twice the function of two variables, one in each row. */
    private double rosenbrock() {
        double f = 0;
        for (int i = 0; i < 4; i += 2) {
            double a = 1 - x.data[i];
            double b = x.data[i + 1] - x.data[i] * x.data[i];
            f += a * a + 100 * b * b;
            g.data[i] = -2 * a - 400 * b * x.data[i];
            g.data[i + 1] = 200 * b;
        }
        return f;
    }
}
