package dev.gradwright.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.Gradient;
import dev.gradwright.Parameters;
import dev.gradwright.optimize.Optimizer;
import dev.gradwright.search.prune.MedianPruner;
import dev.gradwright.search.trial.Report;
import dev.gradwright.search.trial.State;
import dev.gradwright.search.trial.TrialRecord;
import dev.gradwright.train.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ReportingHookTest {

    @Test
    void theMetricIsReportedAfterEachEpochUntilTheTrialIsPruned() throws IOException {
        try (Study study = Study.minimize("validation loss")
                .pruner(new MedianPruner(1, 1))
                .lag(1)
                .trials(2)
                .open()) {
            List<Integer> epochs = new ArrayList<>();
            StudyResult result = study.run(trial -> {
                FakeRun run = new FakeRun();
                ReportingHook hook = new ReportingHook(trial, "validation loss");
                while (run.stopped == null && run.epoch < 4) {
                    run.epoch++;
                    run.metrics = Map.of("validation loss", 1.0 / run.epoch + trial.number());
                    hook.onBatchEnd(run);
                    hook.onEpochEnd(run);
                }
                epochs.add(run.epoch);
                return run.metrics.get("validation loss");
            });

            assertThat(epochs).containsExactly(4, 2);
            assertThat(result.trials()).extracting(TrialRecord::state).containsExactly(State.COMPLETED, State.PRUNED);
            assertThat(result.trials().get(1).reports()).containsExactly(new Report(1, 2), new Report(2, 1.5));
        }
    }

    @Test
    void aLossThatIsNoNumberStopsTheTrainingAfterTheBatch() throws IOException {
        FakeRun run = new FakeRun();
        run.epoch = 3;
        run.loss = Double.NaN;
        TrialRecord trial = only(run, hook -> hook.onBatchEnd(run));

        assertThat(run.stopped).isEqualTo("the loss is NaN in batch 7 of epoch 3");
        assertThat(trial.state()).isEqualTo(State.DIVERGED);
        assertThat(trial.reason()).isEqualTo(run.stopped);
    }

    @Test
    void aMetricThatIsMissingFailsTheTrialAndNamesThoseThatAreThere() throws IOException {
        FakeRun run = new FakeRun();
        run.epoch = 1;
        run.metrics = Map.of("loss", 1.0);
        TrialRecord trial = only(run, hook -> hook.onEpochEnd(run));

        assertThat(trial.state()).isEqualTo(State.FAILED);
        assertThat(trial.reason()).isEqualTo("the training has no metric \"validation loss\", only [loss]");
        assertThat(run.stopped).isEqualTo(trial.reason());
    }

    private static TrialRecord only(FakeRun run, Consumer<ReportingHook> moment) throws IOException {
        try (Study study = Study.minimize("validation loss").trials(1).open()) {
            return study.run(trial -> {
                        moment.accept(new ReportingHook(trial, "validation loss"));
                        return 1;
                    })
                    .trials()
                    .get(0);
        }
    }

    /** A run of which only what the hook reads is there. */
    private static final class FakeRun implements Run {

        private int epoch;
        private double loss = 1;
        private Map<String, Double> metrics = Map.of();
        private String stopped;

        @Override
        public long step() {
            return 0;
        }

        @Override
        public int epoch() {
            return epoch;
        }

        @Override
        public int epochs() {
            return 4;
        }

        @Override
        public int batch() {
            return 7;
        }

        @Override
        public int batches() {
            return 10;
        }

        @Override
        public int batchSize() {
            return 1;
        }

        @Override
        public double loss() {
            return loss;
        }

        @Override
        public double penalty() {
            return 0;
        }

        @Override
        public double learningRate() {
            return Double.NaN;
        }

        @Override
        public Map<String, Double> metrics() {
            return metrics;
        }

        @Override
        public Gradient gradient() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Parameters parameters() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optimizer optimizer() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void stop(String sentence) {
            stopped = sentence;
        }
    }
}
