package dev.gradwright.monitor.tensorboard;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.Histogram;
import dev.gradwright.monitor.Picture;
import dev.gradwright.monitor.Recorder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes event files, to be looked at with {@code tensorboard --logdir}: numbers, histograms, pictures, and findings as texts under {@code findings/}.
 * Each recorder makes a file of its own in the folder. A training that {@linkplain #resume goes on} from a checkpoint says so in its file, and
 * TensorBoard forgets what earlier files have of the steps that are taken again.
 *
 * <p>TensorBoard keeps numbers in single precision; the full ones are in the files of {@code dev.gradwright.monitor.file}. What has been written reaches the
 * operating system at the latest two seconds later, once something more is recorded; a record that a crash has cut is skipped by TensorBoard.
 */
public final class TensorBoardRecorder implements Recorder {

    private static final int BUFFER = 1 << 16;
    private static final long PATIENCE = 2_000_000_000L;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Path file;
    private final RecordStream records;
    private long flushed = System.nanoTime();

    /**
     * A recorder.
     *
     * @param folder where its file goes; is made if it is missing
     * @throws IOException if that cannot be
     */
    public TensorBoardRecorder(Path folder) throws IOException {
        file = folder.toAbsolutePath().resolve(name());
        try {
            Files.createDirectories(file.getParent());
            records = new RecordStream(
                    new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), BUFFER));
            records.write(Events.version(now()).bytes());
            records.flush();
        } catch (IOException e) {
            throw new IOException(sentence(e), e);
        }
    }

    @Override
    public void resume(long step) {
        write(Events.start(now(), step + 1));
    }

    @Override
    public void scalar(String tag, long step, double value) {
        write(Events.scalar(now(), step, tag, value));
    }

    @Override
    public void histogram(String tag, long step, Histogram histogram) {
        write(Events.histogram(now(), step, tag, histogram));
    }

    @Override
    public void picture(String tag, long step, Picture picture) {
        write(Events.picture(now(), step, tag, picture));
    }

    @Override
    public void finding(Finding finding) {
        write(Events.finding(now(), finding));
    }

    @Override
    public boolean mayLag() {
        return true;
    }

    @Override
    public synchronized void flush() throws IOException {
        try {
            records.flush();
        } catch (IOException e) {
            throw new IOException(sentence(e), e);
        }
        flushed = System.nanoTime();
    }

    @Override
    public synchronized void close() throws IOException {
        records.close();
    }

    @Override
    public String toString() {
        return "event file " + file;
    }

    private synchronized void write(Message event) {
        try {
            records.write(event.bytes());
            if (System.nanoTime() - flushed > PATIENCE) {
                flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(sentence(e), e);
        }
    }

    private String sentence(IOException e) {
        return "cannot write " + file + " (" + e + "); give a folder that can be written to and has space";
    }

    /** Such names are what TensorBoard looks for: the time in seconds, the machine, the process, and a number of its own. */
    private static String name() {
        String host = System.getenv().getOrDefault("HOSTNAME", "localhost").replaceAll("[^A-Za-z0-9_-]", "_");
        return String.format(
                Locale.ROOT,
                "events.out.tfevents.%010d.%s.%d.%d",
                System.currentTimeMillis() / 1000,
                host,
                ProcessHandle.current().pid(),
                COUNT.getAndIncrement());
    }

    private static double now() {
        return System.currentTimeMillis() / 1000.0;
    }
}
