package dev.gradwright.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CombinationTest {

    private static final double LN2 = Math.log(2);

    /** Probabilities 1/2, 1/4, 1/4 and 1/10, 8/10, 1/10, and the first once more. */
    private static final List<Member<DMatrixRMaj>> MEMBERS = List.of(
            LinearModel.saying("a", new double[][] {{LN2, 0, 0}}),
            LinearModel.saying("b", new double[][] {{0, 3 * LN2, 0}}),
            LinearModel.saying("c", new double[][] {{5 + LN2, 5, 5}}));

    @Test
    void theMeanOfProbabilities() {
        assertThat(predicted(Combination.PROBABILITIES))
                .containsExactly(
                        new double[] {(0.5 + 0.1 + 0.5) / 3, (0.25 + 0.8 + 0.25) / 3, (0.25 + 0.1 + 0.25) / 3},
                        within(1e-15));
    }

    @Test
    void theGeometricMeanOfProbabilities() {
        double first = Math.cbrt(0.5 * 0.1 * 0.5);
        double second = Math.cbrt(0.25 * 0.8 * 0.25);
        double third = Math.cbrt(0.25 * 0.1 * 0.25);
        double sum = first + second + third;

        assertThat(predicted(Combination.LOGITS))
                .containsExactly(new double[] {first / sum, second / sum, third / sum}, within(1e-15));
    }

    @Test
    void theShareOfVotes() {
        assertThat(predicted(Combination.VOTE)).containsExactly(new double[] {2 / 3.0, 1 / 3.0, 0}, within(1e-15));
    }

    @Test
    void waysOfCombiningCanDecideDifferently() {
        assertThat(Ensemble.of(MEMBERS, Combination.PROBABILITIES).classify(null))
                .containsExactly(1);
        assertThat(Ensemble.of(MEMBERS, Combination.VOTE).classify(null)).containsExactly(0);
    }

    @ParameterizedTest
    @EnumSource
    void rowsAddUpToOneWhateverTheSizeOfTheScores(Combination combination) {
        var members = List.of(
                LinearModel.saying("a", new double[][] {{1e300, -1e300, 0}, {-1e300, -1e300, -1e300}}),
                LinearModel.saying("b", new double[][] {{-1e300, 1e3, 0}, {0, 0, Double.NEGATIVE_INFINITY}}));

        DMatrixRMaj probabilities = Ensemble.of(members, combination).predict(null);

        assertThat(probabilities.get(0, 0) + probabilities.get(0, 1) + probabilities.get(0, 2))
                .isCloseTo(1, within(1e-15));
        assertThat(probabilities.get(1, 0) + probabilities.get(1, 1) + probabilities.get(1, 2))
                .isCloseTo(1, within(1e-15));
    }

    @ParameterizedTest
    @EnumSource
    void oneMemberDecidesAlone(Combination combination) {
        assertThat(Ensemble.of(MEMBERS.subList(1, 2), combination).classify(null))
                .containsExactly(1);
    }

    private static double[] predicted(Combination combination) {
        return Ensemble.of(MEMBERS, combination).predict(null).data;
    }
}
