package dev.gradwright.examples.jacobian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HeatSolverTest {

    private static final int NODES = 20;

    private final HeatSolver solver = new HeatSolver(NODES);
    private final double[] source = new double[NODES];
    private final double[] temperature = new double[NODES];

    HeatSolverTest() {
        for (int i = 0; i < NODES; i++) {
            source[i] = 0.05 * Math.sin(i);
            temperature[i] = 1 + 0.3 * Math.cos(2 * i);
        }
    }

    @Test
    void threeDirectionsGiveTheWholeJacobian() {
        double[][] unit = new double[NODES][NODES];
        for (int i = 0; i < NODES; i++) {
            unit[i][i] = 1;
        }
        HeatConductionGradient gradient = HeatConductionGradient.create();
        gradient.imbalance(temperature, source, 1, 2);
        double[][] rows = gradient.imbalanceJacobianRows(unit);
        double[][] band = solver.band(temperature, source, 1, 2);
        for (int i = 0; i < NODES; i++) {
            for (int j = 0; j < NODES; j++) {
                double inBand = Math.abs(i - j) <= 1 ? band[i][j - i + 1] : 0;
                assertThat(inBand).isCloseTo(rows[i][j], within(1e-14));
            }
        }
    }

    @Test
    void newtonsMethodFindsWhereNoHeatIsLeftOver() {
        assertThat(solver.solve(temperature, source, 1, 2)).isLessThan(10);
        double[] left = HeatConduction.imbalance(temperature, source, 1, 2);
        assertThat(Arrays.stream(left).map(Math::abs).max().orElseThrow()).isLessThan(1e-13);
    }

    @Test
    void withoutSourcesTheSquareOfConductivityIsLinear() {
        double[] none = new double[NODES];
        solver.solve(temperature, none, 0, 4);
        for (int i = 0; i < NODES; i++) {
            double conductivity = 1 + 0.1 * temperature[i];
            double expected = 1 + (1.4 * 1.4 - 1) * (i + 1) / (NODES + 1);
            assertThat(conductivity * conductivity).isCloseTo(expected, within(1e-12));
        }
    }
}
