package dev.gradwright.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class SvgTest {

    @Test
    void drawsACurveWithADotForEachPointAndAHintOnIt() {
        String svg = chart(new double[] {1e-2, 1e-4, 1e-6}, new double[] {1e-3, 1e-7, 1e-5})
                .svg();

        assertThat(svg).startsWith("<svg ").contains("aria-label=\"errors &lt;by&gt; step\"");
        assertThat(svg.split("<title>0?.*? at ", -1)).hasSize(4);
        assertThat(svg).contains("<title>centred: 1.0e-07 at 0.00010</title>");
        assertThat(svg).containsPattern("d=\"M\\S+ \\S+L\\S+ \\S+L\\S+ \\S+\"");
    }

    @Test
    void breaksTheCurveWhereANumberCannotBeShown() {
        String svg = chart(new double[] {1e-2, 1e-4, 1e-6}, new double[] {1e-3, 0, 1e-5})
                .svg();

        assertThat(svg).containsPattern("d=\"M\\S+ \\S+M\\S+ \\S+\"").doesNotContain("NaN", "Infinity");
    }

    @Test
    void marksAValueAndReachesToItIfItLiesOutsideOfTheCurves() {
        LineChart chart = chart(new double[] {1e-2, 1e-6}, new double[] {1e-3, 1e-5});

        assertThat(marked(chart, new Mark("chosen", true, 1e-4)).svg()).contains("class=\"mark\"", ">chosen<");
        assertThat(marked(chart, new Mark("limit", false, 1e-4)).svg()).contains("class=\"mark\"", ">limit<");
        assertThat(chart.svg()).doesNotContain(">1e-9<");
        assertThat(marked(chart, new Mark("outside", false, 1e-9)).svg()).contains("class=\"mark\"", ">1e-9<");
        assertThat(marked(chart, new Mark("none", false, 0)).svg()).doesNotContain("class=\"mark\"");
    }

    @Test
    void marksAValueInAPictureToo() {
        LineChart chart = chart(new double[] {1e-2, 1e-6}, new double[] {1e-3, 1e-5});

        BufferedImage plain = chart.draw();
        BufferedImage marked = marked(chart, new Mark("chosen", true, 1e-4)).draw();

        assertThat(differing(plain, marked)).isGreaterThan(200);
        assertThat(differing(plain, marked(chart, new Mark("none", false, 0)).draw()))
                .isZero();
    }

    @Test
    void stacksBarsAndShowsEvenOneInAThousand() {
        BarChart chart = new BarChart(
                "errors",
                "below",
                List.of("1e-8", "1"),
                List.of(new BarChart.Group("right", new int[] {1000, 1}), new BarChart.Group("wrong", new int[] {0, 1
                })));

        assertThat(chart.svg())
                .contains("<title>1000 right</title>", "<title>1 wrong</title>", ">1000<")
                .containsPattern("series-2\" x=\"\\S+\" y=\"\\S+\" width=\"\\S+\" height=\"3\\.0\"");
        assertThat(chart.svg().split("<rect", -1)).hasSize(4);
    }

    @Test
    void refusesGroupsThatDoNotFitTheBins() {
        BarChart.Group group = new BarChart.Group("right", new int[] {1});

        assertThatThrownBy(() -> new BarChart("errors", "below", List.of("a", "b"), List.of(group)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the group right has 1 counts for 2 bins");
    }

    private static LineChart chart(double[] x, double[] y) {
        return new LineChart("errors <by> step", "step", "error", true, true, List.of(new Curve("centred", x, y)));
    }

    private static LineChart marked(LineChart chart, Mark mark) {
        return new LineChart(chart.title(), chart.xLabel(), chart.yLabel(), true, true, chart.curves(), List.of(mark));
    }

    private static int differing(BufferedImage one, BufferedImage other) {
        int count = 0;
        for (int x = 0; x < one.getWidth(); x++) {
            for (int y = 0; y < one.getHeight(); y++) {
                count += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
            }
        }
        return count;
    }
}
