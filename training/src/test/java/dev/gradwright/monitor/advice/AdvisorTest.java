package dev.gradwright.monitor.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.monitor.Finding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdvisorTest {

    private static final String TAG = "gap/accuracy";

    private final List<Finding> findings = new ArrayList<>();
    private final Advisor advisor = new Advisor(List.of(new Overfitting(), new NotFinite()), findings::add);

    private static void gaps(Advisor advisor, double... gaps) {
        for (int i = 0; i < gaps.length; i++) {
            advisor.scalar(TAG, i, gaps[i]);
        }
    }

    @Test
    void aFindingIsReportedOnceItHasLastedAndNotAgainWhileItLasts() {
        gaps(advisor, 0.2);
        assertThat(findings).isEmpty();
        gaps(advisor, 0.2, 0.3, 0.2, 0.4);
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).value()).isEqualTo(0.2);
        assertThat(findings.get(0).threshold()).isEqualTo(0.1);
    }

    @Test
    void whatComesAndGoesIsNotReportedEachTime() {
        gaps(advisor, 0.2, 0.2, 0, 0.2, 0, 0, 0, 0.2, 0.2, 0, 0.2, 0.2);
        assertThat(findings).hasSize(1);
    }

    @Test
    void whatWasAwayForLongIsReportedAgain() {
        gaps(advisor, 0.2, 0.2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.2, 0.2);
        assertThat(findings).hasSize(2);
    }

    @Test
    void onlyTheFirstPlaceWhereNumbersBreakDownIsReported() {
        advisor.scalar("gradient/w", 7, Double.NaN);
        advisor.scalar("train/loss", 7, Double.POSITIVE_INFINITY);
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).subject()).isEqualTo("gradient/w");
        assertThat(findings.get(0).severity()).isEqualTo(Finding.Severity.ERROR);
    }

    @Test
    void afterACheckpointItNeitherForgetsNorRepeats() {
        gaps(advisor, 0.2, 0.2);
        Advisor resumed = new Advisor(List.of(new NotFinite(), new Overfitting()), findings::add);
        resumed.restoreState(advisor.saveState());
        gaps(resumed, 0.2, 0.2);
        assertThat(findings).hasSize(1);
        Advisor half = new Advisor(List.of(new Overfitting()), findings::add);
        gaps(half, 0.2);
        Advisor rest = new Advisor(List.of(new Overfitting()), findings::add);
        rest.restoreState(half.saveState());
        gaps(rest, 0.2);
        assertThat(findings).hasSize(2);
    }

    @Test
    void twoRulesOfOneNameAreRefused() {
        assertThatThrownBy(() -> new Advisor(List.of(new Overfitting(), new Overfitting(0.5)), findings::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("overfitting");
    }
}
