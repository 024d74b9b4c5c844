package dev.gradwright.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class SlopesTest {

    @Test
    void aNumbersDerivativeIsFoundWhateverItsScale() {
        assertThat(Slopes.ofNumber(h -> Math.exp(0.5 + h))).isCloseTo(Math.exp(0.5), within(1e-8));
        assertThat(Slopes.ofNumber(h -> Math.sin(1000 * h))).isCloseTo(1000, within(1e-2));
        assertThat(Slopes.ofNumber(h -> 1e6 + 3 * h)).isCloseTo(3, within(1e-4));
        assertThat(Slopes.ofNumber(h -> 7)).isZero();
    }

    @Test
    void nothingIsToldAtAKinkOrAJump() {
        assertThat(Slopes.ofNumber(h -> Math.abs(h))).isNaN();
        assertThat(Slopes.ofNumber(h -> Math.max(0, h))).isNaN();
        assertThat(Slopes.ofNumber(h -> h > 1e-9 ? 1 : 0)).isNaN();
        assertThat(Slopes.ofNumber(h -> Math.sqrt(h))).isNaN();
        assertThat(Slopes.ofNumber(h -> {
                    if (h < 0) {
                        throw new IllegalArgumentException("a length is below 0");
                    }
                    return h;
                }))
                .isNaN();
        double[] growing = Slopes.of(h -> new double[h > 0 ? 2 : 1]);
        assertThat(growing).containsOnly(Double.NaN);
    }

    @Test
    void contentsMoveInTheirOwnMemoryAndKeepTheirShape() {
        double[][] rows = {{1, 2}, {3}};
        double[][] slope = Slopes.of(h -> Slopes.moved(rows, new double[][] {{1, -1}, {0.5}}, h));
        assertThat(rows).isDeepEqualTo(new double[][] {{1, 2}, {3}});
        assertThat(slope[0]).containsExactly(new double[] {1, -1}, within(1e-8));
        assertThat(slope[1]).containsExactly(new double[] {0.5}, within(1e-8));

        DMatrixRMaj matrix = new DMatrixRMaj(new double[][] {{1, 2, 3}});
        DMatrixRMaj direction = new DMatrixRMaj(new double[][] {{0, 1, 2}});
        DMatrixRMaj found = Slopes.of(h -> {
            DMatrixRMaj moved = Slopes.moved(matrix, direction, h);
            moved.data[0] = moved.data[1] * moved.data[2];
            return moved;
        });
        assertThat(found.data).containsExactly(new double[] {2 * 2 + 3, 1, 2}, within(1e-7));
        assertThat(matrix.data).containsExactly(1, 2, 3);
        assertThat(Slopes.moved(new double[] {1}, new double[] {2}, 0.5)).containsExactly(2);
        assertThat(Slopes.moved(1.0, 2.0, 0.5)).isEqualTo(2);
    }
}
