package dev.gradwright.monitor.file;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.Histogram;
import dev.gradwright.monitor.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes numbers, histograms and findings into a file with an object of JSON on each line:
 *
 * <pre>
 * {"step":12,"scalar":"train/loss","value":0.53}
 * {"step":12,"histogram":"activation/hidden","count":4,"notFinite":0,"min":-1.0,"max":2.0,"sum":2.0,"sumOfSquares":6.0,
 *     "edges":[-1.0,0.0,1.0,2.0],"counts":[1,1,2]}
 * {"step":12,"finding":"update-ratio","severity":"WARNING","subject":"output.bias","value":0.03,"threshold":0.01,
 *     "sentence":"...","remedy":"...","reading":"..."}
 * </pre>
 *
 * <p>Numbers have as many digits as it takes to read the same {@code double} back; others than numbers are the texts {@code "NaN"}, {@code
 * "Infinity"} and {@code "-Infinity"}. Pictures are left out.
 *
 * <p>A training that {@linkplain #resume goes on} from a checkpoint goes on in its file too, and each step is there once. If a file has the lines of
 * another training it is kept under a name with a number, as {@code log-1.jsonl}.
 */
public final class JsonLinesRecorder extends LineRecorder {

    private static final LineFormat FORMAT = new LineFormat() {

        private static final String BEGIN = "{\"step\":";

        @Override
        public String header() {
            return "";
        }

        @Override
        public boolean isFirst(String line) {
            return line.startsWith(BEGIN) || BEGIN.startsWith(line);
        }

        @Override
        public long step(String line) {
            return Long.parseLong(line.substring(BEGIN.length(), line.indexOf(',')));
        }
    };

    /**
     * A recorder.
     *
     * @param file is made if it is missing, with its folders
     * @throws IOException if the file cannot be written, or holds something else
     */
    public JsonLinesRecorder(Path file) throws IOException {
        super(file, FORMAT);
    }

    @Override
    public void scalar(String tag, long step, double value) {
        JsonWriter json = begin(step, "scalar", tag);
        int keyLength = json.length();
        end(keyLength, json.name("value").value(value));
    }

    @Override
    public void histogram(String tag, long step, Histogram histogram) {
        JsonWriter json = begin(step, "histogram", tag);
        int keyLength = json.length();
        json.name("count").value(histogram.count()).name("notFinite").value(histogram.notFinite());
        json.name("min").value(histogram.min()).name("max").value(histogram.max());
        json.name("sum").value(histogram.sum()).name("sumOfSquares").value(histogram.sumOfSquares());
        json.name("edges").array();
        for (double edge : histogram.edges()) {
            json.value(edge);
        }
        json.end().name("counts").array();
        for (long count : histogram.counts()) {
            json.value(count);
        }
        end(keyLength, json.end());
    }

    @Override
    public void finding(Finding finding) {
        JsonWriter json = begin(finding.step(), "finding", finding.rule());
        json.name("severity").value(finding.severity().name());
        json.name("subject").value(finding.subject());
        int keyLength = json.length();
        json.name("value").value(finding.value()).name("threshold").value(finding.threshold());
        json.name("sentence").value(finding.sentence());
        json.name("remedy").value(finding.remedy());
        end(keyLength, json.name("reading").value(finding.reading()));
    }

    @Override
    public String toString() {
        return "JSON file " + super.toString();
    }

    private static JsonWriter begin(long step, String kind, String tag) {
        return new JsonWriter().object().name("step").value(step).name(kind).value(tag);
    }

    private void end(int keyLength, JsonWriter json) {
        add(json.end().toString(), keyLength);
    }
}
