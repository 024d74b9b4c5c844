package dev.gradwright.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Page;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What docs/generated-code.md shows is what is generated. */
class GeneratedCodePageTest {

    @Test
    void thePageShowsWhatIsGenerated() throws IOException {
        List<String> blocks = Page.java("generated-code.md");
        String generated = Compiled.of(blocks.get(0)).source("PoissonRegressionGradient");

        assertThat(blocks).hasSize(3);
        assertThat(withoutLineNumbers(generated)).contains(blocks.get(1), blocks.get(2));
    }

    private static String withoutLineNumbers(String source) {
        return source.replaceAll("(// \\w+\\.java):\\d+:", "$1:");
    }
}
