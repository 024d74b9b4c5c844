package dev.gradwright.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GivenResultsTest {

    private final Tape tape = new Tape();
    private final GivenResults given = tape.given();

    @BeforeEach
    void begin() {
        tape.begin("forward");
    }

    @Test
    void copiesReachTheNumbersAndShareOtherObjects() {
        double[][][] table = {{{1, 2}}, {null}};
        double[][][] copy = given.copyOf(table);
        table[0][0][1] = 5;
        assertThat(copy).isDeepEqualTo(new double[][][] {{{1, 2}}, {null}});
        DMatrixRMaj[] matrices = {new DMatrixRMaj(1, 1, true, 3)};
        DMatrixRMaj[] copies = given.copyOf(matrices);
        matrices[0].set(0, 0, 4);
        assertThat(copies[0].get(0, 0)).isEqualTo(3);
        Object[] objects = {new int[] {1}, new long[] {2}, new boolean[] {true}, "text"};
        Object[] shared = given.copyOf(objects);
        assertThat(Arrays.deepEquals(shared, objects)).isTrue();
        assertThat(shared[0]).isNotSameAs(objects[0]);
        assertThat(shared[3]).isSameAs(objects[3]);
    }

    @Test
    void aResultMustBeNew() {
        double[] x = {1};
        tape.shadows().of(x);
        given.requireNew("F.f", new double[][] {x.clone(), null});
        for (Object old : new Object[] {x, new double[][] {{2}, x}, DMatrixRMaj.wrap(1, 1, x)}) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> given.requireNew("F.f", old))
                    .withMessage(
                            "F.f has a derivative given by hand, but returned an array that it was given or has returned"
                                    + " before; let it return a new one");
        }
        given.requireNew("F.f", new double[][] {{1}}, x);
        assertThatIllegalStateException()
                .isThrownBy(() -> given.requireNew("F.f", new double[][] {{2}, x}, DMatrixRMaj.wrap(1, 1, x)));
        assertThatIllegalStateException()
                .isThrownBy(() -> given.requireNew("F.f", null))
                .withMessage("F.f has returned null, which has no derivative");
    }

    @Test
    void aDerivativeIsCopiedIfItHasTheShape() {
        double[][] dual = {{0, 0}, {0}};
        given.deliver("ahead", new double[][] {{1, 2}, {3}}, dual);
        assertThat(dual).isDeepEqualTo(new double[][] {{1, 2}, {3}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> given.deliver("ahead", new double[][] {{1, 2}, null}, dual))
                .withMessage(
                        "ahead has returned [2 numbers, null] as the derivative of [2 numbers, 1 numbers]; it must have"
                                + " the same shape");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> given.deliver("ahead", null, dual))
                .withMessageStartingWith("ahead has returned null");
    }
}
