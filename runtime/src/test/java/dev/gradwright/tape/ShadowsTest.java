package dev.gradwright.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.kernel.MatrixProducts;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShadowsTest {

    private final Tape tape = new Tape();
    private final double[] array = {1, 2};

    @BeforeEach
    void begin() {
        tape.begin("forward");
    }

    @Test
    void oneArrayHasOneShadow() {
        double[] shadow = tape.shadows().of(array);
        assertThat(shadow).hasSize(2);
        assertThat(tape.shadows().of(array)).isSameAs(shadow);
        assertThat(tape.shadows().of(array.clone())).isNotSameAs(shadow);
    }

    @Test
    void aRowHasTheShadowOfTheSameArrayAlone() {
        double[][] rows = {array, null, array};
        double[][] shadow = tape.shadows().of(rows);
        assertThat(shadow[0]).isSameAs(tape.shadows().of(array)).isSameAs(shadow[2]);
        assertThat(shadow[1]).isNull();
        assertThat(tape.shadows().of(rows)).isSameAs(shadow);
    }

    @Test
    void aMatrixHasTheShadowOfItsEntries() {
        DMatrixRMaj matrix = DMatrixRMaj.wrap(1, 2, array);
        DMatrixRMaj shadow = tape.shadows().of(matrix);
        assertThat(tape.shadows().of(matrix)).isSameAs(shadow);
        assertThat(tape.shadows().of(array)).isSameAs(shadow.data);
        DMatrixRMaj turned = tape.shadows().of(DMatrixRMaj.wrap(2, 1, array));
        assertThat(turned.numRows).isEqualTo(2);
        assertThat(turned.data).isSameAs(shadow.data);
    }

    @Test
    void productsAreNotAddedToAShadowThatNobodyWants() {
        DMatrixRMaj factor = new DMatrixRMaj(new double[][] {{2, 0}, {0, 2}});
        DMatrixRMaj argument = new DMatrixRMaj(2, 2);
        DMatrixRMaj shadow = tape.shadows().ofUnwanted(argument);
        MatrixProducts.multAddTransB(factor, factor, shadow);
        assertThat(shadow.data).containsOnly(0);
        assertThat(tape.shadows().ofUnwanted(argument)).isSameAs(shadow);
        assertThat(tape.shadows().of(argument)).as("wanted, too").isSameAs(shadow);
        MatrixProducts.multAddTransB(factor, factor, shadow);
        assertThat(shadow.data).containsExactly(4, 0, 0, 4);
    }

    @Test
    void aShadowThatIsWantedStaysSo() {
        DMatrixRMaj factor = new DMatrixRMaj(new double[][] {{3}});
        DMatrixRMaj argument = DMatrixRMaj.wrap(1, 1, new double[1]);
        DMatrixRMaj shadow = tape.shadows().of(argument);
        MatrixProducts.multAdd(factor, factor, tape.shadows().ofUnwanted(argument));
        assertThat(shadow.data).containsExactly(9);
        DMatrixRMaj sameEntries = tape.shadows().ofUnwanted(DMatrixRMaj.wrap(1, 1, argument.data));
        MatrixProducts.multAdd(factor, factor, sameEntries);
        assertThat(shadow.data).containsExactly(18);
    }

    @Test
    void aShadowIsWantedAgainInTheNextRecord() {
        DMatrixRMaj factor = new DMatrixRMaj(new double[][] {{3}});
        DMatrixRMaj argument = new DMatrixRMaj(1, 1);
        tape.shadows().ofUnwanted(argument);
        tape.begin("forward");
        DMatrixRMaj shadow = tape.shadowMemory().matrix(1, 1);
        MatrixProducts.multAdd(factor, factor, shadow);
        assertThat(shadow.data).containsExactly(9);
    }

    @Test
    void argumentsThatShareAnArrayAreToldApartFromOthers() {
        double[][] rows = {null, array};
        DMatrixRMaj matrix = DMatrixRMaj.wrap(1, 2, array);
        Object[] sharing = {
            array, rows, matrix, new double[][][] {{{1}}, rows}, new DMatrixRMaj[] {new DMatrixRMaj(1, 2), matrix}
        };
        Object[] others = {array.clone(), new double[][] {{1, 2}}, new DMatrixRMaj(1, 2), new double[][][] {{{1}}}};
        for (Object first : sharing) {
            for (Object second : sharing) {
                assertThatThrownBy(() -> Sharing.requireDistinct("F.f", first, second))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("two arguments of F.f share an array");
            }
            for (Object other : others) {
                Sharing.requireDistinct("F.f", first, other);
                Sharing.requireDistinct("F.f", other, first);
            }
        }
    }

    @Test
    void shadowsOfARecordStartAtZero() {
        tape.shadows().of(array)[0] = 5;
        tape.begin("forward");
        assertThat(tape.shadows().of(array)).containsOnly(0);
    }

    @Test
    void gradientsOfParametersLast() {
        double[] gradient = tape.shadows().parameter("bias", array);
        gradient[0] = 5;
        tape.begin("forward");
        assertThat(tape.shadows().parameter("bias", array)).isSameAs(gradient);
        assertThat(tape.shadows().of(array)).isSameAs(gradient).containsExactly(5, 0);
    }

    @Test
    void aParameterHeldTwoWaysHasOneGradient() {
        double[] gradient = tape.shadows().parameter("bias", array);
        assertThat(tape.shadows().parameter("rows", new double[][] {array})[0]).isSameAs(gradient);
        assertThat(tape.shadows().parameter("weight", DMatrixRMaj.wrap(1, 2, array)).data)
                .isSameAs(gradient);
    }

    @Test
    void shadowsOfStateLastButAreCleared() {
        double[][] state = {{1, 2}, null};
        double[][] shadow = tape.shadows().state("cells", state);
        shadow[0][1] = 5;
        tape.begin("forward");
        assertThat(tape.shadows().state("cells", state)).isSameAs(shadow);
        assertThat(shadow[0]).containsOnly(0);
        assertThat(shadow[1]).isNull();
    }

    @Test
    void theShadowOfAStateMatrixStartsEachRecordInTheShapeTheMatrixHas() {
        DMatrixRMaj state = new DMatrixRMaj(1, 1);
        DMatrixRMaj shadow = tape.shadows().state("cell", state);
        tape.reshape(state, shadow, 2, 3);
        tape.restoreShape(shadow);
        tape.begin("forward");
        assertThat(shadow.numRows).isEqualTo(2);
        assertThat(shadow.numCols).isEqualTo(3);
        assertThat(shadow.data).hasSize(6).containsOnly(0);
    }

    @Test
    void anArgumentThatIsWrittenMustNotBeAParameter() {
        tape.shadows().parameter("hidden.bias", array);
        String message =
                "an argument that is written to is the array of parameter hidden.bias, whose value must stay as it is"
                        + " until backward; pass a copy";
        assertThatThrownBy(() -> tape.shadows().ofWritten(array))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> tape.shadows().ofWritten(new double[][] {array}))
                .hasMessage(message);
        assertThatThrownBy(() -> tape.shadows().ofWritten(DMatrixRMaj.wrap(1, 2, array)))
                .hasMessage(message);
    }

    @Test
    void namesAParameterThatIsNull() {
        assertThatThrownBy(() -> tape.shadows().parameter("bias", (double[]) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("bias is null; it must be set before the model's gradient is made");
        assertThatThrownBy(() -> tape.shadows().parameter("rows", new double[][] {null}))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void aModelHasOneDerivativeObjectOfAType() {
        Object model = new Object();
        StringBuilder derivative = tape.derivativeOf(model, StringBuilder.class, m -> new StringBuilder());
        assertThat(tape.derivativeOf(model, StringBuilder.class, m -> new StringBuilder()))
                .isSameAs(derivative);
        assertThat(tape.derivativeOf(new Object(), StringBuilder.class, m -> new StringBuilder()))
                .isNotSameAs(derivative);
        assertThatThrownBy(() -> tape.derivativeOf(null, StringBuilder.class, m -> new StringBuilder()))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the model of a StringBuilder is null");
    }

    @Test
    void arraysOfAnyDepthAreToldApart() {
        double[] row = {1};
        double[][][] first = {{row}, {{2}}};
        DMatrixRMaj[] matrices = {DMatrixRMaj.wrap(1, 1, row)};
        Sharing.requireDistinct("F.f", first, new double[][][] {{{1}}});
        assertThatThrownBy(() -> Sharing.requireDistinct("F.f", first, matrices))
                .hasMessageContaining("pass a copy");
        assertThatThrownBy(() -> Sharing.requireDistinct("F.f", first, first)).hasMessageContaining("pass a copy");
    }
}
