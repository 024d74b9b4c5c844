package dev.gradwright.shape;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShapesTest {

    private final Shapes shapes = new Shapes();

    @BeforeEach
    void begin() {
        shapes.begin("Model.forward");
    }

    @Test
    void acceptsDimensionsThatAgree() {
        assertThatCode(() -> {
                    shapes.check("weight", new DMatrixRMaj(3, 4), "inputs", "outputs");
                    shapes.check("input", new double[3], "inputs");
                    shapes.check("rows", new double[3][4], "inputs", "outputs");
                    shapes.check("labels", new int[4], "outputs");
                })
                .doesNotThrowAnyException();
    }

    @Test
    void namesBothArraysThatDisagree() {
        shapes.check("weight", new DMatrixRMaj(3, 4), "inputs", "outputs");
        assertRefused(
                () -> shapes.check("input", new double[5], "inputs"),
                "input is of length 5, but weight is 3x4: inputs is 5 and 3");
        assertRefused(
                () -> shapes.check("next", new DMatrixRMaj(5, 2), "outputs", "classes"),
                "next is 5x2, but weight is 3x4: outputs is 5 and 4");
        assertRefused(
                () -> shapes.check("labels", new int[2], "outputs"),
                "labels is of length 2, but weight is 3x4: outputs is 2 and 4");
        assertRefused(
                () -> shapes.check("rows", new double[3][2], "inputs", "outputs"),
                "rows is 3x2, but weight is 3x4: outputs is 2 and 4");
    }

    @Test
    void checksEachCallAnewWhateverEarlierCallsHad() {
        shapes.check("x", new DMatrixRMaj(3, 4), "batch", "inputs");
        shapes.check("y", new double[5], "outputs");
        shapes.begin("Model.forward");
        shapes.check("y", new DMatrixRMaj(6, 7), "outputs", "inputs");
        assertRefused(
                () -> shapes.check("z", new double[6], "inputs"), "z is of length 6, but y is 6x7: inputs is 6 and 7");
        shapes.begin("Model.forward");
        shapes.check("x", new DMatrixRMaj(8, 9), "batch", "inputs");
        shapes.check("y", new double[10], "outputs");
        assertRefused(
                () -> shapes.check("z", new double[9], "outputs"),
                "z is of length 9, but y is of length 10: outputs is 9 and 10");
        assertRefused(
                () -> shapes.check("z", new double[8], "inputs"), "z is of length 8, but x is 8x9: inputs is 8 and 9");
    }

    @Test
    void knowsADimensionByItsLetters() {
        String again = new String("inputs");
        for (int call = 0; call < 2; call++) {
            shapes.begin("Model.forward");
            shapes.check("x", new double[3], "inputs");
            assertRefused(
                    () -> shapes.check("y", new double[4], again),
                    "y is of length 4, but x is of length 3: inputs is 4 and 3");
        }
    }

    @Test
    void refusesAMatrixThatMustBeSquareAndIsNot() {
        assertRefused(
                () -> shapes.check("square", new DMatrixRMaj(2, 3), "n", "n"),
                "square is 2x3, but square is 2x3: n is 3 and 2");
    }

    @Test
    void refusesRowsOfDifferentLengths() {
        assertRefused(
                () -> shapes.check("rows", new double[][] {{1, 2}, {3}}, "n", "m"),
                "rows is 2x1, but rows is 2x2: m is 1 and 2");
    }

    @Test
    void checksDimensionsGivenAsNumbers() {
        assertThatCode(() -> shapes.check("pixels", new double[3], "3")).doesNotThrowAnyException();
        assertRefused(
                () -> shapes.check("pixels", new double[4], "3"),
                "pixels is of length 4, but a dimension of 3 is declared where it has 4");
    }

    @Test
    void everyCallStartsAnew() {
        shapes.check("input", new double[3], "inputs");
        shapes.begin("Model.forward");
        assertThatCode(() -> shapes.check("input", new double[5], "inputs")).doesNotThrowAnyException();
    }

    @Test
    void acceptsIndicesIntoADimension() {
        shapes.check("scores", new double[3], "classes");
        assertThatCode(() -> {
                    shapes.checkIndex("labels", new int[] {0, 2}, "classes");
                    shapes.checkIndex("labels", new int[] {0, 9}, "10");
                    shapes.checkIndex("labels", new int[] {0, 99}, "unknown");
                })
                .doesNotThrowAnyException();
    }

    @Test
    void refusesIndicesOutsideADimension() {
        shapes.check("scores", new double[3], "classes");
        assertRefused(
                () -> shapes.checkIndex("labels", new int[] {0, 3}, "classes"),
                "labels[1] is 3, but classes is 3: labels must lie in 0..2");
        assertRefused(
                () -> shapes.checkIndex("labels", new int[] {-1}, "classes"),
                "labels[0] is -1, but classes is 3: labels must lie in 0..2");
        assertRefused(
                () -> shapes.checkIndex("labels", new int[] {-1}, "unknown"),
                "labels[0] is -1: labels must not be negative");
    }

    private static void assertRefused(ThrowingCallable check, String message) {
        assertThatThrownBy(check).isInstanceOf(IllegalArgumentException.class).hasMessage("Model.forward: " + message);
    }
}
