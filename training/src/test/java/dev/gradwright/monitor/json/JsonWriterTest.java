package dev.gradwright.monitor.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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
            Math.PI, -1e-30, 1e-300, 1e300, 12345678.25, 0, -0.0, 42, Double.NaN, Double.POSITIVE_INFINITY
        };
        JsonWriter json = new JsonWriter().array();
        for (double value : values) {
            json.rounded(value);
        }
        assertThat(json.end().toString())
                .isEqualTo("[3.1415927,-1.0E-30,1.0E-300,1.0E300,1.2345678E7,0,0,42,null,null]");
    }
}
