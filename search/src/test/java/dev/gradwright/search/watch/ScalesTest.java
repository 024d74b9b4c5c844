package dev.gradwright.search.watch;

import static dev.gradwright.search.space.Range.logUniform;
import static dev.gradwright.search.space.Range.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gradwright.monitor.Finding;
import dev.gradwright.search.space.Space;
import org.junit.jupiter.api.Test;

class ScalesTest {

    @Test
    void aLinearRangeOfARateOverManyDecadesIsFoundWithALogRangeToPaste() {
        Space space = Space.empty()
                .with("learningRate", uniform(1e-6, 10))
                .with("weight_decay", uniform(0, 0.1))
                .with("l2", uniform(1e-4, 1));

        assertThat(Scales.findings(space))
                .extracting(Finding::subject, Finding::remedy)
                .containsExactly(
                        tuple("learningRate", "Use logUniform(1e-6, 10)."),
                        tuple("weight_decay", "Use logUniform(1e-5, 0.1)."),
                        tuple("l2", "Use logUniform(1e-4, 1)."));
    }

    @Test
    void shortRangesLogRangesAndWhatAddsUpAreLeftAlone() {
        Space space = Space.empty()
                .with("learningRate", uniform(0.01, 1))
                .with("regularization", logUniform(1e-6, 10))
                .with("dropoutRate", uniform(0, 0.9))
                .with("momentum", uniform(0, 0.99))
                .with("temperature", uniform(1e-3, 100));

        assertThat(Scales.findings(space)).isEmpty();
    }
}
