package dev.gradwright.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BinningTest {

    private static Histogram histogram(double... numbers) {
        Binning binning = new Binning();
        binning.see(numbers, numbers.length);
        return binning.bins().count(numbers, numbers.length).histogram();
    }

    private static void isSound(Histogram histogram) {
        assertThat(Arrays.stream(histogram.counts()).sum()).isEqualTo(histogram.count());
        for (int i = 0; i < histogram.counts().length; i++) {
            assertThat(histogram.edges()[i + 1]).isGreaterThan(histogram.edges()[i]);
        }
    }

    @Test
    void everyNumberHasABinAndTheLargestTheLast() {
        Histogram histogram = histogram(0, 0.5, 1, 30);
        isSound(histogram);
        assertThat(histogram.counts()[0]).isEqualTo(2);
        assertThat(histogram.counts()[1]).isEqualTo(1);
        assertThat(histogram.counts()[29]).isEqualTo(1);
        assertThat(histogram.mean()).isEqualTo(31.5 / 4);
    }

    @Test
    void numbersThatAreAllAlikeHaveARangeAroundThem() {
        isSound(histogram(2, 2, 2));
        isSound(histogram(0, 0));
        isSound(histogram(1, Math.nextUp(1.0)));
        isSound(histogram(-1e-300, 1e-300));
    }

    @Test
    void whatIsNotFiniteIsCountedApart() {
        Histogram histogram = histogram(1, Double.NaN, 3, Double.POSITIVE_INFINITY);
        isSound(histogram);
        assertThat(histogram.count()).isEqualTo(2);
        assertThat(histogram.notFinite()).isEqualTo(2);
        assertThat(histogram(Double.NaN).min()).isNaN();
    }

    @Test
    void aGivenRangeTakesWhatIsOutsideIntoItsLastBins() {
        Binning binning = new Binning();
        double[] numbers = {-2, 0, 2};
        binning.see(numbers, 3);
        Histogram histogram = binning.bins(-1, 1).count(numbers, 3).histogram();
        assertThat(histogram.edges()[0]).isEqualTo(-1);
        assertThat(histogram.edges()[30]).isEqualTo(1);
        assertThat(histogram.counts()[0]).isEqualTo(1);
        assertThat(histogram.counts()[29]).isEqualTo(1);
    }
}
