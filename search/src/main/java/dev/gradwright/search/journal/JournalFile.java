package dev.gradwright.search.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that lines are added to, one writer at a time. Each line is handed to the system in one piece before the study goes on, so that a process that
 * is killed loses nothing; once a second and at the end the system is made to write to the disk, so that a machine that loses power loses a second.
 */
final class JournalFile implements AutoCloseable {

    private static final long SYNC_NANOS = 1_000_000_000;

    private final WriterLock lock;
    private final RandomAccessFile file;
    private final JournalText text;
    private long synced = System.nanoTime();

    private JournalFile(WriterLock lock, RandomAccessFile file, JournalText text) {
        this.lock = lock;
        this.file = file;
        this.text = text;
    }

    /**
     * Opens or makes a journal, and cuts off a last line that was not finished.
     *
     * @throws IOException if another writer has it, or it is no journal
     */
    static JournalFile open(Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        WriterLock lock = WriterLock.of(path);
        try {
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            JournalText text = JournalText.of(path);
            file.setLength(text.length());
            file.seek(text.length());
            return new JournalFile(lock, file, text);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** What was there when it was opened. */
    JournalText text() {
        return text;
    }

    void append(Line line) throws IOException {
        long length = file.getFilePointer();
        try {
            file.write((line.text() + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            file.setLength(length);
            throw e;
        }
        long now = System.nanoTime();
        if (now - synced > SYNC_NANOS) {
            file.getFD().sync();
            synced = now;
        }
    }

    @Override
    public void close() throws IOException {
        try (lock;
                file) {
            file.getFD().sync();
        }
    }
}
