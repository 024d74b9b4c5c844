package dev.gradwright.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.ensemble.Evaluation;
import dev.gradwright.search.stage.Stage;
import dev.gradwright.search.stage.StagedResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DigitsSearchTest {

    private static final List<Stage> STAGES = List.of(new Stage(1, 16), new Stage(3, 6));

    private final Digits.Split digits = Digits.load().split(0.2, 1).train().split(0.2, 1);

    @Test
    void anInterruptedSearchGoesOnAndFindsTheSame() throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "search");
        DigitsSearch whole = new DigitsSearch(digits, STAGES, folder.resolve("whole"));
        StagedResult expected = whole.run(whole.search().seed(3).repeat(2, 2));

        DigitsSearch broken = new DigitsSearch(digits, STAGES, folder.resolve("broken"));
        AtomicInteger trials = new AtomicInteger();
        StagedResult first = broken.search().seed(3).repeat(2, 2).run(DigitsSearch.Hyper.class, (hyper, trial) -> {
            if (trials.incrementAndGet() > 19) {
                throw new InterruptedException();
            }
            return broken.train(hyper, trial);
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(first.noise()).isEmpty();
        assertThat(first.stages()).hasSize(2);
        StagedResult result = broken.run(broken.search().seed(3).repeat(2, 2).workers(2));

        assertThat(result.winner()).isEqualTo(expected.winner());
        assertThat(result.noise()).isEqualTo(expected.noise());
        assertThat(result.noise().orElseThrow().winner().mean()).isLessThan(0.8);
        Path page = folder.resolve("search.html");
        broken.savePage(result, page);
        assertThat(page).content().contains("Stage 2: epochs 3", "With other seeds");
    }

    @Test
    void theBestFiveAskedAsOneAreBetterThanTheBestOfThem() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "ensemble");
        Digits.Split all = Digits.load().split(0.2, 42);
        DigitsSearch search = new DigitsSearch(all.train().split(0.2, 42), Stage.recipe(25), folder);
        StagedResult result = search.run(search.search().seed(42).workers(2));

        Evaluation evaluation = search.ensemble(result, 5, 42)
                .evaluate(all.test().images(), all.test().labels());

        assertThat(evaluation.members()).hasSize(5);
        assertThat(evaluation.ensemble().accuracy()).isGreaterThan(evaluation.bestAccuracy());
    }
}
