package dev.gradwright.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.Parameters;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class OptimizerTest {

    private final DMatrixRMaj weight = new DMatrixRMaj(new double[][] {{1, 2, 3}, {4, 5, 6}});
    private final DMatrixRMaj weightGradient = new DMatrixRMaj(2, 3);
    private final double[] bias = {1, 2};
    private final double[] biasGradient = new double[2];
    private final double[][] table = {{1}, {2, 3}};
    private final double[][] tableGradient = {{0}, {0, 0}};
    private final Parameters parameters = Parameters.builder()
            .add("weight", weight, weightGradient)
            .add("bias", bias, biasGradient)
            .add("table", table, tableGradient)
            .build();

    @Test
    void changesEveryParameterByItsOwnGradient() {
        weightGradient.set(1, 2, 1);
        biasGradient[0] = 2;
        tableGradient[1][1] = 3;
        new Optimizer(parameters, Sgd.plain(1)).step();
        assertThat(weight.data).containsExactly(1, 2, 3, 4, 5, 5);
        assertThat(bias).containsExactly(-1, 2);
        assertThat(table[0]).containsExactly(1);
        assertThat(table[1]).containsExactly(2, 0);
    }

    @Test
    void weightDecayReachesEveryParameter() {
        biasGradient[0] = 1;
        Optimizer optimizer = new Optimizer(parameters, Chain.of(WeightDecay.of(0.5), LearningRate.of(1)));
        optimizer.step();
        assertThat(weight.data).containsExactly(0.5, 1, 1.5, 2, 2.5, 3);
        assertThat(bias).containsExactly(-0.5, 1);
        assertThat(table[1]).containsExactly(1, 1.5);
    }

    @Test
    void leavesNumbersBehindTheEndOfAMatrixAlone() {
        weight.reshape(1, 3);
        weightGradient.reshape(1, 3);
        weightGradient.data[4] = Double.NaN;
        weightGradient.data[0] = 1;
        Parameters part =
                Parameters.builder().add("weight", weight, weightGradient).build();
        new Optimizer(part, Chain.of(WeightDecay.of(1), LearningRate.of(1))).step();
        assertThat(weight.data).containsExactly(-1, 0, 0, 4, 5, 6);
    }

    @Test
    void leavesGradientsAsTheyAre() {
        biasGradient[1] = 0.5;
        Optimizer optimizer = new Optimizer(parameters, Sgd.nesterov(0.1, 0.9));
        optimizer.step();
        optimizer.step();
        assertThat(biasGradient).containsExactly(0, 0.5);
    }

    @Test
    void twoOptimizersOfOneDescriptionShareNoState() {
        GradientTransformation description = Sgd.momentum(1, 0.5);
        biasGradient[0] = 1;
        new Optimizer(parameters, description).step();
        new Optimizer(parameters, description).step();
        assertThat(bias[0]).isEqualTo(-1);
    }

    @Test
    void countsItsSteps() {
        Optimizer optimizer = new Optimizer(parameters, Sgd.plain(0.1));
        assertThat(optimizer.steps()).isZero();
        biasGradient[0] = 1;
        optimizer.step();
        optimizer.step();
        assertThat(optimizer.steps()).isEqualTo(2);
        assertThat(optimizer).hasToString("learning rate 0.1, after 2 steps on 11 numbers");
    }

    @Test
    void aGradientThatIsNotFiniteIsNamedBeforeAnythingChanges() {
        biasGradient[0] = 1;
        Optimizer optimizer = new Optimizer(parameters, Sgd.momentum(1, 0.5));
        optimizer.step();
        tableGradient[1][0] = Double.NaN;
        weightGradient.set(1, 1, Double.POSITIVE_INFINITY);
        assertThatThrownBy(optimizer::step)
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("at step 1 the gradient of weight (2x3) is Infinity at index 4;"
                        + " no parameter has been changed. Skip this sample, lower the learning rate");
        weightGradient.set(1, 1, 0);
        assertThatThrownBy(optimizer::step)
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("at step 1 the gradient of table (2x*) is NaN at index [1][0];");
        assertThat(bias[0]).isZero();

        tableGradient[1][0] = 0;
        optimizer.step();
        assertThat(bias[0]).as("the velocity is the one of the step before").isEqualTo(-1.5);
        assertThat(optimizer.steps()).isEqualTo(2);
    }

    @Test
    void aScheduleThatGoesAstrayLeavesTheParametersAsTheyAre() {
        Optimizer optimizer = new Optimizer(parameters, Sgd.plain(step -> 1 - step));
        biasGradient[0] = 1;
        optimizer.step();
        optimizer.step();
        assertThatThrownBy(optimizer::step)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the learning rate is -1.0 at step 2; use a finite number of 0 or more");
        assertThat(bias[0]).isZero();
    }

    @Test
    void aModelWithoutParametersIsNoError() {
        Optimizer optimizer = new Optimizer(Parameters.builder().build(), Sgd.momentum(0.1, 0.9));
        assertThatCode(optimizer::step).doesNotThrowAnyException();
    }
}
