package dev.gradwright.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HtmlPageTest {

    @Test
    void loadsNothingAndCarriesTheLicenceOfTheChartsLibrary() {
        String html = HtmlPage.withCharts("A & <b>").html();

        assertThat(html)
                .contains(
                        "<title>A &amp; &lt;b&gt;</title>",
                        "Copyright (c) 2022 Leon Sorokin",
                        "Permission is hereby granted");
        assertThat(html).doesNotContain("src=", "@import", "url(");
        assertThat(html).contains("default-src 'none'", "connect-src 'none'", "prefers-color-scheme: dark");
        assertThat(HtmlPage.titled("live").live().html()).contains("connect-src 'self'");
    }

    @Test
    void refusesWhatWouldEndAScript() {
        HtmlPage page = HtmlPage.titled("page");

        assertThatThrownBy(() -> page.script("let a = \"</script>\"")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> page.data("id", "\"</script>\"")).hasMessageContaining("\\u003c");
    }
}
