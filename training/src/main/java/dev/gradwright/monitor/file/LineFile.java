package dev.gradwright.monitor.file;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.TreeSet;

/**
 * A file that grows by whole lines, each of which has a step. Lines reach the operating system together, at the latest a second after the first of
 * them once another one comes; of a line that a crash has cut the rest is removed when the file goes on. Several threads may use it.
 */
final class LineFile implements Closeable {

    private static final int BUFFER = 1 << 13;
    private static final int START = 40;
    private static final long PATIENCE = 1_000_000_000L;
    private static final long BETWEEN_FORCES = 10 * PATIENCE;

    private final Path file;
    private final LineFormat format;
    private final StringBuilder pending = new StringBuilder();
    private final TreeSet<String> there = new TreeSet<>();
    private FileChannel channel;
    private long pendingSince;
    private long forced = System.nanoTime();
    private boolean hasBegun;

    /** Opens a file, or makes it and the folders that are missing; nothing in it changes yet. */
    LineFile(Path file, LineFormat format) throws IOException {
        this.file = file.toAbsolutePath();
        this.format = format;
        try {
            Files.createDirectories(this.file.getParent());
            channel = open();
        } catch (IOException e) {
            throw failed(e);
        }
        if (channel.size() > 0) {
            requireOwn();
        }
    }

    /** Goes on after a step: what lines say of later ones is removed. */
    synchronized void resume(long step) throws IOException {
        write();
        there.clear();
        Path kept = file.resolveSibling(file.getFileName() + ".part");
        try (BufferedReader lines = Files.newBufferedReader(file);
                OutputStream out = Files.newOutputStream(kept)) {
            long left = channel.size();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
                left -= bytes.length;
                if (left < 0) {
                    break; // the last line has no end
                }
                long at = step(line);
                if (at <= step) {
                    out.write(bytes);
                }
                if (at == step) {
                    there.add(line);
                }
            }
        }
        channel.close();
        Files.move(kept, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        channel = open();
        hasBegun = true;
        if (channel.size() == 0) {
            pending.append(format.header());
        }
    }

    /**
     * Adds a line, unless the file has the same already from before it was resumed.
     *
     * @param keyLength how much of its beginning no other line has
     */
    synchronized void add(String line, int keyLength) throws IOException {
        if (!hasBegun) {
            begin();
        }
        if (isThere(line, keyLength)) {
            return;
        }
        long now = System.nanoTime();
        if (pending.isEmpty()) {
            pendingSince = now;
        }
        pending.append(line).append('\n');
        if (pending.length() > BUFFER || now - pendingSince > PATIENCE) {
            write();
        }
    }

    private boolean isThere(String line, int keyLength) {
        if (there.isEmpty()) {
            return false;
        }
        String key = line.substring(0, keyLength);
        String next = there.ceiling(key);
        return next != null && next.startsWith(key);
    }

    /** Writes what is waiting; the operating system is made to bring it to the disk at most every ten seconds, because that takes time. */
    synchronized void flush() throws IOException {
        write();
        if (System.nanoTime() - forced > BETWEEN_FORCES) {
            try {
                channel.force(false);
            } catch (IOException e) {
                throw failed(e);
            }
            forced = System.nanoTime();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            if (channel.isOpen()) {
                write();
            }
        } finally {
            channel.close();
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }

    /** A new training in a file that has the lines of another one: these go aside. */
    private void begin() throws IOException {
        if (channel.size() > 0) {
            channel.close();
            Files.move(file, free());
            channel = open();
        }
        pending.append(format.header());
        hasBegun = true;
    }

    private Path free() {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        for (int number = 1; ; number++) {
            Path candidate = file.resolveSibling(name.substring(0, dot) + "-" + number + name.substring(dot));
            if (Files.notExists(candidate)) {
                return candidate;
            }
        }
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    private void write() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(pending.toString().getBytes(StandardCharsets.UTF_8));
        pending.setLength(0);
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void requireOwn() throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(START);
        }
        String first = new String(start, StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("");
        if (!format.isFirst(first)) {
            channel.close();
            throw new IOException(
                    file + " begins with \"" + first + "\", which no recording of a training does; give another file");
        }
    }

    private long step(String line) throws IOException {
        try {
            return format.step(line);
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new IOException(file + " has a line that no recorder wrote: \"" + line + "\"; give another file", e);
        }
    }

    private IOException failed(IOException e) {
        return new IOException(
                "cannot write " + file + " (" + e + "); give a file in a folder that can be written to and has space",
                e);
    }
}
