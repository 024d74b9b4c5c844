package dev.gradwright.monitor.activation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.monitor.StateBytes;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class SilentUnitsTest {

    private final SilentUnits silent = new SilentUnits();

    /** So many rows of two units, of which only the second one speaks. */
    private static Values sample(int rows) {
        Values values = new Values();
        for (int i = 0; i < rows; i++) {
            values.add(new double[] {0, i == 0 ? 1 : 0});
        }
        return values;
    }

    @Test
    void aUnitIsDeadOnceItWasSilentForFiveSamplesAndManyExamples() {
        for (int i = 0; i < 4; i++) {
            assertThat(silent.see(sample(100))).isZero();
        }
        assertThat(silent.see(sample(100))).isEqualTo(50);
    }

    @Test
    void fewExamplesProveNothing() {
        for (int i = 0; i < 149; i++) {
            assertThat(silent.see(sample(1))).isZero();
        }
        assertThat(silent.see(sample(1))).isEqualTo(50);
    }

    @Test
    void aUnitThatSpeaksAgainIsAlive() {
        for (int i = 0; i < 5; i++) {
            silent.see(sample(100));
        }
        Values values = new Values();
        values.add(new DMatrixRMaj(1, 2, true, 0.1, 0));
        assertThat(silent.see(values)).isZero();
    }

    @Test
    void countsGoOnFromTheirState() {
        for (int i = 0; i < 4; i++) {
            silent.see(sample(100));
        }
        SilentUnits other = new SilentUnits();
        StateBytes.read("silent units", StateBytes.of(silent::save), other::restore);
        assertThat(other.see(sample(100))).isEqualTo(50);
    }
}
