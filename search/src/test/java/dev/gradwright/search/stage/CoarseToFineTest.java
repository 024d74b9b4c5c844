package dev.gradwright.search.stage;

import static dev.gradwright.search.space.Condition.when;
import static dev.gradwright.search.space.Range.choice;
import static dev.gradwright.search.space.Range.integer;
import static dev.gradwright.search.space.Range.logInteger;
import static dev.gradwright.search.space.Range.logUniform;
import static dev.gradwright.search.space.Range.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradwright.search.Trial;
import dev.gradwright.search.space.Assignment;
import dev.gradwright.search.space.IntegerRange;
import dev.gradwright.search.space.RealRange;
import dev.gradwright.search.space.Space;
import dev.gradwright.search.trial.State;
import dev.gradwright.search.trial.TrialRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoarseToFineTest {

    private static final Space SPACE =
            Space.empty().with("rate", logUniform(1e-6, 10)).with("units", logInteger(4, 512));

    /** Best at a rate of 0.01 with 64 units; the more epochs, the less noise. */
    private static double train(Trial trial) {
        double decades = Math.log10(trial.real("rate")) + 2;
        double octaves = Math.log(trial.integer("units") / 64.0) / Math.log(2);
        double noise = trial.random().nextDouble() / trial.epochs();
        return decades * decades + 0.1 * octaves * octaves + noise;
    }

    private static CoarseToFine search() {
        return CoarseToFine.minimize("loss", SPACE).seed(3).stages(Stage.recipe(20));
    }

    @Test
    void stagesTrainLongerInSmallerRangesAroundTheBest() throws IOException {
        StagedResult result = search().run(CoarseToFineTest::train);

        assertThat(result.stages()).extracting(stage -> stage.stage().epochs()).containsExactly(1, 5, 20);
        assertThat(result.stages())
                .extracting(stage -> stage.study().trials().size())
                .containsExactly(60, 24, 12);
        double before = 7;
        for (StageResult stage : result.stages()) {
            RealRange rate =
                    (RealRange) stage.space().find("rate").orElseThrow().range();
            double decades = Math.log10(rate.high() / rate.low());
            assertThat(decades).isLessThanOrEqualTo(before);
            assertThat(rate.contains(0.01)).isTrue();
            before = 0.9 * decades;
        }
        assertThat(result.winner().real("rate")).isBetween(0.003, 0.03);
        assertThat(result.noise().orElseThrow().candidates())
                .hasSize(3)
                .allSatisfy(
                        candidate -> assertThat(candidate.values()).hasSize(5).doesNotHaveDuplicates());
    }

    @Test
    void aSearchThatIsStoppedGoesOnWhereItWas(@TempDir Path folder) throws IOException {
        StagedResult whole = search().run(CoarseToFineTest::train);
        AtomicInteger runs = new AtomicInteger();
        int interruptions = 0;
        StagedResult result;
        while (true) {
            int last = runs.get() + 30;
            result = search().folder(folder).workers(2).run(trial -> {
                if (runs.incrementAndGet() > last) {
                    throw new InterruptedException();
                }
                return train(trial);
            });
            if (result.noise().isPresent()) {
                break;
            }
            Thread.interrupted();
            StagedResult broken = result;
            assertThatThrownBy(broken::winner).hasMessageContaining("run it again with the same folder");
            interruptions++;
        }

        assertThat(interruptions).isGreaterThanOrEqualTo(3);
        assertThat(result.winner()).isEqualTo(whole.winner());
        assertThat(result.noise()).isEqualTo(whole.noise());
        assertThat(result.stages())
                .extracting(StageResult::space)
                .usingElementComparator((a, b) -> a.toString().compareTo(b.toString()))
                .isEqualTo(whole.stages().stream().map(StageResult::space).toList());
    }

    @Test
    void rangesAreNarrowedOnTheirScalesAndNotTooMuch() {
        Space space = Space.empty()
                .with("wide", logUniform(1e-6, 1))
                .with("close", uniform(0, 10))
                .with("edge", uniform(0, 1))
                .with("steps", integer(0, 100, 10))
                .with("method", choice("sgd", "adam", "lion"))
                .with("momentum", uniform(0, 1), when("method", "sgd"))
                .with("shape", choice("a", "b", "c"));
        List<TrialRecord> good = List.of(
                trial(Assignment.empty()
                        .with("wide", 1e-4)
                        .with("close", 5.0)
                        .with("edge", 0.99)
                        .with("steps", 20)
                        .with("method", "adam")
                        .with("shape", "c")),
                trial(Assignment.empty()
                        .with("wide", 1e-2)
                        .with("close", 5.1)
                        .with("edge", 0.98)
                        .with("steps", 50)
                        .with("method", "adam")
                        .with("shape", "a")));

        Space narrow = Narrowing.around(good, space);

        RealRange wide = (RealRange) narrow.find("wide").orElseThrow().range();
        assertThat(Math.log10(wide.low())).isCloseTo(-4.2, within(1e-9));
        assertThat(Math.log10(wide.high())).isCloseTo(-1.8, within(1e-9));
        RealRange close = (RealRange) narrow.find("close").orElseThrow().range();
        assertThat(close.high() - close.low()).isCloseTo(3, within(1e-9));
        RealRange edge = (RealRange) narrow.find("edge").orElseThrow().range();
        assertThat(edge.high()).isEqualTo(1);
        IntegerRange steps = (IntegerRange) narrow.find("steps").orElseThrow().range();
        assertThat(steps.low()).isBetween(0, 20);
        assertThat(steps.high()).isBetween(50, 60);
        assertThat(narrow.find("method").orElseThrow().range()).isEqualTo(choice("sgd", "adam", "lion"));
        assertThat(narrow.find("momentum").orElseThrow().range()).isEqualTo(uniform(0, 1));
        assertThat(narrow.find("shape").orElseThrow().range()).isEqualTo(choice("a", "c"));
    }

    private static TrialRecord trial(Assignment point) {
        return new TrialRecord(0, 0, 1, point, List.of(), State.COMPLETED, 0, "", 0);
    }

    @Test
    void aStageInWhichNothingIsCompletedEndsTheSearchWithTheReason() {
        assertThatThrownBy(() -> search().run(trial -> Double.NaN))
                .hasMessage("no trial of stage 1 was completed; the last: loss is NaN");
    }

    @Test
    void stagesThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> search().stages(List.of(new Stage(5, 10), new Stage(1, 10))))
                .hasMessageContaining("put the coarse stages first");
        assertThatThrownBy(() -> search().stages(List.of())).hasMessageContaining("give at least one");
        assertThatThrownBy(() -> new Stage(0, 1)).hasMessageContaining("at least 1 of each");
        assertThatThrownBy(() -> Stage.recipe(3)).hasMessageContaining("at least the 5");
        assertThatThrownBy(() -> search().repeat(0, 5)).hasMessageContaining("at least 1 of both");
        assertThatThrownBy(() -> CoarseToFine.minimize("loss", Space.empty())).hasMessageContaining("empty space");
    }
}
