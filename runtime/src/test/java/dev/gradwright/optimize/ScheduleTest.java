package dev.gradwright.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    @Test
    void aConstantIsTheSameAtEveryStep() {
        Schedule constant = Schedule.constant(0.3);
        assertThat(constant.at(0)).isEqualTo(0.3);
        assertThat(constant.at(Long.MAX_VALUE)).isEqualTo(0.3);
        assertThat(constant).hasToString("0.3");
    }

    @Test
    void stepDecayFollowsTheReference() {
        Schedule schedule = Schedule.stepDecay(0.1, 3, 0.5);
        List<String[]> rows = Reference.rows("step-decay.csv");
        assertThat(rows).hasSize(12);
        for (String[] row : rows) {
            assertThat(schedule.at(Long.parseLong(row[0]))).isCloseTo(Double.parseDouble(row[1]), within(1e-12));
        }
        assertThat(schedule).hasToString("0.1 times 0.5 every 3 steps");
    }

    @Test
    void stepDecayDoesNotDependOnTheOrderOfQuestions() {
        Schedule schedule = Schedule.stepDecay(1, 2, 0.5);
        assertThat(schedule.at(5)).isEqualTo(0.25);
        assertThat(schedule.at(0)).isEqualTo(1);
        assertThat(schedule.at(5)).isEqualTo(0.25);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -3})
    void stepDecayRefusesAStepSizeThatIsNotPositive(long stepSize) {
        assertThatThrownBy(() -> Schedule.stepDecay(0.1, stepSize, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the step size of a step decay is " + stepSize + "; use a number of steps of 1 or more");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, 1.5, Double.NaN})
    void stepDecayRefusesAFactorOutsideItsRange(double factor) {
        assertThatThrownBy(() -> Schedule.stepDecay(0.1, 3, factor))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the factor of a step decay is " + factor + "; use a number more than 0 and at most 1");
    }

    @Test
    void stepDecayRefusesAnInitialValueThatIsNotFinite() {
        assertThatThrownBy(() -> Schedule.stepDecay(Double.NaN, 3, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the initial value of a step decay is NaN; use a finite number");
    }
}
