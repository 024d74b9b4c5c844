package dev.gradwright.search.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradwright.search.space.Assignment;
import dev.gradwright.search.trial.Direction;
import dev.gradwright.search.watch.SeedNoise.Candidate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedNoiseTest {

    private static final Candidate FIRST = candidate("a", 27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6);
    private static final Candidate SECOND = candidate("b", 27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2);

    /** From scipy.stats.ttest_ind(a, b, equal_var=False): statistic -2.035661877068064, p-value 0.059253737007745146. */
    @Test
    void theProbabilityIsThatOfWelchsTest() {
        SeedNoise noise = SeedNoise.of(List.of(SECOND, FIRST), Direction.MINIMIZE);

        assertThat(noise.winner()).isEqualTo(FIRST);
        assertThat(noise.pValue()).isCloseTo(0.059253737007745146, within(1e-9));
        assertThat(noise.isLargerThanNoise()).isFalse();
        assertThat(noise.sentence())
                .contains("the winner has a mean of 20.75 and a deviation of 3.3 over 10 seeds")
                .endsWith("the difference is not larger than the noise (Welch's t-test, p = 0.059): take either");
    }

    @Test
    void aLargeDifferenceIsLargerThanTheNoise() {
        SeedNoise noise = SeedNoise.of(
                List.of(candidate("a", 0.90, 0.91, 0.92), candidate("b", 0.96, 0.95, 0.97)), Direction.MAXIMIZE);

        assertThat(noise.winner().point().find("name")).contains("b");
        assertThat(noise.isLargerThanNoise()).isTrue();
        assertThat(noise.sentence()).contains("the difference is larger than the noise");
    }

    @Test
    void resultsWithoutNoiseAreTold() {
        assertThat(SeedNoise.of(List.of(candidate("a", 1, 1), candidate("b", 2, 2)), Direction.MINIMIZE)
                        .pValue())
                .isZero();
        assertThat(SeedNoise.of(List.of(candidate("a", 1, 1), candidate("b", 1, 1)), Direction.MINIMIZE)
                        .pValue())
                .isOne();
    }

    @Test
    void oneSeedTellsNothing() {
        SeedNoise noise = SeedNoise.of(List.of(candidate("a", 1), candidate("b", 2)), Direction.MINIMIZE);

        assertThat(noise.pValue()).isNaN();
        assertThat(noise.isLargerThanNoise()).isFalse();
        assertThat(noise.sentence()).contains("one seed each does not tell");
        assertThatThrownBy(() -> SeedNoise.of(List.of(), Direction.MINIMIZE))
                .hasMessageContaining("at least one point");
    }

    private static Candidate candidate(String name, double... values) {
        return new Candidate(
                Assignment.empty().with("name", name),
                Arrays.stream(values).boxed().toList());
    }
}
