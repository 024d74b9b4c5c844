package dev.gradwright.search.sample;

import static dev.gradwright.search.space.Range.choice;
import static dev.gradwright.search.space.Range.logInteger;
import static dev.gradwright.search.space.Range.logUniform;
import static dev.gradwright.search.space.Range.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradwright.search.space.Assignment;
import dev.gradwright.search.space.Space;
import dev.gradwright.search.trial.Direction;
import dev.gradwright.search.trial.Report;
import dev.gradwright.search.trial.State;
import dev.gradwright.search.trial.TrialRecord;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TpeTest {

    private static final Space SPACE = Space.empty()
            .with("rate", logUniform(1e-6, 10))
            .with("units", logInteger(8, 1024))
            .with("method", choice("sgd", "adam", "lion"));

    private static double cost(Assignment point) {
        double decades = Math.log10(point.real("rate") / 3e-3);
        double octaves = Math.log(point.integer("units") / 100.0) / Math.log(2);
        return decades * decades
                + 0.1 * octaves * octaves
                + (point.find("method").orElseThrow().equals("adam") ? 0 : 1);
    }

    @Test
    void trialsGatherWhereTheGoodOnesAre() {
        List<TrialRecord> trials = Trials.run(Sampler.tpe(), SPACE, 11, 100, TpeTest::cost);
        List<TrialRecord> late = trials.subList(50, 100);

        assertThat(late.stream()
                        .filter(t -> t.point().find("method").orElseThrow().equals("adam"))
                        .count())
                .isGreaterThan(35);
        assertThat(late.stream()
                        .filter(t -> Math.abs(Math.log10(t.point().real("rate") / 3e-3)) < 1)
                        .count())
                .as("of 14 expected by chance")
                .isGreaterThan(30);
        assertThat(trials.stream().mapToDouble(TrialRecord::value).min().orElseThrow())
                .isLessThan(0.02);
    }

    @Test
    void theFirstTrialsAreRandom() {
        assertThat(Trials.run(new Tpe(12, 24), SPACE, 4, 12, TpeTest::cost).stream()
                        .map(TrialRecord::point))
                .isEqualTo(Trials.points(Sampler.random(), SPACE, 4, 12));
    }

    @Test
    void aDensityIsOneTogetherAndDrawsFollowIt() {
        ParzenDensity density = new ParzenDensity(new double[] {0.1, 0.15, 0.2, 0.22, 0.9}, OptionalInt.empty());
        int bins = 20;
        double[] drawn = new double[bins];
        SplittableRandom random = new SplittableRandom(3);
        int draws = 200_000;
        for (int i = 0; i < draws; i++) {
            drawn[(int) Math.min(bins - 1, density.draw(random) * bins)] += 1.0 / draws;
        }
        double sum = 0;
        for (int bin = 0; bin < bins; bin++) {
            int first = bin * 500;
            double mass = IntStream.range(first, first + 500)
                    .mapToDouble(i -> density.at((i + 0.5) / (500.0 * bins)) / (500.0 * bins))
                    .sum();
            assertThat(drawn[bin]).isCloseTo(mass, within(0.005));
            sum += mass;
        }
        assertThat(sum).isCloseTo(1, within(1e-5));
    }

    @Test
    void weightsOfOldTrialsRiseToThoseOfNewOnes() {
        double[] weights = Density.weights(30);

        assertThat(weights).hasSize(31);
        assertThat(IntStream.range(0, 31).mapToDouble(i -> weights[i]).sum()).isCloseTo(1, within(1e-12));
        assertThat(weights[0] / weights[30]).isCloseTo(1 / 30.0, within(1e-12));
        assertThat(weights[4]).isCloseTo(weights[30], within(1e-12));
        assertThat(weights[2]).isBetween(weights[1], weights[3]);
    }

    @Test
    void prunedTrialsAreWorseThanCompletedOnesDivergedOnesWorseStillAndFailedOnesNothing() {
        Space line = Space.empty().with("x", uniform(0, 1));
        Sampling sampling = new Tpe(2, 200).start(line, Direction.MINIMIZE, 0);
        int number = 0;
        for (int i = 0; i < 20; i++) {
            double x = i / 20.0;
            State state =
                    x < 0.25 ? State.FAILED : x < 0.5 ? State.DIVERGED : x < 0.75 ? State.PRUNED : State.COMPLETED;
            double value = state == State.COMPLETED || state == State.PRUNED ? 1 - x : Double.NaN;
            sampling.learn(new TrialRecord(
                    number++,
                    0,
                    1,
                    Assignment.empty().with("x", x),
                    List.of(new Report(1, value)),
                    state,
                    value,
                    "",
                    0));
        }

        double mean = IntStream.range(20, 120)
                .mapToDouble(i -> sampling.draw(i).value("x", uniform(0, 1)))
                .average()
                .orElseThrow();
        assertThat(mean).isGreaterThan(0.75);
    }

    @Test
    void choicesReadFromAJournalAsTextsAreLearnedFrom() {
        enum Method {
            SGD,
            ADAM
        }
        Sampling fromTexts = new Tpe(2, 24).start(Space.empty(), Direction.MINIMIZE, 0);
        Sampling fromValues = new Tpe(2, 24).start(Space.empty(), Direction.MINIMIZE, 0);
        for (int i = 0; i < 10; i++) {
            Method method = Method.values()[i % 2];
            fromTexts.learn(trial(i, method.toString()));
            fromValues.learn(trial(i, method));
        }
        for (int i = 10; i < 40; i++) {
            assertThat(fromTexts.draw(i).value("method", choice(Method.values())))
                    .isEqualTo(fromValues.draw(i).value("method", choice(Method.values())));
        }
    }

    private static TrialRecord trial(int number, Object method) {
        return new TrialRecord(
                number, 0, 1, Assignment.empty().with("method", method), List.of(), State.COMPLETED, number % 2, "", 0);
    }

    @Test
    void badSettingsAreRefused() {
        assertThatThrownBy(() -> new Tpe(1, 24)).hasMessageContaining("use at least 2 and 1");
    }
}
