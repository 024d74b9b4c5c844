package dev.gradwright.minimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradwright.Parameters;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** A line fitted to data, as a model with two parameters. */
class ModelObjectiveTest {

    private static final double[] X = {0, 1, 2, 3, 4, 5};
    private static final double[] Y = {1, 2.9, 5.1, 7, 9.2, 10.8};

    private final DMatrixRMaj slope = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj slopeGradient = new DMatrixRMaj(1, 1);
    private final double[] offset = {0.5};
    private final double[] offsetGradient = {99};
    private final Parameters parameters = Parameters.builder()
            .add("slope", slope, slopeGradient)
            .add("offset", offset, offsetGradient)
            .build();

    /** The squared errors of some of the data; adds to the gradients, as generated ones do. */
    private double loss(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            double r = slope.get(0) * X[i] + offset[0] - Y[i];
            sum += r * r;
            slopeGradient.data[0] += 2 * r * X[i];
            offsetGradient[0] += 2 * r;
        }
        return sum;
    }

    @Test
    void aModelIsFittedOnTheWholeBatch() {
        ModelObjective objective = ModelObjective.of(parameters, () -> loss(0, 6));
        Minimum minimum = Lbfgs.withDefaults().minimize(objective, objective.start());
        objective.accept(minimum);
        assertThat(slope.get(0)).isCloseTo(34.9 / 17.5, within(1e-9));
        assertThat(offset[0]).isCloseTo(6 - 2.5 * 34.9 / 17.5, within(1e-9));
    }

    @Test
    void batchesGiveTheSumAndTheSameBitsEveryTime() {
        ModelObjective whole = ModelObjective.of(parameters, () -> loss(0, 6));
        ModelObjective batches = ModelObjective.overBatches(parameters, 3, batch -> loss(2 * batch, 2 * batch + 2));
        double[] first = new double[2];
        double[] second = new double[2];
        double[] point = {0.3, 0.7};
        double value = batches.valueAndGradient(point, first);
        assertThat(batches.valueAndGradient(point, second)).isEqualTo(value);
        assertThat(second).containsExactly(first);
        assertThat(whole.valueAndGradient(point, second)).isCloseTo(value, within(1e-12));
        assertThat(second).containsExactly(first, within(1e-12));
    }

    @Test
    void theStartIsTheModelAsItIs() {
        slope.set(0, 4);
        assertThat(ModelObjective.of(parameters, () -> 0).start()).containsExactly(4, 0.5);
    }

    @Test
    void refusesAModelThatWasReshapedAndNoBatches() {
        ModelObjective objective = ModelObjective.of(parameters, () -> loss(0, 6));
        slope.reshape(2, 2);
        assertThatThrownBy(() -> objective.valueAndGradient(new double[2], new double[2]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("slope (1x1) is now 2x2;");
        assertThatThrownBy(() -> ModelObjective.overBatches(parameters, 0, batch -> 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an objective over 0 batches is empty; use 1 or more");
    }
}
