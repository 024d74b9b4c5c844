package dev.gradwright.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineChartTest {

    @Test
    void aFallingLineStartsHighAndEndsLow(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("curve.png");
        chart(false, new double[] {0, 1, 2, 3, 4}, new double[] {8, 6, 4, 2, 0}).write(file);
        BufferedImage picture = ImageIO.read(file.toFile());
        assertThat(topOfLine(picture, 100)).isBetween(60, 110);
        assertThat(topOfLine(picture, 750)).isBetween(370, 430);
    }

    @Test
    void aDecayIsAStraightLineOnALogarithmicAxis() {
        double[] x = new double[50];
        double[] y = new double[50];
        for (int i = 0; i < 50; i++) {
            x[i] = i;
            y[i] = Math.pow(10, -i / 49.0 * 4);
        }
        BufferedImage picture = chart(true, x, y).draw();
        int left = topOfLine(picture, 200);
        int middle = topOfLine(picture, 350);
        int right = topOfLine(picture, 500);
        assertThat(middle - left).isCloseTo(right - middle, within(2));
        assertThat(middle).isGreaterThan(left + 50);
    }

    @Test
    void aLineIsBrokenWhereANumberIsMissing() {
        BufferedImage picture = chart(false, new double[] {0, 1, 2, 3, 4}, new double[] {1, 1, Double.NaN, 1, 1.5})
                .draw();
        assertThat(topOfLine(picture, 150)).isPositive();
        assertThat(topOfLine(picture, 400)).isNegative();
    }

    @Test
    void nothingToShowIsNoError() {
        assertThat(chart(true, new double[0], new double[0]).draw().getHeight()).isEqualTo(480);
        assertThat(chart(true, new double[] {1}, new double[] {-1}).draw().getHeight())
                .isEqualTo(480);
        assertThat(chart(false, new double[] {5, 5}, new double[] {0, 0}).draw().getHeight())
                .isEqualTo(480);
    }

    @Test
    void chartsAreStacked() {
        LineChart chart = chart(false, new double[] {0, 1}, new double[] {0, 1});
        assertThat(LineChart.stack(List.of(chart, chart, chart)).getHeight()).isEqualTo(3 * 480);
    }

    @Test
    void ticksAreRoundNumbers() {
        assertThat(Axis.over(new double[] {0, 30}, false).ticks())
                .containsExactly(0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0);
        assertThat(Axis.over(new double[] {0.003, 20}, true).ticks())
                .containsExactly(1e-3, 1e-2, 1e-1, 1.0, 10.0, 100.0);
        Axis small = Axis.over(new double[] {0, 0.1}, false);
        assertThat(small.ticks().stream().map(small::label))
                .containsExactly("0.00", "0.02", "0.04", "0.06", "0.08", "0.10");
        Axis large = Axis.over(new double[] {0, 4e6}, false);
        assertThat(large.ticks().stream().map(large::label)).startsWith("0", "5e+05", "1e+06");
    }

    @Test
    void ticksOfWholeNumbersAreWhole() {
        assertThat(Axis.over(new double[] {1, 2, 3, 4}, false).ticks()).containsExactly(1.0, 2.0, 3.0, 4.0);
        assertThat(Axis.over(new double[] {5, 5}, false).ticks()).containsExactly(4.0, 5.0, 6.0);
        assertThat(Axis.over(new double[] {1, 2, 2.5}, false).ticks())
                .hasSize(9)
                .endsWith(2.6);
    }

    @Test
    void refusesACurveWithFewerHeightsThanPlaces() {
        assertThatThrownBy(() -> new Curve("loss", new double[2], new double[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the curve loss has 2 places and 1 heights");
    }

    private static LineChart chart(boolean logarithmic, double[] x, double[] y) {
        return new LineChart("title", "step", "loss", false, logarithmic, List.of(new Curve("loss", x, y)));
    }

    /** The first row below the legend in which a column is rather blue, as the line is; -1 if none has. */
    private static int topOfLine(BufferedImage picture, int column) {
        for (int row = 56; row < picture.getHeight(); row++) {
            int color = picture.getRGB(column, row);
            if ((color & 0xff) - (color >> 16 & 0xff) > 60) {
                return row;
            }
        }
        return -1;
    }
}
