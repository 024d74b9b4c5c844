package dev.gradwright.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class DigitsTest {

    private final Digits digits = Digits.load();

    @Test
    void allImagesAreThere() {
        assertThat(digits.size()).isEqualTo(1797);
        assertThat(digits.images().numCols).isEqualTo(64);
        int[] counts = new int[10];
        Arrays.stream(digits.labels()).forEach(label -> counts[label]++);
        assertThat(counts).containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
        assertThat(Arrays.stream(digits.images().data).min()).hasValue(0);
        assertThat(Arrays.stream(digits.images().data).max()).hasValue(1);
    }

    @Test
    void aSplitIsCompleteAndTheSameForTheSameSeed() {
        Digits.Split split = digits.split(0.2, 3);
        assertThat(split.test().size()).isEqualTo(359);
        assertThat(split.train().size() + split.test().size()).isEqualTo(1797);
        double all = Arrays.stream(digits.images().data).sum();
        double parts = Arrays.stream(split.train().images().data).sum()
                + Arrays.stream(split.test().images().data).sum();
        assertThat(parts).isEqualTo(all);
        assertThat(digits.split(0.2, 3).test().labels()).isEqualTo(split.test().labels());
        assertThat(digits.split(0.2, 4).test().labels())
                .isNotEqualTo(split.test().labels());
    }

    @Test
    void aBatchHoldsTheImagesThatItsOrderNames() {
        DMatrixRMaj batch = new DMatrixRMaj(2, Digits.PIXELS);
        int[] labels = new int[2];
        digits.copy(new int[] {9, 7, 1000}, 1, batch, labels);
        assertThat(labels).containsExactly(digits.labels()[7], digits.labels()[1000]);
        assertThat(batch.get(1, 20)).isEqualTo(digits.images().get(1000, 20));
    }

    @Test
    void aBrokenLineIsNamed() {
        assertThatThrownBy(() -> Digits.parse(new StringReader("1,2,3")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 1 has 3 numbers, not 65");
        String line = "0,".repeat(63) + "17,3";
        assertThatThrownBy(() -> Digits.parse(new StringReader(line)))
                .hasMessage("line 1, number 64 is 17, not from 0 to 16");
    }

    @Test
    void aSheetShowsTheMisreadDigits() {
        int[] predicted = digits.labels().clone();
        predicted[3] = 0;
        BufferedImage sheet = DigitSheet.misread(digits, predicted).draw();
        assertThat(sheet.getHeight()).isEqualTo(40 + 80 + 20 + 16);
        long dark = 0;
        for (int x = 16; x < 96; x++) {
            for (int y = 40; y < 120; y++) {
                dark += (sheet.getRGB(x, y) & 0xff) < 64 ? 1 : 0;
            }
        }
        assertThat(dark).isGreaterThan(500);
    }
}
