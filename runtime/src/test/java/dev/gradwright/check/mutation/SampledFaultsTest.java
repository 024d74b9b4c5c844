package dev.gradwright.check.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradwright.check.GradientCheck;
import dev.gradwright.check.report.Coordinate;
import dev.gradwright.check.report.GradientReport;
import dev.gradwright.check.report.InputReport;
import dev.gradwright.check.report.PassReport;
import dev.gradwright.check.settings.Stage;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One wrong number in 1000: samples find it as often as they say, directions whenever it is larger than they say. */
class SampledFaultsTest {

    private static final int NUMBERS = 1000;
    private static final int REPETITIONS = 200;
    /** So many standard deviations are exceeded once in 16,000 cases; seeds are fixed. */
    private static final double DEVIATIONS = 4;

    @ParameterizedTest(name = "{0} coordinates")
    @ValueSource(ints = {50, 400})
    void aSampleFindsItAsOftenAsItSays(int coordinates) {
        int found = 0;
        double stated = 0;
        for (long seed = 1; seed <= REPETITIONS; seed++) {
            GradientReport report = check(new Problem(seed), seed)
                    .with(settings -> settings.coordinates(coordinates).stages(Set.of(Stage.COORDINATES)))
                    .run();
            found += report.isRight() ? 0 : 1;
            InputReport input = report.passes().get(0).inputs().get(0);
            stated += (1 - input.chanceOfMissing(1.0 / NUMBERS)) / REPETITIONS;
        }
        assertThat(stated).isCloseTo((double) coordinates / NUMBERS, within(0.01));
        double deviation = Math.sqrt(REPETITIONS * stated * (1 - stated));
        assertThat((double) found).isCloseTo(REPETITIONS * stated, within(DEVIATIONS * deviation));
    }

    @Test
    void directionsFindWhateverIsLargerThanTheySay() {
        int large = 0;
        for (long seed = 1; seed <= REPETITIONS; seed++) {
            Problem problem = new Problem(seed);
            PassReport pass = check(problem, seed)
                    .with(settings -> settings.stages(Set.of(Stage.DIRECTIONS)))
                    .run()
                    .passes()
                    .get(0);
            if (problem.error() > pass.smallestFault().orElseThrow()) {
                large++;
                assertThat(pass.inputs().get(0).coordinates())
                        .as("seed %d", seed)
                        .extracting(Coordinate::index)
                        .containsExactly(problem.faulty);
            }
        }
        assertThat(large).isGreaterThan(REPETITIONS * 9 / 10);
    }

    private static GradientCheck check(Problem problem, long seed) {
        return GradientCheck.of(problem::value, problem::gradient).at(problem.x).seed(seed);
    }

    /** A sum of squares with factors, and a gradient that is wrong by a thousandth at one random place. */
    private static final class Problem {

        private final double[] factors;
        private final double[] x;
        private final int faulty;

        Problem(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            factors = random.doubles(NUMBERS, 1, 2).toArray();
            x = random.doubles(NUMBERS, -1, 1).toArray();
            faulty = random.nextInt(NUMBERS);
        }

        double value(double[] at) {
            double sum = 0;
            for (int i = 0; i < NUMBERS; i++) {
                sum += factors[i] * at[i] * at[i] / 2;
            }
            return sum;
        }

        double[] gradient(double[] at) {
            double[] gradient = new double[NUMBERS];
            for (int i = 0; i < NUMBERS; i++) {
                gradient[i] = factors[i] * at[i];
            }
            gradient[faulty] *= 1.001;
            return gradient;
        }

        /** The size of the fault. */
        double error() {
            return 0.001 * Math.abs(factors[faulty] * x[faulty]);
        }
    }
}
