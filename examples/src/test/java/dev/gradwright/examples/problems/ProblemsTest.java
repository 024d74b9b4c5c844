package dev.gradwright.examples.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradwright.minimize.Bfgs;
import dev.gradwright.minimize.Bounds;
import dev.gradwright.minimize.HagerZhang;
import dev.gradwright.minimize.HessianProduct;
import dev.gradwright.minimize.Lbfgs;
import dev.gradwright.minimize.Lbfgsb;
import dev.gradwright.minimize.Minimizer;
import dev.gradwright.minimize.Minimum;
import dev.gradwright.minimize.NewtonCg;
import dev.gradwright.minimize.StrongWolfe;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    private static final List<Problem> PROBLEMS = Problems.all();
    private static final List<String[]> REFERENCE = reference();

    private static List<String[]> reference() {
        try (InputStream in = ProblemsTest.class.getResourceAsStream("reference.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void allProblemsAreThere() {
        assertThat(PROBLEMS.stream().map(Problem::name))
                .containsExactlyElementsOf(REFERENCE.stream().map(row -> row[0]).toList());
        assertThat(PROBLEMS.stream().map(Problem::number).distinct()).hasSize(34);
    }

    @Test
    void valuesAndGradientsAtTheStartsAreThoseOfTheReference() {
        for (int i = 0; i < PROBLEMS.size(); i++) {
            compareStart(PROBLEMS.get(i), REFERENCE.get(i));
        }
    }

    private static void compareStart(Problem problem, String[] row) {
        double[] gradient = new double[problem.start().length];
        double value = problem.objective().valueAndGradient(problem.start(), gradient);
        double expected = Double.parseDouble(row[1]);
        assertThat(value).as(problem.name()).isCloseTo(expected, within(1e-12 * expected));
        double size = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        double expectedSize = Double.parseDouble(row[2]);
        assertThat(size).as(problem.name()).isCloseTo(expectedSize, within(1e-11 * expectedSize));
    }

    @Test
    void everyProblemIsSolvedByQuasiNewtonMethods() {
        solveAll(Lbfgs.withDefaults());
        solveAll(Lbfgs.withDefaults().damped());
        solveAll(Lbfgs.withDefaults().lineSearch(HagerZhang.withDefaults()));
        solveAll(Lbfgs.withDefaults().lineSearch(StrongWolfe.of(1e-4, 0.9)));
        solveAll(Bfgs.withDefaults());
    }

    private static void solveAll(Minimizer method) {
        for (Problem problem : PROBLEMS) {
            Minimum minimum = method.minimize(problem.objective(), problem.start());
            assertThat(problem.isMinimum(minimum.value()))
                    .as("%s by %s: %s", problem.name(), method, minimum)
                    .isTrue();
        }
    }

    @Test
    void newtonsMethodTakesGeneratedSecondDerivatives() {
        var hessian = ValleysHessian.create();
        HessianProduct product = HessianProduct.of(hessian::woodHessianVectorProduct, hessian::woodXProduct);
        Problem wood =
                PROBLEMS.stream().filter(p -> p.number() == 14).findFirst().orElseThrow();
        Minimum minimum = NewtonCg.with(product).minimize(wood.objective(), wood.start());
        assertThat(minimum.value()).isLessThan(1e-20);
        assertThat(minimum.iterations()).isLessThan(150);

        Minimum byDifferences =
                NewtonCg.with(HessianProduct.byDifferences(wood.objective())).minimize(wood.objective(), wood.start());
        assertThat(byDifferences.value()).isLessThan(1e-15);
    }

    @Test
    void everyProblemIsSolvedWithBoundsThatAreFarAway() {
        for (Problem problem : PROBLEMS) {
            Minimum minimum = Lbfgsb.within(Bounds.all(problem.start().length, -1e9, 1e9))
                    .minimize(problem.objective(), problem.start());
            assertThat(problem.isMinimum(minimum.value()))
                    .as("%s: %s", problem.name(), minimum)
                    .isTrue();
        }
    }

    @Test
    void lbfgsTakesNoMoreEvaluationsThanTheBestOfOthersAndATenth() {
        int ours = 0;
        int best = 0;
        for (int i = 0; i < PROBLEMS.size(); i++) {
            Problem problem = PROBLEMS.get(i);
            ours += Lbfgs.withDefaults()
                    .minimize(problem.objective(), problem.start())
                    .evaluations();
            best += fewest(problem, REFERENCE.get(i));
        }
        assertThat(best).as("read right").isEqualTo(2413);
        assertThat(ours).isLessThanOrEqualTo((int) (1.1 * best));
    }

    /** The fewest evaluations of the five runs of others that reached a minimum. */
    private static int fewest(Problem problem, String[] row) {
        return IntStream.range(0, 5)
                .filter(run -> problem.isMinimum(Double.parseDouble(row[4 + 2 * run])))
                .map(run -> Integer.parseInt(row[3 + 2 * run]))
                .min()
                .orElseThrow();
    }
}
