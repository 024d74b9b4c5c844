package dev.gradwright.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class TapeTest {

    private final Tape tape = new Tape();

    @Test
    void givesBackTheLastValueFirst() {
        tape.begin("forward");
        Object reference = new Object();
        tape.push(1.5);
        tape.push(2.5);
        tape.push(3);
        tape.push(4L);
        tape.push(true);
        tape.pushReference(reference);
        assertThat(tape.<Object>popReference()).isSameAs(reference);
        assertThat(tape.popBoolean()).isTrue();
        assertThat(tape.popLong()).isEqualTo(4);
        assertThat(tape.popInt()).isEqualTo(3);
        assertThat(tape.popDouble()).isEqualTo(2.5);
        assertThat(tape.popDouble()).isEqualTo(1.5);
    }

    @Test
    void growsAsMuchAsIsPutOnIt() {
        tape.begin("forward");
        for (int i = 0; i < 1000; i++) {
            tape.push((double) i);
            tape.push(i);
            tape.push((long) i);
            tape.push(i % 3 == 0);
            tape.pushReference(i);
        }
        for (int i = 999; i >= 0; i--) {
            assertThat(tape.popDouble()).isEqualTo(i);
            assertThat(tape.popInt()).isEqualTo(i);
            assertThat(tape.popLong()).isEqualTo(i);
            assertThat(tape.popBoolean()).isEqualTo(i % 3 == 0);
            assertThat(tape.<Integer>popReference()).isEqualTo(i);
        }
    }

    @Test
    void keepsNothingOfTheRecordBefore() {
        tape.begin("forward");
        tape.push(1.0);
        tape.begin("forward");
        assertThatThrownBy(tape::popDouble)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the tape is empty");
    }

    @Test
    void refusesToTakeWhatIsNotThere() {
        tape.begin("forward");
        assertThatThrownBy(tape::popInt).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(tape::popLong).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(tape::popBoolean).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(tape::popReference).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRecordServesOneReverseSweep() {
        tape.begin("Model.forward");
        tape.recorded();
        assertThatCode(() -> tape.consume("Model.forward", "backward")).doesNotThrowAnyException();
        assertRefused("its record has been consumed already");
    }

    @Test
    void refusesAReverseSweepWithoutARecord() {
        assertRefused("nothing has been recorded");
    }

    @Test
    void refusesAReverseSweepOfAForwardSweepThatFailed() {
        tape.begin("Model.forward");
        assertRefused("Model.forward has not come to its end");
    }

    @Test
    void refusesAReverseSweepOfAnotherMethodsRecord() {
        tape.begin("Model.penalty");
        tape.recorded();
        assertRefused("the last record is one of Model.penalty");
        tape.consume("Model.penalty", "backwardPenalty");
        assertRefused("the last record was one of Model.penalty");
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> tape.consume("Model.forward", "Model.backward"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Model.backward needs a record of Model.forward, but " + reason
                        + ". Call Model.forward first, then Model.backward once.");
    }

    @Test
    void addsSeedsToShadows() {
        double[][] shadow = {{1, 2}, {3}};
        Seeds.add("backward", new double[][] {{10, 20}, {30}}, shadow);
        assertThat(shadow).isDeepEqualTo(new double[][] {{11, 22}, {33}});
        DMatrixRMaj matrix = new DMatrixRMaj(new double[][] {{1, 2}});
        Seeds.add("backward", new DMatrixRMaj(new double[][] {{5, 5}}), matrix);
        assertThat(matrix.data).containsExactly(6, 7);
    }

    @Test
    void refusesASeedOfAnotherShapeThanTheResult() {
        assertThatThrownBy(() -> Seeds.add("backward", new double[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("backward: the seed is 2, but the result it belongs to is 3");
        assertThatThrownBy(() -> Seeds.add("backward", new double[2][1], new double[3][1]))
                .hasMessage("backward: the seed is 2 rows, but the result it belongs to is 3 rows");
        assertThatThrownBy(() -> Seeds.add("backward", new DMatrixRMaj(3, 2), new DMatrixRMaj(2, 3)))
                .hasMessage("backward: the seed is 3x2, but the result it belongs to is 2x3");
    }

    @Test
    void whatIsNullHasNoShadow() {
        tape.begin("FGradient.f");
        assertThatThrownBy(() -> tape.shadows().of((double[]) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageStartingWith("FGradient.f is given null for an array or a matrix");
        assertThatThrownBy(() -> tape.shadows().ofUnwanted(null)).hasMessageContaining("FGradient.f is given null");
    }
}
