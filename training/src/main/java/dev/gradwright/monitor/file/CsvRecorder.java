package dev.gradwright.monitor.file;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.Histogram;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes numbers into a file of comma-separated values (RFC 4180): a line {@code step,tag,value} each, after a line with these three words. Values have
 * as many digits as it takes to read the same {@code double} back; others than numbers are {@code NaN}, {@code Infinity} and {@code -Infinity}, which
 * pandas, R and Java read. Histograms, pictures and findings are left out; a {@link JsonLinesRecorder} has them.
 *
 * <p>A training that {@linkplain #resume goes on} from a checkpoint goes on in its file too, and each step is there once. If a file has the lines of
 * another training it is kept under a name with a number, as {@code loss-1.csv}.
 */
public final class CsvRecorder extends LineRecorder {

    private static final LineFormat FORMAT = new LineFormat() {

        private static final String HEADER = "step,tag,value";

        @Override
        public String header() {
            return HEADER + "\n";
        }

        @Override
        public boolean isFirst(String line) {
            return HEADER.startsWith(line);
        }

        @Override
        public long step(String line) {
            return line.equals(HEADER) ? Long.MIN_VALUE : Long.parseLong(line.substring(0, line.indexOf(',')));
        }
    };

    /**
     * A recorder.
     *
     * @param file is made if it is missing, with its folders
     * @throws IOException if the file cannot be written, or holds something else
     */
    public CsvRecorder(Path file) throws IOException {
        super(file, FORMAT);
    }

    @Override
    public void scalar(String tag, long step, double value) {
        String key = step + "," + field(tag) + ",";
        add(key + value, key.length());
    }

    @Override
    public void histogram(String tag, long step, Histogram histogram) {}

    @Override
    public void finding(Finding finding) {}

    @Override
    public String toString() {
        return "CSV file " + super.toString();
    }

    /** A tag as a field: in quotes where it has to be, and on one line. */
    private static String field(String tag) {
        String line = tag.replace('\n', ' ').replace('\r', ' ');
        return line.indexOf(',') < 0 && line.indexOf('"') < 0 ? line : '"' + line.replace("\"", "\"\"") + '"';
    }
}
