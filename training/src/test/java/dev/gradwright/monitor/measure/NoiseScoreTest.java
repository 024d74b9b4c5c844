package dev.gradwright.monitor.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradwright.monitor.ImageShape;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class NoiseScoreTest {

    private static double[] picture(int size, IntToDoubleFunction pixel) {
        double[] picture = new double[size];
        Arrays.setAll(picture, pixel);
        return picture;
    }

    @Test
    void isTheContiguityRatioOfGeary() {
        // 1 2 over 3 4: neighbours differ by 1, 1, 2, 2; deviations square to 5: (4 - 1) * 10 / (2 * 4 * 5)
        assertThat(NoiseScore.of(new double[] {1, 2, 3, 4}, ImageShape.grey(2, 2)))
                .isCloseTo(0.75, within(1e-15));
    }

    @Test
    void isNearZeroForASlopeAndAboutOneForNoise() {
        ImageShape shape = ImageShape.grey(28, 28);
        SplittableRandom random = new SplittableRandom(3);
        assertThat(NoiseScore.of(picture(784, i -> i % 28 + i / 28), shape)).isLessThan(0.02);
        assertThat(NoiseScore.of(picture(784, i -> random.nextGaussian()), shape))
                .isBetween(0.9, 1.1);
        assertThat(NoiseScore.of(picture(784, i -> (i % 28 + i / 28) % 2), shape))
                .isGreaterThan(1.9);
    }

    @Test
    void isTheMeanOverChannels() {
        ImageShape shape = new ImageShape(2, 2, 3);
        double[] grey = {1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4};
        assertThat(NoiseScore.of(grey, shape)).isCloseTo(0.75, within(1e-15));
    }

    @Test
    void aPictureOfOneColourHasNone() {
        assertThat(NoiseScore.of(new double[] {1, 1, 1, 1}, ImageShape.grey(2, 2)))
                .isNaN();
    }
}
