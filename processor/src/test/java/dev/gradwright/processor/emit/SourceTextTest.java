package dev.gradwright.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.processor.ir.Type;
import org.junit.jupiter.api.Test;

class SourceTextTest {

    @Test
    void blocksAreIndented() {
        SourceText text = new SourceText();
        text.line().add("if (isOpen)").open();
        text.line().add("close()").end();
        text.next("else").open();
        text.line().add("open()").end();
        text.close();
        assertThat(text.code()).hasToString("""
                if (isOpen) {
                    close();
                } else {
                    open();
                }
                """);
    }

    @Test
    void namesMayHoldWhatFormatsTakeForPlaceholders() {
        SourceText text = new SourceText();
        text.add("$L + a$T[").add(new Type.ArrayOf(Type.DOUBLE)).add("]");
        assertThat(text.code()).hasToString("$L + a$T[double[]]");
    }

    @Test
    void textsAndCharactersAreQuotedAsJavaReadsThem() {
        SourceText text = new SourceText();
        text.quote("it's\n\"$5\" \\ \u2028\u0001é")
                .add(" ")
                .quote('\'')
                .quote('"')
                .quote('$');
        assertThat(text.code()).hasToString("\"it's\\n\\\"$5\\\" \\\\ \\u2028\\u0001é\" '\\'''\"''$'");
    }

    @Test
    void commentsStayOnTheirLine() {
        SourceText text = new SourceText();
        text.comment("x = \"a\f\r\u2028b\"; // \\u0041 $L");
        assertThat(text.code()).hasToString("// x = \"a   b\"; // \\ u0041 $L\n");
    }
}
