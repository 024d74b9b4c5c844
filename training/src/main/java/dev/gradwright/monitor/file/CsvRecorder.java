package dev.gradwright.monitor.file;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.Histogram;
import dev.gradwright.monitor.Picture;
import dev.gradwright.monitor.Recorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Writes numbers into a file of comma-separated values (RFC 4180): a line {@code step,tag,value} each, after a line with these three words. Values have
 * as many digits as it takes to read the same {@code double} back; others than numbers are {@code NaN}, {@code Infinity} and {@code -Infinity}, which
 * pandas, R and Java read. Histograms, pictures and findings are left out; a {@link JsonLinesRecorder} has them.
 *
 * <p>A training that {@linkplain #resume goes on} from a checkpoint goes on in its file too, and each step is there once. If a file has the lines of
 * another training it is kept under a name with a number, as {@code loss-1.csv}.
 */
public final class CsvRecorder implements Recorder {

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

    private final LineFile lines;

    /**
     * A recorder.
     *
     * @param file is made if it is missing, with its folders
     * @throws IOException if the file cannot be written, or holds something else
     */
    public CsvRecorder(Path file) throws IOException {
        lines = new LineFile(file, FORMAT);
    }

    @Override
    public void resume(long step) {
        try {
            lines.resume(step);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    @Override
    public void scalar(String tag, long step, double value) {
        String key = step + "," + field(tag) + ",";
        try {
            lines.add(key + value, key.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    @Override
    public void histogram(String tag, long step, Histogram histogram) {}

    @Override
    public void picture(String tag, long step, Picture picture) {}

    @Override
    public void finding(Finding finding) {}

    @Override
    public boolean mayLag() {
        return true;
    }

    @Override
    public void flush() throws IOException {
        lines.flush();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    @Override
    public String toString() {
        return "CSV file " + lines;
    }

    /** A tag as a field: in quotes where it has to be, and on one line. */
    private static String field(String tag) {
        String line = tag.replace('\n', ' ').replace('\r', ' ');
        return line.indexOf(',') < 0 && line.indexOf('"') < 0 ? line : '"' + line.replace("\"", "\"\"") + '"';
    }
}
