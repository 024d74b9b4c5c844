package dev.gradwright.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.check.GradientCheck;
import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Page;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The program of docs/gradient-checks.md that is compiled with the processor fails as the page shows. */
class PartingPageTest {

    private static final Pattern BLOCK = Pattern.compile("```(?:java|text) generated\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PLACE = Pattern.compile("Softsign\\.java:(\\d+)");

    @Test
    void theProgramFailsAsShown() throws IOException, ReflectiveOperationException {
        List<String> blocks = BLOCK.matcher(Page.text("gradient-checks.md"))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
        assertThat(blocks).hasSize(2);

        String report = ((GradientCheck) Compiled.of(blocks.get(0))
                        .type("SoftsignGradientChecker")
                        .getMethod("lossSample", long.class)
                        .invoke(null, 1L))
                .run()
                .toString();

        Matcher place = PLACE.matcher(blocks.get(1));
        assertThat(place.find()).isTrue();
        int line = Integer.parseInt(place.group(1));
        assertThat(blocks.get(0).lines().toList().get(line - 1)).contains("@CustomDerivative");
        String shown = place.replaceAll("Softsign.java:" + (line + Compiled.headerLines()));
        assertThat(shown.split("\\.\\.\\.\n"))
                .hasSize(2)
                .allSatisfy(part -> assertThat(report).contains(part));
    }
}
