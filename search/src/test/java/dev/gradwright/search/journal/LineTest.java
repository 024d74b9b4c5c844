package dev.gradwright.search.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LineTest {

    @Test
    void whateverIsWrittenIsReadBack() {
        Line line = Line.of("end")
                .put("reason", "a = b % c\nnew\tline\r and \u00e9\u4e2d\ud83d\ude00 \u007f")
                .put("odd name=", "")
                .put("value", Double.NaN);

        assertThat(line.text()).doesNotContain("\n", "\t", "\r");
        assertThat(Line.parse(line.text())).contains(line);
    }

    @Test
    void aLineReadsLikeOne() {
        assertThat(Line.of("begin").put("number", 3).put("rate", 0.25).text())
                .matches("[0-9a-f]{8} begin number=3 rate=0\\.25");
    }

    @Test
    void aLineWithAnyCharacterChangedOrMissingIsDamaged() {
        String text = Line.of("end").put("number", 3).put("value", 0.25).text();
        for (int i = 0; i < text.length(); i++) {
            assertThat(Line.parse(text.substring(0, i))).as("cut at %d", i).isEmpty();
            String changed = text.substring(0, i) + (char) (text.charAt(i) ^ 1) + text.substring(i + 1);
            assertThat(Line.parse(changed)).as("changed at %d", i).isEmpty();
        }
    }

    @Test
    void aMissingFieldIsNamed() {
        assertThatThrownBy(() -> Line.of("end").put("number", 3).get("value"))
                .hasMessage("a line \"end\" without value: {number=3}");
    }
}
