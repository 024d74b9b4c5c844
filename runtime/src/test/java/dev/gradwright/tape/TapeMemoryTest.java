package dev.gradwright.tape;

import static org.assertj.core.api.Assertions.assertThat;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** What the tape allocates, and what it uses again. */
class TapeMemoryTest {

    private final Tape tape = new Tape();

    @Test
    void theSameRequestOfTheNextRecordGetsTheSameArrayCleared() {
        tape.begin("forward");
        double[] first = tape.memory().doubles(3);
        double[] second = tape.memory().doubles(3);
        int[] ints = tape.memory().ints(2);
        double[][] rows = tape.memory().references(double[][].class, 2);
        DMatrixRMaj matrix = tape.memory().matrix(2, 3);
        assertThat(second).isNotSameAs(first);
        first[1] = 7;
        ints[0] = 7;
        rows[0] = first;
        matrix.set(1, 1, 7);

        tape.begin("forward");
        assertThat(tape.memory().doubles(3)).isSameAs(first).containsOnly(0);
        assertThat(tape.memory().doubles(3)).isSameAs(second);
        assertThat(tape.memory().ints(2)).isSameAs(ints).containsOnly(0);
        assertThat(tape.memory().references(double[][].class, 2)).isSameAs(rows).isDeepEqualTo(new double[2][]);
        assertThat(tape.memory().matrix(2, 3)).isSameAs(matrix);
        assertThat(matrix.data).containsOnly(0);
    }

    @Test
    void aRequestOfAnotherLengthGetsANewArray() {
        tape.begin("forward");
        double[] three = tape.memory().doubles(3);
        tape.begin("forward");
        assertThat(tape.memory().doubles(4)).hasSize(4).isNotSameAs(three);
    }

    @Test
    void aMatrixIsUsedAgainInAnotherShapeOfTheSameSize() {
        tape.begin("forward");
        DMatrixRMaj matrix = tape.memory().matrix(2, 3);
        tape.begin("forward");
        DMatrixRMaj turned = tape.memory().matrix(3, 2);
        assertThat(turned).isSameAs(matrix);
        assertThat(turned.numRows).isEqualTo(3);
        assertThat(turned.numCols).isEqualTo(2);
    }

    @Test
    void aMatrixReshapedSinceIsGivenInTheShapeAskedFor() {
        tape.begin("forward");
        tape.memory().matrix(2, 3).reshape(1, 2);
        tape.begin("forward");
        DMatrixRMaj again = tape.memory().matrix(2, 3);
        assertThat(again.getNumElements()).isEqualTo(6);
        again.reshape(5, 5);
        tape.begin("forward");
        assertThat(tape.memory().matrix(2, 3).data).hasSize(6);
    }

    @Test
    void copiesAreIndependentButRowsAreShared() {
        tape.begin("forward");
        double[] source = {1, 2};
        double[] copy = tape.memory().copyOf(source);
        source[0] = 9;
        assertThat(copy).containsExactly(1, 2);
        assertThat(tape.memory().copyOf(new int[] {3, 4})).containsExactly(3, 4);
        double[][] rows = {source};
        assertThat(tape.memory().copyOf(rows)).isNotSameAs(rows);
        assertThat(tape.memory().copyOf(rows)[0]).isSameAs(source);
        DMatrixRMaj wide = new DMatrixRMaj(new double[][] {{1, 2}, {3, 4}});
        wide.reshape(1, 2);
        DMatrixRMaj matrixCopy = tape.memory().copyOf(wide);
        assertThat(matrixCopy.numCols).isEqualTo(2);
        assertThat(matrixCopy.data).containsExactly(1, 2);
    }

    @Test
    void arraysOfArraysHaveRowsOfZeros() {
        tape.begin("forward");
        assertThat(tape.memory().doubles(2, 3)).isDeepEqualTo(new double[2][3]);
    }

    @Test
    void restoresTheShapeBeforeAReshape() {
        tape.begin("forward");
        DMatrixRMaj matrix = new DMatrixRMaj(2, 2);
        DMatrixRMaj shadow = tape.shadows().of(matrix);
        tape.reshape(matrix, shadow, 3, 3);
        assertThat(matrix.numRows).isEqualTo(3);
        assertThat(shadow.numRows).isEqualTo(3);
        tape.restoreShape(shadow);
        assertThat(shadow.numRows).isEqualTo(2);
        assertThat(shadow.numCols).isEqualTo(2);
    }
}
