package dev.gradwright.monitor.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.json.Json;

class JsonWriterTest {

    @Test
    void objectsAndArraysNest() {
        String json = new JsonWriter()
                .object()
                .name("a")
                .array()
                .value(1)
                .value(2.5)
                .value(true)
                .value((String) null)
                .array()
                .end()
                .object()
                .end()
                .end()
                .name("b")
                .object()
                .name("c")
                .value("x")
                .end()
                .end()
                .toString();

        assertThat(json).isEqualTo("{\"a\":[1,2.5,true,null,[],{}],\"b\":{\"c\":\"x\"}}");
    }

    @Test
    void anyTextIsReadBackAndCannotEndAnElementOfHtml() {
        StringBuilder all = new StringBuilder();
        for (char character = 0; character < 0x3000; character++) {
            all.append(character);
        }
        all.append("</script><!-- \ud83d\ude00 \ud800 & \"quotes\" \\");
        String json = new JsonWriter()
                .object()
                .name("text")
                .value(all.toString())
                .end()
                .toString();

        Map<String, Object> read = new Json().toType(json, Json.MAP_TYPE);
        assertThat(read).containsEntry("text", all.toString());
        assertThat(json).doesNotContain("<", ">", "&", "\n", "\u2028");
    }

    @Test
    void roundedNumbersHaveSevenDigitsAndKeepTheirSize() {
        double[] values = {
            Math.PI, -1e-30, 1e-300, 1e300, 12345678.25, 0.5, 0, -0.0, 42, Double.NaN, Double.POSITIVE_INFINITY
        };
        JsonWriter json = new JsonWriter().array();
        for (double value : values) {
            json.rounded(value);
        }
        assertThat(json.end().toString())
                .isEqualTo("[3.141593,-1.0E-30,1.0E-300,1.0E300,1.234568e7,5.0e-1,0,0,42,null,null]");
    }

    @Test
    void roundedNumbersAreWithinHalfAUnitOfTheSeventhDigit() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            double value = random.nextDouble(-10, 10) * Math.pow(10, random.nextInt(-30, 30));
            double read = Double.parseDouble(new JsonWriter().rounded(value).toString());
            assertThat(read).isCloseTo(value, withinPercentage(0.5001e-4));
        }
        for (int power = -40; power < 40; power++) {
            double value = Double.parseDouble("1e" + power);
            for (double near : new double[] {Math.nextDown(value), value, Math.nextUp(value)}) {
                assertThat(Double.parseDouble(new JsonWriter().rounded(near).toString()))
                        .isCloseTo(near, withinPercentage(0.5001e-4));
            }
        }
    }
}
