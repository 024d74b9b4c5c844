package dev.gradwright.search.watch;

import static dev.gradwright.search.space.Range.choice;
import static dev.gradwright.search.space.Range.integer;
import static dev.gradwright.search.space.Range.logInteger;
import static dev.gradwright.search.space.Range.logUniform;
import static dev.gradwright.search.space.Range.uniform;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.monitor.Finding;
import dev.gradwright.search.space.Assignment;
import dev.gradwright.search.space.Range;
import dev.gradwright.search.space.Space;
import dev.gradwright.search.trial.Direction;
import dev.gradwright.search.trial.State;
import dev.gradwright.search.trial.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BordersTest {

    @Test
    void theBestTrialAtAnEndIsFoundOnTheScaleOfTheRange() {
        Range<Double> range = logUniform(1e-4, 1);

        // a twentieth of four decades is a factor of 1.58
        assertThat(findings(range, 0.65, 0.1)).singleElement().satisfies(finding -> {
            assertThat(finding.sentence())
                    .isEqualTo("The best trial (x 0.65) is at the high end of logUniform(1e-4, 1); there may be better"
                            + " ones outside.");
            assertThat(finding.remedy()).isEqualTo("Unless it can go no further, search logUniform(1e-4, 100).");
        });
        assertThat(findings(range, 0.6, 0.1)).isEmpty();
        assertThat(findings(range, 1.5e-4, 0.1))
                .extracting(Finding::remedy)
                .containsExactly("Unless it can go no further, search logUniform(1e-6, 1).");
    }

    @Test
    void severalOfTheTopAtAnEndAreFoundToo() {
        Range<Double> range = uniform(0, 10);

        assertThat(findings(range, 5.0, 9.9, 9.8, 4.0, 9.7))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence())
                        .startsWith("3 of the best 5 trials (x 9.9 for one) are at the high end"));
        assertThat(findings(range, 5.0, 9.9, 9.8, 4.0, 3.0, 9.7)).isEmpty();
    }

    @Test
    void integersAreAtAnEndWhereTheyAreTheEnd() {
        assertThat(findings(integer(1, 5), 5, 3))
                .extracting(Finding::remedy)
                .containsExactly("Unless it can go no further, search integer(1, 7).");
        assertThat(findings(integer(1, 5), 1, 3)).as("a count can go no lower").isEmpty();
        assertThat(findings(integer(2, 6), 2, 3))
                .as("integers above 0 stay above 0")
                .extracting(Finding::remedy)
                .containsExactly("Unless it can go no further, search integer(1, 6).");
        assertThat(findings(logInteger(16, 256), 256, 64))
                .extracting(Finding::remedy)
                .containsExactly("Unless it can go no further, search logInteger(16, 1024).");
        assertThat(findings(integer(1, 5), 4, 3)).isEmpty();
    }

    @Test
    void aLowEndOfZeroIsLookedAtOnALogScale() {
        assertThat(findings(uniform(0, 0.1), 0.001, 0.05))
                .extracting(Finding::remedy)
                .containsExactly("If it cannot be negative, look closer at small values: logUniform(1e-5, 0.1).");
    }

    @Test
    void choicesHaveNoEndsAndFewTrialsSayNothing() {
        assertThat(findings(choice("a", "b"), "a", "a")).isEmpty();
        Space space = Space.empty().with("x", uniform(0, 1));
        List<TrialRecord> few = trials(1.0, 0.5).subList(0, 9);
        assertThat(Borders.findings(space, few, Direction.MINIMIZE)).isEmpty();
    }

    private static List<Finding> findings(Range<?> range, Object... best) {
        return Borders.findings(Space.empty().with("x", range), trials(best), Direction.MINIMIZE);
    }

    /** Trials with the given values, the best first, then the last of them as often as it takes to be twelve. */
    private static List<TrialRecord> trials(Object... best) {
        List<TrialRecord> trials = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Object value = best[Math.min(i, best.length - 1)];
            trials.add(new TrialRecord(
                    i, 0, 1, Assignment.empty().with("x", value), List.of(), State.COMPLETED, i, "", 0));
        }
        return trials;
    }
}
