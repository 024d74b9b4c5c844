package dev.gradwright.search.sample;

import static dev.gradwright.search.space.Condition.when;
import static dev.gradwright.search.space.Range.choice;
import static dev.gradwright.search.space.Range.integer;
import static dev.gradwright.search.space.Range.logUniform;
import static dev.gradwright.search.space.Range.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.search.space.Assignment;
import dev.gradwright.search.space.Space;
import dev.gradwright.search.trial.Direction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplersTest {

    private static final Space SPACE = Space.empty()
            .with("rate", logUniform(1e-6, 10))
            .with("method", choice("sgd", "adam", "lion"))
            .with("momentum", uniform(0, 1), when("method", "sgd"))
            .with("units", integer(1, 8));

    static List<Sampler> samplers() {
        return List.of(Sampler.random(), Sampler.grid(3), Sampler.sobol(), Sampler.tpe());
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void aSeedGivesTheSamePointsAndAnotherOneOthers(Sampler sampler) {
        List<Assignment> points = Trials.points(sampler, SPACE, 7, 30);

        assertThat(Trials.points(sampler, SPACE, 7, 30)).isEqualTo(points);
        assertThat(Trials.points(sampler, SPACE, 8, 30)).isNotEqualTo(points);
        assertThat(points)
                .allSatisfy(point -> assertThat(point.has("momentum"))
                        .isEqualTo(point.find("method").orElseThrow().equals("sgd")));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void trialsThatAreKnownFromBeforeAreSkippedWithoutChangeToOthers(Sampler sampler) {
        Sampling all = sampler.start(SPACE, Direction.MINIMIZE, 3);
        Sampling some = sampler.start(SPACE, Direction.MINIMIZE, 3);
        for (int number = 0; number < 8; number++) {
            Assignment point = Trials.point(SPACE, all.draw(number));
            if (number % 3 == 0) {
                assertThat(Trials.point(SPACE, some.draw(number))).isEqualTo(point);
            }
        }
    }

    @Test
    void randomDrawsAreEvenOnTheScale() {
        List<Assignment> points = Trials.points(Sampler.random(), SPACE, 1, 7000);
        for (int decade = -6; decade < 1; decade++) {
            double low = Math.pow(10, decade);
            assertThat(points.stream()
                            .filter(p -> p.real("rate") >= low && p.real("rate") < 10 * low)
                            .count())
                    .isBetween(900L, 1100L);
        }
        assertThat(points.stream().filter(p -> p.has("momentum")).count()).isBetween(2150L, 2500L);
    }

    @Test
    void aGridHasEachPointOnceAndEndsIncluded() {
        Sampling sampling = Sampler.grid(3).start(SPACE, Direction.MINIMIZE, 0);
        int size = sampling.size().orElseThrow();
        Set<Assignment> points = new HashSet<>();
        IntStream.range(0, size).forEach(i -> points.add(Trials.point(SPACE, sampling.draw(i))));

        // 3 rates, 3 units; sgd with 3 momenta, two other methods
        assertThat(size).isEqualTo(3 * 3 * (3 + 2));
        assertThat(points).hasSize(size);
        assertThat(points.stream().map(p -> p.integer("units"))).containsOnly(1, 5, 8);
        assertThat(points.stream().mapToDouble(p -> p.real("rate")).min()).hasValue(1e-6);
        assertThat(points.stream().mapToDouble(p -> p.real("rate")).max()).hasValue(10);
    }

    @Test
    void aGridThatIsTooLargeOrOfNothingIsRefused() {
        Space large = Space.empty();
        for (int i = 0; i < 6; i++) {
            large = large.with("x" + i, uniform(0, 1));
        }
        Space six = large;
        assertThatThrownBy(() -> Sampler.grid(10).start(six, Direction.MINIMIZE, 0))
                .hasMessageContaining("more than 100000 points");
        assertThatThrownBy(() -> Sampler.grid(1)).hasMessageContaining("at least 2");
        assertThatThrownBy(() -> Sampler.grid(2).start(Space.empty(), Direction.MINIMIZE, 0))
                .hasMessageContaining("give the study a space");
    }

    @Test
    void theSobolSequenceIsMoreEvenThanChance() {
        Space square = Space.empty().with("x", uniform(0, 1)).with("y", uniform(0, 1));
        // of 64 points each of 8 by 8 squares has one, up to the shift, which moves a point by less than a square
        Set<Integer> sobol = squares(Trials.points(Sampler.sobol(), square, 5, 64));
        Set<Integer> random = squares(Trials.points(Sampler.random(), square, 5, 64));

        assertThat(sobol.size()).isGreaterThan(random.size());
        for (int parts = 2; parts <= 64; parts *= 2) {
            int pieces = parts;
            assertThat(Trials.points(Sampler.sobol(), square, 5, 64).stream()
                            .map(p -> (int) (p.real("x") * pieces))
                            .distinct())
                    .as("%d pieces", parts)
                    .hasSizeGreaterThanOrEqualTo(parts - 1);
        }
    }

    private static Set<Integer> squares(List<Assignment> points) {
        Set<Integer> squares = new HashSet<>();
        points.forEach(p -> squares.add((int) (8 * p.real("x")) * 8 + (int) (8 * p.real("y"))));
        return squares;
    }

    @Test
    void theSobolSequenceNeedsToKnowItsDimensions() {
        assertThatThrownBy(() -> Sampler.sobol().start(Space.empty(), Direction.MINIMIZE, 0))
                .hasMessageContaining("give the study a space");
        Draw draw = Sampler.sobol().start(SPACE, Direction.MINIMIZE, 0).draw(0);
        assertThatThrownBy(() -> draw.value("other", uniform(0, 1)))
                .hasMessageContaining("does not know the hyperparameter other");
    }

    @Test
    void fixedPointsAreGivenInOrder() {
        Space line = Space.empty().with("x", uniform(0, 1));
        List<Assignment> points =
                List.of(Assignment.empty().with("x", 0.1), Assignment.empty().with("x", 0.3));

        assertThat(Trials.points(Sampler.fixed(points), line, 0, 2)).isEqualTo(points);
        Draw draw = Sampler.fixed(points).start(line, Direction.MINIMIZE, 0).draw(0);
        assertThatThrownBy(() -> draw.value("y", uniform(0, 1))).hasMessageContaining("for y; give it one");
        assertThatThrownBy(() -> Sampler.fixed(List.of())).hasMessageContaining("at least one");
    }
}
