package dev.gradwright.tape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DoubleArraysTest {

    private final DoubleArrays arrays = new DoubleArrays();

    @Test
    void theSameRequestGetsTheSameArrayAndZeros() {
        double[][] first = new double[40][];
        for (int i = 0; i < first.length; i++) {
            first[i] = arrays.take(i);
            java.util.Arrays.fill(first[i], 7);
        }
        arrays.restart();
        for (int i = 0; i < first.length; i++) {
            assertThat(arrays.take(i)).isSameAs(first[i]).containsOnly(new double[i]);
        }
    }

    @Test
    void anotherLengthGetsAnotherArray() {
        double[] first = arrays.take(3);
        double[] second = arrays.take(3);
        arrays.backTo(1);
        assertThat(arrays.take(4)).hasSize(4).isNotSameAs(second);
        assertThat(arrays.taken()).isEqualTo(2);
        arrays.restart();
        assertThat(arrays.take(3)).isSameAs(first);
    }

    @Test
    void onlyWhatHasBeenHandedOutIsCleaned() {
        double[] first = arrays.take(1);
        double[] second = arrays.take(1);
        first[0] = 1;
        second[0] = 2;
        arrays.backTo(1);
        arrays.clean();
        assertThat(first).containsExactly(0);
        assertThat(second).containsExactly(2);
    }
}
