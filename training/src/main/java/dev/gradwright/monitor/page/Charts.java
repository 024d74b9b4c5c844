package dev.gradwright.monitor.page;

/** What pages with charts have in them: read and hashed once, as a live page is made anew for each visitor. */
final class Charts {

    static final String STYLE = HtmlPage.resource(Charts.class, "uPlot.css");

    /** The library with its licence. */
    static final Script LIBRARY = Script.of("/*\n" + HtmlPage.resource(Charts.class, "uPlot.LICENSE.txt") + "*/\n"
            + HtmlPage.resource(Charts.class, "uPlot.js"));

    static final Script CHARTS = Script.of(HtmlPage.resource(Charts.class, "charts.js"));

    private Charts() {}
}
