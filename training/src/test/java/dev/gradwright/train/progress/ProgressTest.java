package dev.gradwright.train.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.optimize.Optimizer;
import dev.gradwright.optimize.Optimizers;
import dev.gradwright.train.Hook;
import dev.gradwright.train.Trainer;
import dev.gradwright.train.TrainingResult;
import dev.gradwright.train.model.Clouds;
import dev.gradwright.train.model.SmallNet;
import dev.gradwright.train.model.SmallNetGradient;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static TrainingResult train(Hook hook) {
        SmallNet net = new SmallNet(3, 5, 3, 9);
        return Trainer.of(
                        Clouds.of(40, 3, 3, 0.5, 1),
                        () -> SmallNetGradient.of(net),
                        (gradient, batch) -> gradient.lossValueAndGradient(batch.inputs(), batch.labels()))
                .optimizer(parameters -> new Optimizer(parameters, Optimizers.adam(0.01)))
                .batch(10)
                .epochs(3)
                .hook(hook)
                .run();
    }

    @Test
    void linesHaveResultsRateAndRemainingTime() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        AtomicLong clock = new AtomicLong();
        TrainingResult result =
                train(new ProgressLines(new PrintStream(printed), () -> clock.getAndAdd(40_000_000_000L)));

        assertThat(result.failures()).isEmpty();
        assertThat(printed.toString().lines())
                .hasSize(4)
                .first()
                .asString()
                .matches("epoch 1/3: loss 1\\.\\d+; 0 steps/s, 0:01:20 left");
        assertThat(printed.toString()).contains("epoch 3/3", "0:00:00 left", "all 3 epochs are done");
    }

    @Test
    void barGoesOverAllStepsAndEnds() {
        List<String> drawn = new ArrayList<>();
        TrainingResult result = train(new ProgressBarHook(
                new ProgressBarBuilder().setConsumer(new DelegatingProgressBarConsumer(drawn::add, 120))));

        assertThat(result.failures()).isEmpty();
        assertThat(drawn.get(drawn.size() - 1)).contains("training", "100%", "12/12 steps", "epoch 3/3, loss");
    }

    @Test
    void withoutATerminalThereAreLines() {
        assertThat(Progress.onConsole()).isInstanceOf(ProgressLines.class); // tests have none
        assertThat(Progress.bar()).isInstanceOf(ProgressBarHook.class);
    }
}
