package dev.gradwright.monitor.page;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.Histogram;
import dev.gradwright.monitor.Picture;
import dev.gradwright.monitor.json.JsonWriter;
import dev.gradwright.monitor.page.Selection.Item;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a page of a training shows, in bounded memory. Every change has a version, so that a page that knows all up to one of them can be told
 * what is new. The thread that trains waits only while others copy, not while they write.
 */
final class PageData {

    private static final int TAGS = 500;
    private static final int HISTOGRAMS = 64;
    private static final int PICTURES = 8;
    private static final int MOST_LEFT_OUT = 10_000;

    private final Map<String, Series> series = new LinkedHashMap<>();
    private final Map<String, Selection<Bins>> histograms = new LinkedHashMap<>();
    private final Map<String, Selection<PngPicture>> pictures = new LinkedHashMap<>();
    private final Finds findings = new Finds();
    private final Set<String> leftOut = new HashSet<>();
    private long version;
    private long firstStep = -1;
    private long step = -1;
    private final long started = System.nanoTime();
    private long ended;
    private boolean isFinished;

    synchronized void add(String tag, long at, double value) {
        Series one = place(series, tag, Series::new);
        if (one != null) {
            one.add(at, value, next(at));
        }
    }

    synchronized void add(String tag, long at, Histogram histogram) {
        Selection<Bins> one = place(histograms, tag, () -> new Selection<>(HISTOGRAMS));
        if (one != null) {
            one.add(at, Bins.of(histogram), next(at));
        }
    }

    synchronized void add(String tag, long at, Picture picture) {
        Selection<PngPicture> one = place(pictures, tag, () -> new Selection<>(PICTURES));
        if (one != null) {
            one.add(at, new PngPicture(picture), next(at));
        }
    }

    synchronized void add(Finding finding) {
        findings.add(finding, next(finding.step()));
    }

    /** Forgets what was added for later steps. */
    synchronized void resume(long at) {
        series.values().forEach(one -> one.forgetAfter(at, version + 1));
        histograms.values().forEach(one -> one.forgetAfter(at));
        pictures.values().forEach(one -> one.forgetAfter(at));
        findings.forgetAfter(at, version + 1);
        step = Math.min(step, at);
        version++;
    }

    synchronized void finish() {
        if (!isFinished) {
            isFinished = true;
            ended = System.nanoTime();
            version++;
        }
    }

    /**
     * Writes what is newer than a version.
     *
     * @param title stands in it, so that it is all that a page has to be told
     * @param isLive whether the page may ask again
     */
    String changes(long since, String title, boolean isLive) {
        JsonWriter json = new JsonWriter()
                .object()
                .name("title")
                .value(title)
                .name("live")
                .value(isLive);
        Map<String, Series> newSeries = new LinkedHashMap<>();
        Map<String, List<Item<Bins>>> newHistograms = new LinkedHashMap<>();
        Map<String, List<Item<PngPicture>>> newPictures = new LinkedHashMap<>();
        List<Finds.Entry> newFindings = null;
        synchronized (this) {
            writeState(json);
            series.forEach((tag, one) -> {
                if (one.isNewerThan(since)) {
                    newSeries.put(tag, one.copy());
                }
            });
            copy(histograms, since, newHistograms);
            copy(pictures, since, newPictures);
            if (findings.isNewerThan(since)) {
                newFindings = findings.entries();
            }
        }
        json.name("series").array();
        newSeries.forEach((tag, one) -> one.write(tag, since, json));
        json.end().name("histograms").array();
        newHistograms.forEach((tag, items) -> write(tag, items, since, Bins::write, json));
        json.end().name("pictures").array();
        newPictures.forEach((tag, items) -> write(tag, items, since, PngPicture::write, json));
        json.end();
        if (newFindings != null) {
            json.name("findings").array();
            newFindings.forEach(finding -> Finds.write(finding, json));
            json.end();
        }
        return json.end().toString();
    }

    private void writeState(JsonWriter json) {
        long until = isFinished ? ended : System.nanoTime();
        json.name("version").value(version).name("finished").value(isFinished);
        json.name("seconds").rounded((until - started) / 1e9).name("leftOut").value(leftOut.size());
        json.name("hiddenFindings").value(findings.hidden());
        if (step >= 0) {
            json.name("step").value(step).name("firstStep").value(firstStep);
        }
    }

    private static <T> void copy(Map<String, Selection<T>> from, long since, Map<String, List<Item<T>>> to) {
        from.forEach((tag, selection) -> {
            if (selection.isNewerThan(since)) {
                to.put(tag, selection.items());
            }
        });
    }

    /** Writes the things that are new, and the steps of those that the reader should still have. */
    private static <T> void write(String tag, List<Item<T>> items, long since, ItemWriter<T> writer, JsonWriter json) {
        json.object().name("tag").value(tag).name("kept").array();
        items.stream().filter(item -> item.version() <= since).forEach(item -> json.value(item.step()));
        json.end().name("items").array();
        items.stream()
                .filter(item -> item.version() > since)
                .forEach(item -> writer.write(item.thing(), item.step(), json));
        json.end().end();
    }

    /** Writes a thing. */
    private interface ItemWriter<T> {
        void write(T thing, long step, JsonWriter json);
    }

    /** What a tag has; null if there are too many tags already. */
    private <T> T place(Map<String, T> map, String tag, Supplier<T> make) {
        T one = map.get(tag);
        if (one == null && series.size() + histograms.size() + pictures.size() < TAGS) {
            one = make.get();
            map.put(tag, one);
        } else if (one == null && leftOut.size() < MOST_LEFT_OUT) {
            leftOut.add(tag);
        }
        return one;
    }

    private long next(long at) {
        if (firstStep < 0) {
            firstStep = at;
        }
        step = Math.max(step, at);
        return ++version;
    }
}
