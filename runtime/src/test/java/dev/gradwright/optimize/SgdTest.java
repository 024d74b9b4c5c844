package dev.gradwright.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradwright.Parameters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SgdTest {

    private static final Map<String, GradientTransformation> OPTIMIZERS = Map.of(
            "plain", Sgd.plain(0.1),
            "momentum", Sgd.momentum(0.1, 0.9),
            "nesterov", Sgd.nesterov(0.1, 0.9),
            "momentum-decay", Chain.of(WeightDecay.of(0.01), Momentum.heavyBall(0.9), LearningRate.of(0.1)));

    private final DMatrixRMaj w = new DMatrixRMaj(new double[][] {{-0.4, -0.2, 0.0}, {0.2, 0.4, 0.6}});
    private final DMatrixRMaj g = new DMatrixRMaj(2, 3);
    private final Parameters parameters = Parameters.builder().add("w", w, g).build();

    @ParameterizedTest
    @ValueSource(strings = {"plain", "momentum", "nesterov", "momentum-decay"})
    void followsTheReferenceTrajectory(String name) {
        Optimizer optimizer = new Optimizer(parameters, OPTIMIZERS.get(name));
        List<String[]> rows = Reference.rows("sgd.csv").stream()
                .filter(row -> row[0].equals(name))
                .toList();
        assertThat(rows).hasSize(5);
        for (String[] row : rows) {
            setGradient(Integer.parseInt(row[1]));
            optimizer.step();
            double[] expected =
                    Arrays.stream(row).skip(2).mapToDouble(Double::parseDouble).toArray();
            assertThat(w.data).containsExactly(expected, within(1e-12));
        }
    }

    @Test
    void theFirstVelocityIsTheGradient() {
        Optimizer optimizer = new Optimizer(parameters, Sgd.momentum(1, 0.9));
        w.zero();
        setGradient(1);
        optimizer.step();
        for (int i = 0; i < 6; i++) {
            assertThat(w.data[i]).isEqualTo(-g.data[i]);
        }
    }

    @Test
    void aScheduledLearningRateActsOnTheStepItIsFor() {
        Optimizer optimizer = new Optimizer(parameters, Sgd.plain(step -> step == 1 ? 0.5 : 0));
        g.fill(1);
        w.zero();
        optimizer.step();
        assertThat(w.data[0]).isZero();
        optimizer.step();
        assertThat(w.data[0]).isEqualTo(-0.5);
    }

    @Test
    void aScheduledMomentumActsOnTheStepItIsFor() {
        Schedule late = step -> step < 2 ? 0 : 0.5;
        Optimizer optimizer = new Optimizer(parameters, Sgd.momentum(Schedule.constant(1), late));
        g.fill(1);
        w.zero();
        optimizer.step();
        optimizer.step();
        assertThat(w.data[0]).isEqualTo(-2);
        optimizer.step();
        assertThat(w.data[0]).isEqualTo(-3.5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesALearningRateThatMakesNoSense(double rate) {
        assertThatThrownBy(() -> Sgd.plain(rate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the learning rate is " + rate + " at step 0; use a finite number of 0 or more");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN})
    void refusesAMomentumOutsideItsRange(double momentum) {
        assertThatThrownBy(() -> Sgd.momentum(0.1, momentum))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the momentum is " + momentum + " at step 0; use a number of at least 0 and less than 1");
        assertThatThrownBy(() -> Sgd.nesterov(0.1, momentum))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the Nesterov momentum is " + momentum);
    }

    @Test
    void refusesANegativeWeightDecay() {
        assertThatThrownBy(() -> WeightDecay.of(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the weight decay is -1.0 at step 0; use a finite number of 0 or more");
    }

    @Test
    void refusesAnEmptyChain() {
        assertThatThrownBy(Chain::of)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a chain has no links; give it at least a LearningRate");
    }

    @Test
    void saysWhatItIs() {
        assertThat(OPTIMIZERS.get("momentum-decay"))
                .hasToString("weight decay 0.01, then momentum 0.9, then learning rate 0.1");
        assertThat(Sgd.nesterov(Schedule.stepDecay(0.1, 30, 0.5), step -> 0.9))
                .hasToString("Nesterov momentum by a function of the step, then"
                        + " learning rate 0.1 times 0.5 every 30 steps");
    }

    private void setGradient(int t) {
        for (int i = 0; i < 6; i++) {
            g.data[i] = Math.sin(1 + i + 2 * t) * (1 + 0.1 * t);
        }
    }
}
