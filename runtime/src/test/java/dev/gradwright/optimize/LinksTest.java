package dev.gradwright.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradwright.Parameters;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Clipping, accumulation, averages, and what they refuse. */
class LinksTest {

    private final double[] a = {0, 0};
    private final double[] aGradient = {3, 4};
    private final double[] b = {0};
    private final double[] bGradient = {12};
    private final Parameters parameters =
            Parameters.builder().add("a", a, aGradient).add("b", b, bGradient).build();

    @Test
    void theGlobalNormIsThatOfAllGradients() {
        new Optimizer(parameters, Chain.of(Clip.byGlobalNorm(1), LearningRate.of(1))).step();
        assertThat(a).containsExactly(new double[] {-0.230769213017753, -0.307692284023671}, within(1e-15));
        assertThat(b).containsExactly(new double[] {-0.923076852071012}, within(1e-15));
    }

    @Test
    void aSmallNormIsLeftAlone() {
        new Optimizer(parameters, Chain.of(Clip.byGlobalNorm(13.1), LearningRate.of(1))).step();
        assertThat(a).containsExactly(-3, -4);
    }

    @Test
    void aHugeNormDoesNotOverflow() {
        aGradient[0] = 3e200;
        aGradient[1] = 4e200;
        new Optimizer(parameters, Chain.of(Clip.byGlobalNorm(5), LearningRate.of(1))).step();
        assertThat(a).containsExactly(new double[] {-3, -4}, within(1e-12));
    }

    @Test
    void valuesAreClippedOnBothSides() {
        aGradient[0] = -7;
        new Optimizer(parameters, Chain.of(Clip.byValue(5), LearningRate.of(1))).step();
        assertThat(a).containsExactly(5, -4);
        assertThat(b).containsExactly(-5);
    }

    @Test
    void accumulationStepsByTheMeanAndCountsItsOwnSteps() {
        Schedule rate = step -> step == 0 ? 1 : 10;
        Optimizer optimizer = new Optimizer(parameters, Accumulation.of(3, Sgd.plain(rate)));
        double[] gradients = {1, 2, 6, 1, 1, 1};
        double[] expected = {0, 0, -3, -3, -3, -13};
        for (int i = 0; i < gradients.length; i++) {
            bGradient[0] = gradients[i];
            optimizer.step();
            assertThat(b[0]).isCloseTo(expected[i], within(1e-12));
        }
    }

    @Test
    void badGradientsAreSkippedAndCounted() {
        Optimizer optimizer = Optimizer.skippingNonFinite(parameters, Sgd.plain(1), 2);
        bGradient[0] = Double.NaN;
        optimizer.step();
        optimizer.step();
        assertThat(b[0]).isZero();
        assertThat(optimizer.skipped()).isEqualTo(2);
        assertThat(optimizer.steps()).isZero();
        assertThatThrownBy(optimizer::step)
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith(
                        "at step 0 the gradient of b (1) is NaN at index 0, and 2 steps have been skipped"
                                + " in a row; no parameter has been changed.");
        bGradient[0] = 1;
        optimizer.step();
        bGradient[0] = Double.POSITIVE_INFINITY;
        optimizer.step();
        assertThat(b[0]).isEqualTo(-1);
        assertThat(optimizer.skipped()).isEqualTo(3);
    }

    @Test
    void finiteGradientsWhoseSumOverflowsAreFine() {
        aGradient[0] = Double.MAX_VALUE;
        aGradient[1] = Double.MAX_VALUE;
        bGradient[0] = Double.MAX_VALUE;
        new Optimizer(parameters, Sgd.plain(1e-300)).step();
        assertThat(a[0]).isEqualTo(-1e-300 * Double.MAX_VALUE);
    }

    @Test
    void anUncheckedOptimizerTakesGradientsAsTheyAre() {
        bGradient[0] = Double.NaN;
        Optimizer optimizer = Optimizer.unchecked(parameters, Sgd.plain(1));
        optimizer.step();
        assertThat(a).containsExactly(-3, -4);
        assertThat(b[0]).isNaN();
        assertThat(optimizer.steps()).isEqualTo(1);
    }

    @Test
    void longAndShortSegmentsAreAllLookedAt() {
        double[] weights = new double[5000];
        double[] gradients = new double[5000];
        Optimizer optimizer = Optimizer.skippingNonFinite(
                Parameters.builder().add("w", weights, gradients).build(), Sgd.plain(1), 10_000);
        for (int i : new int[] {0, 7, 8, 2047, 2048, 4995, 4999}) {
            gradients[i] = Double.NEGATIVE_INFINITY;
            optimizer.step();
            gradients[i] = 0;
        }
        assertThat(optimizer.skipped()).isEqualTo(7);
    }

    @Test
    void averagesAreThoseOfTheirKind() {
        WeightAverage exponential = WeightAverage.exponential(parameters, 0.75);
        WeightAverage polyak = WeightAverage.polyak(parameters);
        WeightAverage stochastic = WeightAverage.stochastic(parameters, 2, 2);
        for (int step = 1; step <= 6; step++) {
            b[0] = step * step;
            exponential.update();
            polyak.update();
            stochastic.update();
        }
        double expected = 1;
        for (int step = 2; step <= 6; step++) {
            expected = 0.75 * expected + 0.25 * step * step;
        }
        assertThat(swapped(exponential)).isCloseTo(expected, within(1e-12));
        assertThat(swapped(polyak)).isCloseTo(91 / 6.0, within(1e-12));
        assertThat(swapped(stochastic)).isCloseTo((16 + 36) / 2.0, within(1e-12));
        assertThat(stochastic.count()).isEqualTo(2);
        assertThat(b[0]).as("swapped back").isEqualTo(36);
    }

