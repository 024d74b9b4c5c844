package dev.gradwright.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradwright.monitor.Histogram;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BinsTest {

    @Test
    void fewBinsStayAsTheyAre() {
        Histogram few = new Histogram(2, 0, 0, 1, 1, 1, new double[] {0, 0.5, 1}, new long[] {1, 1});

        assertThat(Bins.of(few).histogram()).isSameAs(few);
    }

    @Test
    void manyBinsBecomeFewerWithTheSameCountAndMean() {
        double[] edges = new double[1001];
        long[] counts = new long[1000];
        long count = 0;
        for (int i = 0; i < 1000; i++) {
            edges[i] = Math.expm1(i / 200.0);
            counts[i] = i % 7;
            count += counts[i];
        }
        edges[1000] = Math.expm1(5);
        Histogram many = new Histogram(count, 3, 0, edges[1000], 100, 1000, edges, counts);
        Histogram few = Bins.of(many).histogram();

        assertThat(few.counts()).hasSize(Bins.MOST);
        assertThat(Arrays.stream(few.counts()).sum()).isEqualTo(count);
        assertThat(few.notFinite()).isEqualTo(3);
        assertThat(few.edges()[0]).isEqualTo(0);
        assertThat(few.edges()[Bins.MOST]).isCloseTo(edges[1000], within(1e-9));
        assertThat(meanOfBins(few)).isCloseTo(meanOfBins(many), within(0.01 * edges[1000]));
    }

    @Test
    void binsOfOneNumberStayAsTheyAre() {
        double[] edges = new double[201];
        Arrays.setAll(edges, i -> i - 100);
        long[] counts = new long[200];
        counts[100] = 5;
        Histogram one = new Histogram(5, 0, 0, 0, 0, 0, edges, counts);

        assertThat(Bins.of(one).histogram()).isSameAs(one);
    }

    private static double meanOfBins(Histogram histogram) {
        double sum = 0;
        for (int i = 0; i < histogram.counts().length; i++) {
            sum += histogram.counts()[i] * (histogram.edges()[i] + histogram.edges()[i + 1]) / 2;
        }
        return sum / histogram.count();
    }
}
