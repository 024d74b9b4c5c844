package dev.gradwright.minimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every minimizer. */
class MinimizersTest {

    static Stream<Minimizer> methods() {
        LineSearch[] searches = {
            MoreThuente.of(1e-4, 0.9), StrongWolfe.of(1e-4, 0.9), HagerZhang.withDefaults(), Backtracking.armijo(1e-4)
        };
        return Stream.concat(
                Stream.of(searches)
                        .flatMap(search -> Stream.of(
                                Lbfgs.withDefaults().lineSearch(search),
                                Lbfgs.withDefaults().lineSearch(search).damped(),
                                Bfgs.withDefaults().lineSearch(search),
                                Lbfgsb.within(Bounds.all(2, -10, 10)).lineSearch(search),
                                NewtonCg.with(Functions.ROSENBROCK_HESSIAN).lineSearch(search))),
                Stream.of(
                        ConjugateGradient.polakRibiere(),
                        ConjugateGradient.hagerZhang(),
                        ConjugateGradient.hagerZhang().lineSearch(MoreThuente.of(1e-4, 0.1)),
                        Owlqn.withPenalty(0),
                        NewtonCg.with(HessianProduct.byDifferences(Functions.ROSENBROCK))));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void findsTheMinimumOfRosenbrocksFunction(Minimizer method) {
        Minimum minimum = method.minimize(Functions.ROSENBROCK, new double[] {-1.2, 1});
        assertThat(minimum.value()).isLessThan(1e-12);
        assertThat(minimum.point()).containsExactly(new double[] {1, 1}, within(1e-5));
        assertThat(minimum.stop().reason().isConvergence()).isTrue();
        assertThat(minimum.evaluations()).isLessThan(300);
    }

    @Test
    void gradientDescentGetsThereSlowly() {
        Minimum minimum = GradientDescent.withDefaults()
                .minimize(
                        Functions.ROSENBROCK,
                        new double[] {-1.2, 1},
                        StoppingRule.gradient(1e-4).or(StoppingRule.iterations(50_000)));
        assertThat(minimum.value()).isLessThan(1e-6);
        assertThat(minimum.iterations()).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void valuesNeverRise(Minimizer method) {
        double[] values = method.states(Functions.ROSENBROCK, new double[] {-1.2, 1})
                .limit(100)
                .mapToDouble(MinimizerState::value)
                .toArray();
        for (int i = 1; i < values.length; i++) {
            assertThat(values[i]).isLessThanOrEqualTo(values[i - 1]);
        }
    }

    static Stream<Minimizer> methodsWithoutHessian() {
        return methods().filter(method -> !(method instanceof NewtonCg));
    }

    @ParameterizedTest
    @MethodSource("methodsWithoutHessian")
    void aPlaceWhereTheObjectiveIsNotDefinedShortensTheStep(Minimizer method) {
        Minimum minimum = method.minimize(Functions.LOGARITHM, new double[] {0.01, 9});
        assertThat(minimum.value()).isCloseTo(2, within(1e-12));
        assertThat(minimum.point()).containsExactly(new double[] {1, 1}, within(1e-5));
    }

    @ParameterizedTest
    @MethodSource("methodsWithoutHessian")
    void infinitiesAndNaNsAreNeverReturned(Minimizer method) {
        Objective wall = (x, g) -> {
            g[0] = 2 * x[0] - 8;
            g[1] = x[0] > 1 ? Double.NaN : 2 * x[1];
            return x[0] > 2 ? Double.NEGATIVE_INFINITY : x[0] * x[0] - 8 * x[0] + x[1] * x[1];
        };
        Minimum minimum = method.minimize(wall, new double[] {-3, 3});
        assertThat(minimum.value()).isFinite();
        assertThat(minimum.point()[0]).isLessThanOrEqualTo(1);
        assertThat(minimum.best().gradient()).doesNotContain(Double.NaN);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void refusesAStartWhereTheObjectiveIsNotFinite(Minimizer method) {
        assertThatThrownBy(() -> method.minimize((x, g) -> Double.NaN, new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the objective is NaN at the start; begin where it is finite");
        Objective slope = (x, g) -> {
            g[1] = Double.POSITIVE_INFINITY;
            return 1;
        };
        assertThatThrownBy(() -> method.minimize(slope, new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the gradient is Infinity at index 1 at the start; begin where it is finite");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyEvaluationIsCounted(Minimizer method) {
        int[] calls = {0};
        Objective counting = (x, g) -> {
            calls[0]++;
            return Functions.ROSENBROCK.valueAndGradient(x, g);
        };
        Minimum minimum = method.minimize(counting, new double[] {-1.2, 1}, StoppingRule.gradient(0));
        assertThat(minimum.evaluations()).isEqualTo(calls[0]);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theStartIsNotChanged(Minimizer method) {
        double[] start = {-1.2, 1};
        method.minimize(Functions.ROSENBROCK, start);
        assertThat(start).containsExactly(-1.2, 1);
    }

    @Test
    void aStartAtTheMinimumIsEnough() {
        Minimum minimum = Lbfgs.withDefaults().minimize(Functions.ROSENBROCK, new double[] {1, 1});
        assertThat(minimum.evaluations()).isEqualTo(1);
        assertThat(minimum.stop().reason()).isEqualTo(Stop.Reason.GRADIENT);
    }

    @Test
    void aGradientThatLiesEndsTheSearch() {
        Objective lying = (x, g) -> {
            g[0] = -1;
            return x[0] * x[0];
        };
        Minimum minimum = Lbfgs.withDefaults().minimize(lying, new double[1]);
        assertThat(minimum.stop())
                .isEqualTo(new Stop(Stop.Reason.NO_PROGRESS, "no lower point was found along the gradient"));
        assertThat(minimum.point()).containsExactly(0);
    }

    @Test
    void largerProblemsAreSolvedByAll() {
        double[] start = new double[30];
        double best = Bfgs.withDefaults().minimize(Functions.CHAIN, start).value();
        for (Minimizer method : new Minimizer[] {
            Lbfgs.withDefaults().memory(3),
            ConjugateGradient.polakRibiere(),
            ConjugateGradient.hagerZhang(),
            GradientDescent.withDefaults(),
            NewtonCg.with(HessianProduct.byDifferences(Functions.CHAIN))
        }) {
            assertThat(method.minimize(Functions.CHAIN, start).value()).isCloseTo(best, within(1e-10));
        }
    }

    @Test
    void newtonsMethodConvergesQuadratically() {
        double[] gradients = NewtonCg.with(Functions.ROSENBROCK_HESSIAN)
                .states(Functions.ROSENBROCK, new double[] {-1.2, 1})
                .mapToDouble(MinimizerState::gradientSize)
                .filter(size -> size < 1e-3)
                .toArray();
        assertThat(gradients[gradients.length - 1]).isLessThan(1e-12);
        assertThat(gradients).as("states from there to rounding").hasSizeLessThan(5);
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> Lbfgs.withDefaults().memory(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the memory of L-BFGS is 0 steps; use 1 or more");
        assertThatThrownBy(() -> Lbfgs.withDefaults().leastCurvature(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the least curvature is 1.0; use a number of at least 0 and less than 1");
        assertThatThrownBy(() -> MoreThuente.of(0, 0.9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the constants of the line search are mu = 0.0, eta = 0.9; use numbers between 0 and 1");
        assertThatThrownBy(() -> StrongWolfe.of(0.9, 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the constants of the line search are c1 = 0.9, c2 = 0.1; use 0 < c1 < c2 < 1");
        assertThatThrownBy(() -> Backtracking.armijo(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the constant of the line search is 1.0; use a number between 0 and 1");
    }
}