    private double swapped(WeightAverage average) {
        average.swap();
        double value = b[0];
        assertThatThrownBy(average::update)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the model has its averaged weights; swap() back before training on");
        average.swap();
        return value;
    }

    @Test
    void thereIsNoAverageBeforeTheFirstUpdate() {
        WeightAverage average = WeightAverage.stochastic(parameters, 1, 1);
        average.update();
        assertThatThrownBy(average::swap)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("there is no average yet after 1 steps");
        assertThatThrownBy(() -> new Optimizer(parameters, Sgd.plain(0.1)).copyAverageTo(new double[3]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("learning rate 0.1 keeps no average of the parameters; keep one with a WeightAverage");
    }

    @Test
    void aStepBeforeAnyGradientIsRefused() {
        aGradient[0] = 0;
        aGradient[1] = 0;
        bGradient[0] = 0;
        Optimizer optimizer = new Optimizer(parameters, Chain.of(WeightDecay.of(0.1), LearningRate.of(1)));
        assertThatThrownBy(optimizer::step)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("every gradient is zero at the first step; run forward and backward before step(),"
                        + " and zero() before them, not after");
        bGradient[0] = 1;
        optimizer.step();
        bGradient[0] = 0;
        optimizer.step();
        assertThat(optimizer.steps()).as("later, gradients may vanish").isEqualTo(2);
    }

    @Test
    void aMatrixThatWasReshapedIsRefused() {
        DMatrixRMaj w = new DMatrixRMaj(2, 3);
        DMatrixRMaj g = new DMatrixRMaj(2, 3);
        g.fill(1);
        Optimizer optimizer = new Optimizer(Parameters.builder().add("w", w, g).build(), Sgd.plain(1));
        optimizer.step();
        w.reshape(3, 3);
        assertThatThrownBy(optimizer::step)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "w (2x3) is now 3x3; list the parameters again, and make what uses them, such as an optimizer,"
                                + " anew");
        w.reshape(2, 3);
        assertThatThrownBy(optimizer::step)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("w (2x3) is now in another array;");
    }

    @Test
    void aRowThatWasReplacedIsRefused() {
        double[][] table = {{1}, {2}};
        Optimizer optimizer = new Optimizer(
                Parameters.builder().add("t", table, new double[][] {{1}, {1}}).build(), Sgd.plain(1));
        table[1] = new double[1];
        assertThatThrownBy(optimizer::step)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("t (2x1) is now a table with another row in the place of one of its rows;");
    }

    @Test
    void numbersOutOfRangeAreRefusedWithTheRange() {
        refused(() -> Clip.byValue(0), "the limit of values is 0.0; use a finite number of more than 0");
        refused(() -> Clip.byGlobalNorm(-1), "the limit of the norm is -1.0; use a finite number of more than 0");
        refused(() -> Clip.adaptively(0), "the ratio of norms is 0.0; use a finite number of more than 0");
        refused(
                () -> ScaleByAdam.withDefaults().betas(1, 0.9),
                "the beta1 is 1.0 at step 0; use a number of at least 0 and less than 1");
        refused(() -> ScaleByAdam.withDefaults().epsilon(0), "the epsilon is 0.0; use a finite number of more than 0");
        refused(
                () -> Momentum.heavyBall(0.9).dampening(1),
                "the dampening is 1.0; use a number of at least 0 and less than 1");
        refused(
                () -> ScaleByAdadelta.of(1, 1e-6),
                "the rho of Adadelta is 1.0; use a number of at least 0 and less than 1");
        refused(
                () -> ScaleByRms.withDefaults().decayRate(-0.1),
                "the decay rate of RMSprop is -0.1 at step 0; use a number of at least 0 and less than 1");
        refused(
                () -> ScaleByAdagrad.withDefaults().initialSum(-1),
                "the initial sum of Adagrad is -1.0; use a finite number of 0 or more");
        refused(() -> Rprop.of(0), "the first step length is 0.0; use a finite number of more than 0");
        refused(() -> Rprop.of(1).factors(0.5, 0.9), "the growing factor is 0.9; use a number of 1 or more");
        refused(() -> Rprop.of(1).limits(2, 1), "the smallest step length, 2.0, is larger than the largest, 1.0");
        refused(() -> Asgd.of(Double.NaN), "the learning rate is NaN; use a finite number of 0 or more");
        refused(() -> Orthogonal.newtonSchulz(0), "the number of Newton-Schulz steps is 0; use 1 or more");
        refused(() -> Accumulation.of(0, Sgd.plain(1)), "the number of micro-batches to a step is 0; use 1 or more");
        refused(
                () -> WeightAverage.exponential(parameters, 1),
                "the decay of the average is 1.0; use a number of at least 0 and less than 1");
        refused(
                () -> WeightAverage.stochastic(parameters, 0, 0),
                "an average from step 0 on, every 0 steps, makes no sense; use numbers of at least 0 and 1");
        refused(
                () -> Optimizer.skippingNonFinite(parameters, Sgd.plain(1), 0),
                "an optimizer that skips 0 steps in a row skips none; use 1 or more");
        refused(
                () -> ScheduleFree.sgd(Schedule.constant(1), 0, 0),
                "the beta1 is 0.0; use a number of more than 0 and less than 1");
        refused(
                () -> Prodigy.withDefaults().distance(0, 2),
                "the first distance of Prodigy is 0.0; use a finite number of more than 0");
    }

    @Test
    void muonRefusesWhatIsNoMatrix() {
        refused(
                () -> new Optimizer(parameters, Optimizers.muon()),
                "Muon orthogonalizes matrices, but a (2) is none; give it another method with Groups");
    }

    private static void refused(Executable action, String message) {
        assertThatThrownBy(action::execute)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
