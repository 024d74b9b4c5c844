package dev.gradwright.tape;

import static org.assertj.core.api.Assertions.assertThat;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class SharesTest {

    private final Shares shares = new Tape().shares();

    @Test
    void aCallGetsZerosOfItsOwnForEachArgument() {
        double[] first = shares.first();
        double[] second = shares.next();
        double[] third = shares.next(new double[1]);
        double[][] table = shares.next(new double[][] {{1}, null, {2, 3}});
        assertThat(first).containsExactly(0).isNotSameAs(second);
        assertThat(third).isNotSameAs(first).isNotSameAs(second);
        assertThat(table).isDeepEqualTo(new double[][] {{0}, null, {0, 0}});
        assertThat(table[0]).isNotSameAs(first).isNotSameAs(second).isNotSameAs(third);
    }

    @Test
    void theNextCallUsesTheMemoryAgainWithoutWhatWasWritten() {
        double[] array = shares.first(new double[3]);
        DMatrixRMaj matrix = shares.next(new DMatrixRMaj(2, 3));
        DMatrixRMaj[] matrices = shares.next(new DMatrixRMaj[] {new DMatrixRMaj(1, 2)});
        array[1] = 5;
        matrix.set(1, 2, 5);
        matrices[0].set(0, 1, 5);
        shares.first(new double[7])[0] = 5;

        assertThat(shares.first(new double[3])).isSameAs(array).containsOnly(0);
        DMatrixRMaj again = shares.next(new DMatrixRMaj(3, 2));
        assertThat(again).isSameAs(matrix);
        assertThat(again.numRows).isEqualTo(3);
        assertThat(again.numCols).isEqualTo(2);
        assertThat(again.data).containsOnly(0);
        DMatrixRMaj[] sameTable = shares.next(new DMatrixRMaj[] {new DMatrixRMaj(1, 2)});
        assertThat(sameTable).isSameAs(matrices);
        assertThat(sameTable[0].data).containsExactly(0, 0);
    }
}
