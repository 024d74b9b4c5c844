package dev.gradwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class StoppedValuesTest {

    private static double product(double x) {
        return Derivatives.stopGradient(x) * x * Derivatives.stopGradient(new double[] {x, 2 * x})[1];
    }

    @Test
    void outsideOfACheckAStoppedValueIsTheValue() {
        assertThat(Derivatives.stopGradient(3.0)).isEqualTo(3.0);
        assertThat(product(3)).isEqualTo(54);
    }

    @Test
    void laterEvaluationsGetTheValuesOfTheFirst() {
        StoppedValues stopped = new StoppedValues();
        assertThat(stopped.during(() -> product(3))).isEqualTo(54);
        assertThat(stopped.during(() -> product(5))).isEqualTo(3 * 5 * 6);
        assertThat(stopped.during(() -> product(7))).isEqualTo(3 * 7 * 6);
        assertThat(product(7)).isEqualTo(7 * 7 * 14);
    }

    @Test
    void anEvaluationOnAnotherWayHasValuesOfItsOwn() {
        StoppedValues stopped = new StoppedValues();
        stopped.during(() -> Derivatives.stopGradient(new double[] {1}));
        assertThat(stopped.during(() -> Derivatives.stopGradient(2.0))).isEqualTo(2);
        assertThat(stopped.during(() -> Derivatives.stopGradient(Derivatives.stopGradient(new double[] {4}))[0]))
                .isEqualTo(1);
    }

    @Test
    void anEvaluationThatThrowsIsNotTheFirst() {
        StoppedValues stopped = new StoppedValues();
        assertThatThrownBy(() -> stopped.during(() -> {
                    Derivatives.stopGradient(1.0);
                    throw new IllegalStateException("thrown");
                }))
                .hasMessage("thrown");
        assertThat(Derivatives.stopGradient(8.0)).isEqualTo(8);
        assertThat(stopped.during(() -> product(3))).isEqualTo(54);
        assertThat(stopped.during(() -> product(5))).isEqualTo(3 * 5 * 6);
    }

    @Test
    void whatIsGivenIsACopy() {
        StoppedValues stopped = new StoppedValues();
        double[] array = {1, 2};
        double[][] rows = {{1}, array};
        DMatrixRMaj matrix = new DMatrixRMaj(new double[][] {{1, 2}});
        for (int i = 0; i < 2; i++) {
            stopped.during(() -> {
                Derivatives.stopGradient(array)[0] = 5;
                Derivatives.stopGradient(rows)[1][0] = 5;
                Derivatives.stopGradient(new double[][][] {rows})[0][1][0] = 5;
                Derivatives.stopGradient(matrix).set(0, 0, 5);
                return matrix;
            });
        }
        assertThat(stopped.during(() -> Derivatives.stopGradient(array))).containsExactly(1, 2);
        assertThat(array).containsExactly(1, 2);
        assertThat(matrix.get(0, 0)).isEqualTo(1);
    }
}
