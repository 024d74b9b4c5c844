package dev.gradwright.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private final Selection<String> selection = new Selection<>(8);

    @Test
    void theLatestIsAlwaysThereAndTheEarlierAreSpreadEvenly() {
        for (int step = 0; step <= 1000; step++) {
            selection.add(step, "thing " + step, step + 1);
            assertThat(selection.items()).hasSizeLessThanOrEqualTo(8);
            assertThat(steps()).endsWith((long) step).startsWith(0L);
        }
        assertThat(steps()).containsExactly(0L, 256L, 512L, 768L, 1000L);
    }

    @Test
    void thingsOfStepsThatAreTakenAgainAreForgotten() {
        selection.add(1, "a", 1);
        selection.add(5, "b", 2);
        selection.forgetAfter(4);

        assertThat(steps()).containsExactly(1L);
        assertThat(selection.isNewerThan(0)).isTrue();
        assertThat(selection.isNewerThan(1)).isFalse();
    }

    private List<Long> steps() {
        return selection.items().stream().map(Selection.Item::step).toList();
    }
}
