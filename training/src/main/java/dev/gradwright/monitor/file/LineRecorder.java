package dev.gradwright.monitor.file;

import dev.gradwright.monitor.Picture;
import dev.gradwright.monitor.Recorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** What recorders that write a line for each measurement have in common: the file, and that lines have no room for pictures. */
abstract sealed class LineRecorder implements Recorder permits CsvRecorder, JsonLinesRecorder {

    private final LineFile lines;

    LineRecorder(Path file, LineFormat format) throws IOException {
        lines = new LineFile(file, format);
    }

    @Override
    public final void resume(long step) {
        try {
            lines.resume(step);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /**
     * Adds a line.
     *
     * @param keyLength how much of its beginning no other line has
     */
    final void add(String line, int keyLength) {
        try {
            lines.add(line, keyLength);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    @Override
    public final void picture(String tag, long step, Picture picture) {}

    @Override
    public final boolean mayLag() {
        return true;
    }

    @Override
    public final void flush() throws IOException {
        lines.flush();
    }

    @Override
    public final void close() throws IOException {
        lines.close();
    }

    /** The path of the file. */
    @Override
    public String toString() {
        return lines.toString();
    }
}
