package dev.gradwright.benchmarks.reprojection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeedsTest {

    @Test
    void oneSweepWithTwoSeedsGivesWhatTwoSweepsGive() {
        GeneratedReprojection oneSweep = new GeneratedReprojection(Observation.sample());
        SweptReprojection twoSweeps = new SweptReprojection(Observation.sample());
        assertThat(oneSweep.valueAndGradient()).isEqualTo(twoSweeps.valueAndGradient());
        assertThat(oneSweep.gradient()).containsExactly(twoSweeps.gradient());
    }
}
