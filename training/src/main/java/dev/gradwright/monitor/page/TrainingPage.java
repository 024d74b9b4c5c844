package dev.gradwright.monitor.page;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.Histogram;
import dev.gradwright.monitor.Picture;
import dev.gradwright.monitor.Recorder;
import dev.gradwright.monitor.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A page that shows a training: loss, accuracy, updates beside weights, distributions over time, pictures, findings. It is saved as one file of
 * HTML that needs neither a server nor a network; a {@link PageServer} shows it while training runs.
 *
 * <pre>{@code
 * try (TrainingPage page = new TrainingPage("Digits", Path.of("digits.html"));
 *         PageServer server = PageServer.start(page)) {       // prints http://127.0.0.1:43817/
 *     train(page);
 * }
 * }</pre>
 *
 * <p>Memory is bounded, however long the run is: of each tag's numbers about a thousand buckets with their least, mean and largest are kept, so no
 * extreme gets lost; of histograms 64, of pictures 8, evenly spread over the run. There is room for 500 tags and 200 different findings; the page
 * says how many more there were.
 *
 * <p>Tags decide where something is drawn: those that end in {@code loss} and in {@code accuracy} in one chart each, {@code ratio/...} on a
 * logarithmic axis with the band from 1e-4 to 1e-2 around the recommended 1e-3, others in a chart for each word before the first slash.
 */
public final class TrainingPage implements Recorder, PageContent {

    private static final String STYLE = HtmlPage.resource(TrainingPage.class, "training.css");
    private static final String BODY = HtmlPage.resource(TrainingPage.class, "training.html");
    private static final Script SCRIPT = Script.of(HtmlPage.resource(TrainingPage.class, "training.js"));

    private final String title;
    private final Path file;
    private final PageData data = new PageData();

    /** A page that is saved when {@link #save} is called. */
    public TrainingPage(String title) {
        this(title, null);
    }

    /**
     * A page that is saved when it is closed.
     *
     * @param title stands above; any text
     * @param file where it goes, in a folder that is made if it is missing
     */
    public TrainingPage(String title, Path file) {
        this.title = title;
        this.file = file;
    }

    @Override
    public void resume(long step) {
        data.resume(step);
    }

    @Override
    public void scalar(String tag, long step, double value) {
        data.add(tag, step, value);
    }

    @Override
    public void histogram(String tag, long step, Histogram histogram) {
        data.add(tag, step, histogram);
    }

    @Override
    public void picture(String tag, long step, Picture picture) {
        data.add(tag, step, picture);
    }

    @Override
    public void finding(Finding finding) {
        data.add(finding);
    }

    /** Says that nothing more will come, and saves the page if it was given a file. */
    @Override
    public void close() throws IOException {
        data.finish();
        if (file != null) {
            save(file);
        }
    }

    /**
     * Saves the page as it is now. Whoever reads the file sees the page before or the page after, never a part.
     *
     * @param target the file, in a folder that is made if it is missing
     * @throws IOException if that fails; an earlier file is as it was then
     */
    public void save(Path target) throws IOException {
        WholeFile.write(target, html(false).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String livePage() {
        return html(true);
    }

    @Override
    public String changes(long version) {
        return data.changes(version, title, true);
    }

    @Override
    public String toString() {
        return file == null ? "page " + title : "page " + file;
    }

    private String html(boolean isLive) {
        HtmlPage page = HtmlPage.withCharts(title)
                .style(STYLE)
                .body(BODY)
                .data("training", data.changes(0, title, isLive))
                .script(SCRIPT);
        return (isLive ? page.live() : page).html();
    }
}
