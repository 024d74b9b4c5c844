package dev.gradwright.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void allMethodsBeginTogetherAndTheBatchMustStayForLbfgs() {
        Digits digits = Digits.load().split(0.8, 1).train();
        List<Curves> runs = new Comparison(digits, 12, 40, 7).run();
        assertThat(runs.stream().mapToDouble(Curves::first).distinct()).hasSize(1);
        assertThat(runs.stream().map(Curves::passes))
                .allSatisfy(passes -> assertThat(passes).isBetween(39.0, 60.0));
        Curves lbfgs = runs.get(2);
        assertThat(lbfgs.last()).isLessThan(0.1 * lbfgs.first());
        assertThat(runs.get(3).last()).as("on changing batches").isGreaterThan(2 * lbfgs.last());
        assertThat(Comparison.draw(runs).getHeight()).isEqualTo(960);
    }
}
