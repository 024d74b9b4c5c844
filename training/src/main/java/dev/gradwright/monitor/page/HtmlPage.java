package dev.gradwright.monitor.page;

import static dev.gradwright.chart.Svg.escaped;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A page of HTML in one file that loads nothing: style, scripts and data are in it. Only the scripts that it was made of may run, whatever
 * else its text holds: a content security policy names each by its hash.
 */
public final class HtmlPage {

    private final String title;
    private final StringBuilder style = new StringBuilder();
    private final StringBuilder body = new StringBuilder();
    private final StringBuilder data = new StringBuilder();
    private final List<Script> scripts = new ArrayList<>();
    private boolean isLive;

    private HtmlPage(String title) {
        this.title = title;
    }

    /** An empty page with the style of all pages here: {@code page.css}, with its light and dark colours. */
    public static HtmlPage titled(String title) {
        return new HtmlPage(title).style(resource(HtmlPage.class, "page.css"));
    }

    /**
     * A page that can draw charts: with the library uPlot, its licence, and {@code charts.js}, which defines {@code Charts} for scripts that are
     * added after.
     */
    public static HtmlPage withCharts(String title) {
        return titled(title).style(Charts.STYLE).script(Charts.LIBRARY).script(Charts.CHARTS);
    }

    /** Adds rules of CSS. */
    public HtmlPage style(String css) {
        style.append(css);
        return this;
    }

    /** Adds a script, to run after the body is there. */
    public HtmlPage script(String javaScript) {
        return script(Script.of(javaScript));
    }

    HtmlPage script(Script script) {
        scripts.add(script);
        return this;
    }

    /** Adds HTML to the body. Texts of users must have been escaped. */
    public HtmlPage body(String html) {
        body.append(html);
        return this;
    }

    /**
     * Adds data for scripts, which read them as {@code JSON.parse(document.getElementById(id).textContent)}.
     *
     * @param json without the character {@code <}, as {@link dev.gradwright.monitor.json.JsonWriter} writes it
     */
    public HtmlPage data(String id, String json) {
        if (json.indexOf('<') >= 0) {
            throw new IllegalArgumentException("data in a page cannot contain <; write \\u003c in its texts");
        }
        data.append("<script type=\"application/json\" id=\"" + escaped(id) + "\">")
                .append(json)
                .append("</script>\n");
        return this;
    }

    /** Lets the page ask the server that it came from. */
    public HtmlPage live() {
        isLive = true;
        return this;
    }

    /** The page. */
    public String html() {
        String policy =
                "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
                        + "connect-src " + (isLive ? "'self'" : "'none'") + "; script-src "
                        + scripts.stream().map(Script::hash).collect(Collectors.joining(" "));
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n"
                + "<link rel=\"icon\" href=\"data:,\">\n<title>" + escaped(title) + "</title>\n<style>\n");
        html.append(style).append("</style>\n</head>\n<body>\n").append(body).append(data);
        for (Script script : scripts) {
            html.append("<script>").append(script.text()).append("</script>\n");
        }
        return html.append("</body>\n</html>\n").toString();
    }

    /**
     * The text of a resource beside a class, such as a script of its own.
     *
     * @throws NullPointerException if there is none of that name
     */
    public static String resource(Class<?> neighbour, String name) {
        try (InputStream in = Objects.requireNonNull(neighbour.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
