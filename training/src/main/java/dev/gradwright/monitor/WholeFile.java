package dev.gradwright.monitor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files that are there whole or not at all. */
public final class WholeFile {

    private WholeFile() {}

    /**
     * Writes a file that can be done without, such as a page, in the place of one that was there: into another one beside it, which takes its name when it
     * is complete. Folders are made. When the machine itself fails in the seconds after, what was last written may be lost.
     *
     * @throws IOException if it cannot be written; then what was there before is still there
     */
    public static void write(Path target, byte[] bytes) throws IOException {
        write(target, bytes, false);
    }

    /**
     * As {@link #write}, but the file takes its name when all is on the disk, and survives whatever happens to the machine then.
     *
     * @throws IOException if it cannot be written; then what was there before is still there
     */
    public static void writeDurably(Path target, byte[] bytes) throws IOException {
        write(target, bytes, true);
    }

    private static void write(Path target, byte[] bytes, boolean durably) throws IOException {
        Path file = target.toAbsolutePath();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                if (durably) {
                    channel.force(true);
                }
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (Files.exists(part)) {
                Files.delete(part);
            }
            throw new IOException(
                    "cannot write " + file + " (" + e
                            + "); give a file in a folder that can be written to and has space",
                    e);
        }
    }
}
