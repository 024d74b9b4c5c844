package dev.gradwright.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.Recorder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real Chromium, if there is one. */
class PageInBrowserTest {

    private static final int WIDE = 1280;
    private static final int PHONE = 360;
    private static final String EVIL = "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=2</script>";

    /** How many pixels of a canvas have been drawn on. */
    private static final String DRAWN = """
            [...document.querySelectorAll('canvas')].map(canvas => {
              const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', {willReadFrequently: true});
              copy.drawImage(canvas, 0, 0);
              const data = copy.getImageData(0, 0, canvas.width, canvas.height).data;
              let drawn = 0;
              for (let i = 3; i < data.length; i += 4) drawn += data[i] > 0 ? 1 : 0;
              return drawn;
            })""";

    private static Browser browser;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aSavedPageShowsAllOfItFromAFileWithoutANetwork() throws IOException {
        openSaved(WIDE, false);

        assertThat(text("h1")).isEqualTo("Digits " + EVIL);
        assertThat(text("#status")).isEqualTo("finished");
        assertThat(all("figure h3"))
                .contains("Loss", "Accuracy", "Learning rate", "Update-to-weight ratios", "Gradient norms")
                .contains("activation/relu", "weight/hidden.weight", "filters/hidden.weight", "Dead units, percent");
        assertThat(all("#finding-list .kind")).startsWith("error", "warning", "note");
        assertThat(all("#tiles dt")).contains("train/\u200bloss", "step");
        assertThat(browser.run("return document.querySelector('.pictures img').naturalWidth"))
                .isEqualTo(73L);
        assertThat(browser.run("return " + DRAWN + ".length")).isEqualTo(13L);
        assertThat(browser.run("return Math.min(..." + DRAWN + ") > 2000")).isEqualTo(true);
        assertThat(
                        browser.run(
                                "return performance.getEntriesByType('resource').filter(e => !e.name.startsWith('data:')).length"))
                .isEqualTo(0L);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void textsOfUsersAreShownAndNeverRun() throws IOException {
        openSaved(WIDE, false);

        assertThat(browser.run("return window.hacked === undefined")).isEqualTo(true);
        assertThat(all("#finding-list .sentence")).contains("Sentence " + EVIL);
        assertThat(all("figure h3")).contains(EVIL.substring(0, EVIL.indexOf('/')));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void fitsAPhone() throws IOException {
        openSaved(PHONE, false);

        assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo((long) PHONE);
        assertThat(browser.run(
                        "return Math.min(...[...document.querySelectorAll('.plot')].map(p => p.clientWidth)) > 250"))
                .isEqualTo(true);
        assertThat(browser.run(
                        "return Math.min(...[...document.querySelectorAll('button')].map(b => b.clientHeight)) >= 24"))
                .isEqualTo(true);
        browser.setView(PHONE + 400, 800, false);
        browser.waitFor("document.querySelector('canvas').clientWidth > 400");
    }

    @Test
    void isDarkWhereTheBrowserIs() throws IOException {
        openSaved(WIDE, true);
        assertThat(brightness()).isLessThan(60);
        browser.setView(WIDE, 900, false);
        assertThat(brightness()).isGreaterThan(200);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void chartsCanBeReadWithoutSeeingThem() throws IOException {
        openSaved(WIDE, false);

        assertThat((String) browser.run("return document.querySelector('.plot').getAttribute('aria-label')"))
                .matches("Loss: train/loss from [\\d.]+ to [\\d.]+; validation/loss from [\\d.]+ to [\\d.]+");
        assertThat(browser.run("return [...document.querySelectorAll('button,input')].every("
                        + "e => e.textContent || e.labels?.length || e.getAttribute('aria-label'))"))
                .isEqualTo(true);
        assertThat(browser.run("return [...document.images].every(i => i.alt)")).isEqualTo(true);
    }

    @Test
    void curvesAreSmoothedHiddenAndDrawnOnALogarithmicAxisOnDemand() throws IOException {
        openSaved(WIDE, false);
        String legend = "document.querySelector('#learning .legend button')";
        String before = text("#learning .legend .value");
        browser.run("const s = document.getElementById('smoothing'); s.value = 0; s.dispatchEvent(new Event('input'))");
        assertThat(text("#learning .legend .value")).isNotEqualTo(before);
        assertThat(text("#smoothing-value")).isEqualTo("0");
        Object drawn = browser.run("return " + DRAWN + "[0]");
        browser.run(legend + ".click()");
        browser.waitFor(legend + ".getAttribute('aria-pressed') === 'false'");
        browser.waitFor(DRAWN + "[0] < " + drawn);
        browser.run("document.querySelector('#learning .choice').click()");
        browser.waitFor("document.querySelector('#learning .choice').getAttribute('aria-pressed') === 'true'");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aTrainingIsWatchedWhileItRuns() throws IOException {
        TrainingPage page = new TrainingPage("Live");
        PageServer server = PageServer.start(page, 0);
        try {
            browser.setView(WIDE, 900, false);
            browser.open(server.address().toString());
            assertThat(text("#waiting")).isEqualTo("Waiting for the first measurement.");
            SyntheticRun run = new SyntheticRun(page);
            run.steps(0, 50);
            browser.waitFor("document.getElementById('waiting').hidden && " + DRAWN + ".length > 3");
            browser.waitFor("document.getElementById('status').textContent === 'training'");
            page.scalar("train/loss", 51, 123.25);
            browser.waitFor("document.getElementById('tiles').textContent.includes('123.3')");
            run.worry(52);
            browser.waitFor("document.querySelectorAll('#finding-list li').length === 3");
            page.scalar("train/loss", 53, Double.NaN);
            browser.waitFor("document.querySelector('#tiles dd.bad')?.textContent === 'NaN'");
            server.close();
            browser.waitFor("document.getElementById('status').textContent.startsWith('not connected')");
        } finally {
            server.close();
        }
        assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("ERR_CONNECTION_REFUSED"));
    }

    @Test
    void aTrainingThatEndsIsSaidToBeFinished() throws IOException {
        TrainingPage page = new TrainingPage("Short");
        try (PageServer server = PageServer.start(page, 0)) {
            browser.open(server.address().toString());
            page.scalar("loss", 1, 1);
            page.close();
            browser.waitFor("document.getElementById('status').textContent === 'finished'");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void openSaved(int width, boolean isDark) throws IOException {
        Path file = folder.resolve("page.html");
        try (TrainingPage page = new TrainingPage("Digits " + EVIL, file)) {
            record(page);
        }
        browser.setView(width, 900, isDark);
        browser.complaints();
        browser.open(file.toUri().toString());
        browser.waitFor("document.querySelectorAll('canvas').length > 3");
    }

    private static void record(Recorder page) {
        SyntheticRun run = new SyntheticRun(page);
        run.steps(0, 900);
        run.worry(800);
        page.scalar(EVIL, 1, 1);
        page.finding(new Finding("evil" + EVIL, Finding.Severity.NOTE, 1, EVIL, 0, 0, "Sentence " + EVIL, EVIL, EVIL));
    }

    private static String text(String selector) {
        return (String) browser.run("return document.querySelector(\"" + selector + "\").textContent");
    }

    private static List<String> all(String selector) {
        Object texts =
                browser.run("return [...document.querySelectorAll(\"" + selector + "\")].map(e => e.textContent)");
        return ((List<?>) texts).stream().map(String.class::cast).toList();
    }

    /** How light the page is behind everything, from 0 to 255. */
    private static long brightness() {
        return (Long) browser.run("return Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])");
    }
}
