package dev.gradwright.monitor.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.Parameters;
import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.Histogram;
import dev.gradwright.monitor.Picture;
import dev.gradwright.monitor.Recorder;
import dev.gradwright.monitor.measure.FakeRun;
import dev.gradwright.monitor.measure.Memory;
import dev.gradwright.train.Hook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonitorsTest {

    private final Memory memory = new Memory();

    /** A recorder whose disk is full. */
    private static final class Full implements Recorder {
        private int calls;

        @Override
        public void scalar(String tag, long step, double value) {
            calls++;
            throw new IllegalStateException("no space left");
        }

        @Override
        public void histogram(String tag, long step, Histogram histogram) {}

        @Override
        public void picture(String tag, long step, Picture picture) {}

        @Override
        public void finding(Finding finding) {}
    }

    private static FakeRun run() {
        return new FakeRun(Parameters.builder()
                .add("w", new double[] {1}, new double[] {1})
                .build());
    }

    @Test
    void whereNobodyListensNothingIsMeasured() {
        assertThat(Monitors.standard().hooks()).isEmpty();
    }

    @Test
    void hooksAreNamedAndComeInOrder() {
        assertThat(Monitors.standard(memory).hooks().stream().map(Hook::name))
                .containsExactly(
                        "resume recorders",
                        "loss",
                        "learning rate",
                        "gradients",
                        "weights",
                        "updates",
                        "activations",
                        "metrics",
                        "times",
                        "advice",
                        "flush recorders");
        assertThat(Monitors.standard(memory).withoutAdvice().hooks().stream().map(Hook::name))
                .doesNotContain("advice");
    }

    @Test
    void findingsReachTheRecorders() {
        FakeRun run = run();
        run.loss = Double.NaN;
        Monitors.standard(memory).hooks().get(1).beforeOptimizerStep(run);
        assertThat(memory.findings).extracting(Finding::rule).containsExactly("not-finite");
    }

    @Test
    void aRecorderThatFailsCostsTheOthersNothing() {
        Full full = new Full();
        List<String> reports = new ArrayList<>();
        List<Hook> hooks = Monitors.standard(full, memory).report(reports::add).hooks();
        FakeRun run = run();
        hooks.get(1).beforeOptimizerStep(run);
        hooks.get(1).beforeOptimizerStep(run);
        assertThat(memory.scalars.get("train/loss")).hasSize(2);
        assertThat(full.calls).isEqualTo(1);
        assertThat(reports).singleElement().asString().contains("no space left");
    }

    @Test
    void recordersAreToldThatTrainingGoesOnAndFlushedAfterEachEpoch() {
        List<String> calls = new ArrayList<>();
        Recorder recorder = new Recorder() {
            @Override
            public void resume(long step) {
                calls.add("resume " + step);
            }

            @Override
            public void scalar(String tag, long step, double value) {}

            @Override
            public void histogram(String tag, long step, Histogram histogram) {}

            @Override
            public void picture(String tag, long step, Picture picture) {}

            @Override
            public void finding(Finding finding) {}

            @Override
            public void flush() throws IOException {
                calls.add("flush");
            }
        };
        List<Hook> hooks = Monitors.standard(recorder).hooks();
        FakeRun run = run();
        run.step = 12;
        hooks.forEach(hook -> hook.onTrainBegin(run));
        hooks.forEach(hook -> hook.onEpochEnd(run));
        assertThat(calls).containsExactly("resume 12", "flush");
    }

    @Test
    void aRuleThatThereIsNotCannotBeLeftOut() {
        assertThatThrownBy(() -> Monitors.standard(memory).without("loss-wobbly"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("loss-wobbly")
                .hasMessageContaining("loss-flat");
    }
}
