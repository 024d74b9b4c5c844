package dev.gradwright.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.check.report.Coordinate;
import dev.gradwright.check.report.GradientReport;
import dev.gradwright.check.report.InputReport;
import dev.gradwright.check.report.PassReport;
import dev.gradwright.check.settings.Sampling;
import dev.gradwright.check.subject.FunctionGradient;
import dev.gradwright.check.subject.Incremental;
import dev.gradwright.check.subject.Inputs;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Functions that know a shorter way where one number is moved. */
class IncrementalTest {

    private static final int NUMBERS = 500;

    private final AtomicInteger evaluations = new AtomicInteger();

    @Test
    void everyCoordinateIsComparedWithFewEvaluationsOfTheFunction() {
        GradientReport report = run(IncrementalTest::shortWay, 1);
        PassReport pass = report.passes().get(0);
        assertThat(report.isRight()).isTrue();
        assertThat(pass.inputs()).allMatch(InputReport::isComplete);
        assertThat(evaluations.get()).isLessThan(60);
        assertThat(report.toString()).contains("500 of 500 compared incrementally");
    }

    @Test
    void whatTheShorterWayDoesNotKnowIsEvaluated() {
        assertThat(run(in -> (input, index, to) -> null, 1).isRight()).isTrue();
        assertThat(evaluations.get()).isGreaterThan(2 * NUMBERS);
    }

    @Test
    void faultsAreFoundByTheShorterWayAndSeenOnceMoreByTheFunction() {
        GradientReport report = run(IncrementalTest::shortWay, 1.001);
        assertThat(report.passes().get(0).inputs().get(0).coordinates())
                .filteredOn(coordinate -> coordinate.verdict().isFailure())
                .extracting(Coordinate::index)
                .containsExactly(123);
    }

    @Test
    void aShorterWayToSomethingElseIsRefused() {
        Function<Inputs, Incremental<Double>> wrong =
                in -> (input, index, to) -> shortWay(in).moved(input, index, to) + 1e-9 * to;
        assertThatThrownBy(() -> run(wrong, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the incremental evaluation of squares gives")
                .hasMessageContaining("where x [");
    }

    @Test
    void penaltiesAndLossesAreAddedByTheirShorterWays() {
        GradientReport report = GradientCheck.of(squares(IncrementalTest::shortWay, 1))
                .with(settings -> settings.sampling(Sampling.ALL))
                .regularization(GradientCheck.of(squares(IncrementalTest::shortWay, 1)))
                .run();
        assertThat(report.isRight()).isTrue();
        assertThat(report.passes())
                .hasSize(3)
                .allMatch(pass -> pass.inputs().get(0).isComplete());
        assertThat(evaluations.get()).isLessThan(300);
    }

    private GradientReport run(Function<Inputs, Incremental<Double>> way, double factor) {
        return GradientCheck.of(squares(way, factor))
                .with(settings -> settings.sampling(Sampling.ALL))
                .run();
    }

    /** Half of the sum of squares, with a gradient that is wrong by a factor at one place. */
    private FunctionGradient<Double> squares(Function<Inputs, Incremental<Double>> way, double factor) {
        double[] x = new double[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            x[i] = Math.sin(i) + 0.01;
        }
        return FunctionGradient.<Double>named("squares")
                .parameter("x", x)
                .smooth()
                .value(in -> {
                    evaluations.incrementAndGet();
                    return half(in.array("x"));
                })
                .gradient(in -> {
                    double[] gradient = in.array("x").clone();
                    gradient[123] *= factor;
                    return Map.of("x", gradient);
                })
                .incremental(way);
    }

    private static double half(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value * value / 2;
        }
        return sum;
    }

    private static Incremental<Double> shortWay(Inputs in) {
        double whole = half(in.array("x"));
        return (input, index, to) -> {
            double from = in.array(input)[index];
            return whole + (to - from) * (to + from) / 2;
        };
    }
}
