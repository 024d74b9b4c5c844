package dev.gradwright.benchmarks.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LayerCaseTest {

    @ParameterizedTest
    @EnumSource
    void derivativesByHandAreThoseThatAreGenerated(LayerCase layer) {
        LayerCase.Passes passes = layer.passes(Products.KERNEL);
        DMatrixRMaj hand = passes.hand();
        DMatrixRMaj generated = passes.generated();
        assertThat(generated.numRows).isEqualTo(hand.numRows);
        assertThat(generated.numCols).isEqualTo(hand.numCols);
        assertThat(largest(hand.data)).isPositive();
        assertClose(generated.data, hand.data);
        double[][] handParameters = passes.handParameters();
        double[][] generatedParameters = passes.generatedParameters();
        assertThat(generatedParameters.length).isEqualTo(handParameters.length);
        for (int i = 0; i < handParameters.length; i++) {
            assertClose(generatedParameters[i], handParameters[i]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFunctionByHandIsTheUsersMethod(LayerCase layer) {
        LayerCase.Passes passes = layer.passes(Products.EJML);
        Object user = passes.primal();
        Object hand = passes.handPrimal();
        if (user instanceof DMatrixRMaj matrix) {
            assertClose(((DMatrixRMaj) hand).data, matrix.data);
        } else {
            assertThat((double) hand).isCloseTo((double) user, within(1e-13));
        }
    }

    private static void assertClose(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double tolerance = 1e-13 * largest(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(tolerance));
        }
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
