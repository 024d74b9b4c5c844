package dev.gradwright.check.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gradwright.check.GradientCheck;
import dev.gradwright.check.report.Coordinate;
import dev.gradwright.check.report.GradientReport;
import dev.gradwright.check.report.PassReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {

    @ParameterizedTest(name = "{index}")
    @MethodSource("dev.gradwright.check.output.Reports#all")
    void fitsItsSchemaWhichKnowsEveryMember(GradientReport report) throws IOException {
        String strict = Files.readString(Path.of("..", "docs", "gradient-report.schema.json"))
                .replace("\"type\": \"object\",", "\"type\": \"object\", \"additionalProperties\": false,");

        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(strict);

        assertThat(strict).contains("additionalProperties");
        assertThat(schema.validate(JsonReport.of(report), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate("{\"format\": \"another\"}", InputFormat.JSON))
                .isNotEmpty();
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("dev.gradwright.check.output.Reports#all")
    void keepsEveryBitOfEveryNumber(GradientReport report) {
        JsonNode passes = parsed(report).get("passes");

        for (int p = 0; p < report.passes().size(); p++) {
            PassReport pass = report.passes().get(p);
            for (int i = 0; i < pass.inputs().size(); i++) {
                JsonNode found = passes.get(p).get("inputs").get(i).get("coordinates");
                List<Coordinate> coordinates = pass.inputs().get(i).coordinates();
                assertThat(found.size()).isEqualTo(coordinates.size());
                for (int c = 0; c < coordinates.size(); c++) {
                    Coordinate coordinate = coordinates.get(c);
                    assertThat(numbers(found.get(c), "analytic", "numeric", "relativeError", "step", "value"))
                            .containsExactly(
                                    coordinate.analytic(),
                                    coordinate.numeric(),
                                    coordinate.relativeError(),
                                    coordinate.step(),
                                    coordinate.value());
                }
            }
        }
    }

    @Test
    void writesWhatIsNotANumberAsText() {
        JsonNode coordinates = parsed(Reports.notNumbers())
                .get("passes")
                .get(0)
                .get("inputs")
                .get(0)
                .get("coordinates");

        assertThat(coordinates.get(0).get("analytic").isString()).isTrue();
        assertThat(coordinates.get(0).get("analytic").asString()).isEqualTo("NaN");
        assertThat(coordinates.get(1).get("analytic").asString()).isEqualTo("Infinity");
        assertThat(coordinates.get(2).get("analytic").isNumber()).isTrue();
    }

    @Test
    void saysWhatItIsAndWhatCameOut() {
        JsonNode report = parsed(Reports.wrong());

        assertThat(report.get("format").asString()).isEqualTo("gradwright-gradient-report");
        assertThat(report.get("version").asInt()).isEqualTo(JsonReport.VERSION);
        assertThat(report.get("verdict").asString()).isEqualTo("WRONG");
        assertThat(report.get("isRight").asBoolean()).isFalse();
        assertThat(report.get("failures").get(0).asString()).startsWith("f: the gradient of x (2) at [0] is wrong");
        assertThat(report.get("replay").asString()).isEqualTo("-Dseed=1");
        assertThat(parsed(Reports.right()).get("replay").isNull()).isTrue();
    }

    @Test
    void keepsSeedsThatADoubleCannotHold() {
        GradientReport report = GradientCheck.of(x -> x[0], x -> new double[] {1})
                .at(1)
                .seed(Long.MAX_VALUE)
                .run();

        assertThat(parsed(report).get("settings").get("seed").asString()).isEqualTo("9223372036854775807");
    }

    @Test
    void namesTheLinesWithKinksAndCountsWhatStraddlesThem() {
        JsonNode pass = parsed(Reports.kink()).get("passes").get(0);

        assertThat(pass.get("kinks").get("sites").get(0).get("place").asString())
                .isEqualTo("Relu.java:12");
        assertThat(pass.get("kinks").get("sites").get(0).get("coordinates").asInt())
                .isEqualTo(1);
        JsonNode kink = pass.get("inputs").get(0).get("coordinates").get(0).get("kink");
        assertThat(kink.get("left").asDouble()).isLessThan(1e-4);
        assertThat(kink.get("right").asDouble()).isCloseTo(1, within(1e-6));
        assertThat(pass.get("inputs").get(0).get("counts").get("kink").asInt()).isEqualTo(1);
    }

    @Test
    void survivesNamesOfAllKinds() {
        String name = "a\"b\\c\nd\te\u0001f\u20acg\ud83d\ude00";
        GradientReport report = Reports.right();
        GradientReport renamed =
                new GradientReport(name, report.settings(), report.passes(), report.regularization(), report.replay());

        assertThat(parsed(renamed).get("subject").asString()).isEqualTo(name);
    }

    @Test
    void isWrittenIntoFoldersThatItMakes(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("reports").resolve("f.json");

        JsonReport.write(Reports.right(), file);

        assertThat(file).content().isEqualTo(JsonReport.of(Reports.right()));
    }

    private static JsonNode parsed(GradientReport report) {
        return new JsonMapper().readTree(JsonReport.of(report));
    }

    private static Double[] numbers(JsonNode object, String... names) {
        return Stream.of(names)
                .map(object::get)
                .map(node -> node.isString() ? Double.valueOf(node.asString()) : Double.valueOf(node.asDouble()))
                .toArray(Double[]::new);
    }
}
