package dev.gradwright.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsTest {

    @Test
    void weightsStayAsTheyWereWhenTheModelLearns() {
        LinearModel model = new LinearModel(new double[][] {{1, 2}});
        Weights weights = Weights.of(model.parameters());

        model.weight.set(0, 0, 7);
        weights.copyTo(model.parameters());

        assertThat(model.weight.data).containsExactly(1, 2);
    }

    @Test
    void theMeanIsTakenNumberByNumber() {
        LinearModel model = new LinearModel(new double[][] {{0, 0}});

        Weights.mean(List.of(weights(1, 10), weights(2, 20), weights(6, 0))).copyTo(model.parameters());

        assertThat(model.weight.data).containsExactly(3, 10);
    }

    @Test
    void theMeanOfLargeNumbersDoesNotOverflow() {
        LinearModel model = new LinearModel(new double[][] {{0, 0}});

        Weights.mean(List.of(weights(1.5e308, 1), weights(1.5e308, 1))).copyTo(model.parameters());

        assertThat(model.weight.data).containsExactly(1.5e308, 1);
    }

    @Test
    void noWeightsHaveNoMean() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.mean(List.of()))
                .withMessage("no weights have no mean; give at least one");
    }

    @Test
    void weightsOfAnotherModelAreRefusedAndChangeNothing() {
        LinearModel model = new LinearModel(new double[][] {{1}, {2}});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> weights(3, 4).copyTo(model.parameters()))
                .withMessage("these weights are of {weight=1x2}, but the model has {weight=2x1}; use the same model");
        assertThat(model.weight.data).containsExactly(1, 2);
    }

    private static Weights weights(double first, double second) {
        return Weights.of(new LinearModel(new double[][] {{first, second}}).parameters());
    }
}
