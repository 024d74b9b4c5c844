package dev.gradwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class ParametersTest {

    private final DMatrixRMaj matrix = new DMatrixRMaj(new double[][] {{1, 2}, {3, 4}});
    private final DMatrixRMaj matrixGradient = new DMatrixRMaj(new double[][] {{10, 20}, {30, 40}});
    private final double[] array = {5, 6};
    private final double[] arrayGradient = {50, 60};
    private final double[][] rows = {{7}, {8, 9}};
    private final double[][] rowsGradient = {{70}, {80, 90}};
    private final Parameters parameters = Parameters.builder()
            .add("matrix", matrix, matrixGradient)
            .add("array", array, arrayGradient)
            .add("rows", rows, rowsGradient)
            .build();

    @Test
    void listsParametersInOrderWithTheirShapes() {
        assertThat(parameters).hasToString("[matrix (2x2), array (2), rows (2x*)]");
        assertThat(parameters.size()).isEqualTo(9);
        assertThat(parameters.list()).extracting(NamedParameter::size).containsExactly(4, 2, 3);
    }

    @Test
    void givesTheModelsOwnArrays() {
        NamedParameter named = parameters.get("rows");
        assertThat(named.segments()).isEqualTo(2);
        assertThat(named.length(1)).isEqualTo(2);
        assertThat(named.value(1)).isSameAs(rows[1]);
        assertThat(named.gradient(1)).isSameAs(rowsGradient[1]);
        assertThat(parameters.get("matrix").value(0)).isSameAs(matrix.data);
    }

    @Test
    void namesTheParametersThereAreWhenOneIsMissing() {
        assertThatThrownBy(() -> parameters.get("bias"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no parameter is named bias; there are [matrix, array, rows]");
    }

    @Test
    void copiesValuesAndGradientsOneParameterAfterTheOther() {
        double[] flat = new double[9];
        parameters.copyValuesTo(flat);
        assertThat(flat).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        parameters.copyGradientsTo(flat);
        assertThat(flat).containsExactly(10, 20, 30, 40, 50, 60, 70, 80, 90);
    }

    @Test
    void setsValuesInTheOrderItCopiesThem() {
        parameters.setValues(new double[] {9, 8, 7, 6, 5, 4, 3, 2, 1});
        assertThat(matrix.data).containsExactly(9, 8, 7, 6);
        assertThat(array).containsExactly(5, 4);
        assertThat(rows[0]).containsExactly(3);
        assertThat(rows[1]).containsExactly(2, 1);
        assertThat(array).isNotEqualTo(arrayGradient);
    }

    @Test
    void zeroesAllGradients() {
        parameters.zeroGradients();
        double[] flat = new double[9];
        parameters.copyGradientsTo(flat);
        assertThat(flat).containsOnly(0);
    }

    @Test
    void refusesFlatArraysOfAnotherSize() {
        String message = "a flat array of these parameters has 9 numbers, not 8";
        double[] flat = new double[8];
        assertThatThrownBy(() -> parameters.copyValuesTo(flat)).hasMessage(message);
        assertThatThrownBy(() -> parameters.copyGradientsTo(flat)).hasMessage(message);
        assertThatThrownBy(() -> parameters.setValues(flat))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void countsOnlyTheEntriesOfAMatrixWhoseArrayIsLonger() {
        DMatrixRMaj wide = new DMatrixRMaj(3, 3);
        wide.reshape(1, 2);
        Parameters some =
                Parameters.builder().add("wide", wide, new DMatrixRMaj(1, 2)).build();
        assertThat(some.size()).isEqualTo(2);
        assertThat(some).hasToString("[wide (1x2)]");
    }

    @Test
    void listsAParameterHeldTwiceOnceUnderItsFirstName() {
        DMatrixRMaj sameEntries = DMatrixRMaj.wrap(4, 1, matrix.data);
        Parameters tied = Parameters.builder()
                .add("first", matrix, matrixGradient)
                .add("second", matrix, matrixGradient)
                .add("third", sameEntries, matrixGradient)
                .build();
        assertThat(tied).hasToString("[first (2x2)]");
    }

    @Test
    void countsARowHeldTwiceOnce() {
        Parameters tied = Parameters.builder()
                .add("rows", new double[][] {array, array, {7}}, new double[][] {arrayGradient, arrayGradient, {70}})
                .add("array", array, arrayGradient)
                .build();
        assertThat(tied.list()).extracting(NamedParameter::name).containsExactly("rows");
        assertThat(tied.size()).isEqualTo(3);
        assertThat(tied.get("rows").value(1)).containsExactly(7);
    }

    @Test
    void aParameterKeepsOnlyTheRowsThatNoneBeforeItHas() {
        Parameters tied = Parameters.builder()
                .add("array", array, arrayGradient)
                .add("rows", new double[][] {{7}, array}, new double[][] {{70}, arrayGradient})
                .build();
        double[] flat = new double[3];
        tied.copyValuesTo(flat);
        assertThat(flat).containsExactly(5, 6, 7);
    }

    @Test
    void putsTheFieldsNameBeforeTheNamesOfAModelInside() {
        Gradient inner = new FixedGradient(
                Parameters.builder().add("bias", array, arrayGradient).build());
        Gradient other = new FixedGradient(
                Parameters.builder().add("bias", new double[1], new double[1]).build());
        Parameters outer = Parameters.builder()
                .addAll("head", inner)
                .addAll("layers", new Gradient[] {inner, other})
                .build();
        assertThat(outer.list()).extracting(NamedParameter::name).containsExactly("head.bias", "layers[1].bias");
    }

    private record FixedGradient(Parameters parameters) implements Gradient {

        @Override
        public void zero() {
            parameters.zeroGradients();
        }
    }
}
