package dev.gradwright.check.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.check.report.GradientReport;
import dev.gradwright.check.report.PassReport;
import java.io.StringReader;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class HtmlReportTest {

    @ParameterizedTest(name = "{index}")
    @MethodSource("dev.gradwright.check.output.Reports#all")
    void isOneWellFormedFileThatLoadsAndRunsNothing(GradientReport report) throws Exception {
        String html = HtmlReport.of(report);

        assertThat(count(html, "//section[ol]")).isEqualTo(report.passes().size());
        assertThat(html).doesNotContain("http:", "https:", "<script", "src=", "@import", "url(");
        assertThat(html).contains("width=device-width", "prefers-color-scheme: dark");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("dev.gradwright.check.output.Reports#all")
    void hasAHistogramForEachInputAndARowForEachStage(GradientReport report) throws Exception {
        String html = HtmlReport.of(report);
        int inputs = report.passes().stream().mapToInt(p -> p.inputs().size()).sum();
        int stages = report.passes().stream().mapToInt(p -> p.stages().size()).sum();

        assertThat(count(html, "//div[contains(@class, 'histograms')]//*[local-name() = 'svg']"))
                .isEqualTo(inputs);
        assertThat(count(html, "//ol[@class = 'stages']/li")).isEqualTo(stages);
    }

    @Test
    void drawsTheCurveOfAFailureWithItsPoints() throws Exception {
        String html = HtmlReport.of(Reports.wrong());

        assertThat(count(html, "//figure[@class = 'v-curve']//*[local-name() = 'path']"))
                .isEqualTo(3);
        assertThat(text(html, "//figure[@class = 'v-curve']/figcaption"))
                .startsWith("Along x [0]: no step brings a difference nearer");
        assertThat(count(HtmlReport.of(Reports.right()), "//figure[@class = 'v-curve']"))
                .isZero();
    }

    @Test
    void tellsFirstWhatIsWrongAndHowToSeeItAgain() throws Exception {
        String html = HtmlReport.of(Reports.wrong());

        assertThat(text(html, "//header/h1")).isEqualTo("f wrong");
        assertThat(text(html, "//header//li[1]")).startsWith("f: the gradient of x (2) at [0] is wrong");
        assertThat(text(html, "//header//code")).isEqualTo("-Dseed=1");
    }

    @Test
    void showsAWrongCoordinateAsARedBarHoweverManyAreRight() throws Exception {
        String html = HtmlReport.of(Reports.wrong());

        assertThat(text(html, "//*[local-name() = 'rect' and contains(@class, 'series-6')]"))
                .isEqualTo("1 wrong");
    }

    @Test
    void countsWhatStraddlesTheKinkOfALineAndEscapesNames() throws Exception {
        String html = HtmlReport.of(Reports.kink());

        assertThat(text(html, "//h1")).startsWith("relu<\"T\"> & more");
        assertThat(text(html, "//tr[th = 'Relu.java:12']/td[1]")).isEqualTo("max");
        assertThat(text(html, "//tr[th = 'Relu.java:12']/td[2]")).isEqualTo("1");
    }

    @Test
    void saysOfAFunctionWithoutAValueOnlyThat() throws Exception {
        String html = HtmlReport.of(Reports.undefined());

        assertThat(text(html, "//header//li[1]")).contains("the result is NaN at [0]");
        assertThat(text(html, "//section/h2")).isEqualTo("data loss stopped before the comparison");
        assertThat(count(html, "//table")).isZero();
    }

    @Test
    void comparesPenaltyAndLossBeforeTheirPasses() throws Exception {
        GradientReport report = Reports.penalized();
        String html = HtmlReport.of(report);

        assertThat(count(html, "//section")).isEqualTo(1 + report.passes().size());
        assertThat(text(html, "//section[1]/h2")).isEqualTo("Regularization");
        assertThat(text(html, "//section[1]//tr[2]/th")).isEqualTo("2");
        assertThat(text(html, "//section[1]//tr[1]/td[4]")).startsWith("the penalty dominates");
        assertThat(text(html, "//section[5]/h2")).isEqualTo("data loss after 2 steps right");
    }

    @Test
    void isWrittenIntoFoldersThatItMakes(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("reports").resolve("f.html");

        HtmlReport.write(Reports.right(), file);

        assertThat(file).content().isEqualTo(HtmlReport.of(Reports.right()));
    }

    @Test
    void leavesTheCurveAsAPictureToo(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("curve.png");

        PassReport pass = Reports.wrong().passes().get(0);
        VCurve.of(pass.scan().orElseThrow(), pass.thresholds()).write(file);

        assertThat(file).isNotEmptyFile();
    }

    private static int count(String html, String path) throws Exception {
        return Integer.parseInt(XPathFactory.newInstance().newXPath().evaluate("count(" + path + ")", document(html)));
    }

    private static String text(String html, String path) throws Exception {
        return XPathFactory.newInstance().newXPath().evaluate("normalize-space(" + path + ")", document(html));
    }

    private static Document document(String html) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }
}
