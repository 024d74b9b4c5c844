package dev.gradwright.train.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder with the last checkpoint, the one before it, and the best: {@code last.checkpoint}, {@code previous.checkpoint}, {@code
 * best.checkpoint}. Each is written to a file of another name first, forced to the disk, and then renamed, so that at every moment at least one
 * complete file is there once the first has been written. One process at a time writes.
 */
public final class CheckpointFolder {

    private static final String LAST = "last.checkpoint";
    private static final String PREVIOUS = "previous.checkpoint";
    private static final String BEST = "best.checkpoint";
    private static final String UNFINISHED = ".unfinished";

    private final Path folder;
    private final Disk disk;
    private boolean isLastGood = true;

    /** Puts bytes into a file, and makes sure that they are on the disk. */
    @FunctionalInterface
    interface Disk {
        void write(Path file, byte[] bytes) throws IOException;
    }

    CheckpointFolder(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /**
     * A folder, which is made if it is not there.
     *
     * @throws IllegalArgumentException if it cannot be made or written to
     */
    public static CheckpointFolder in(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "writable", UNFINISHED));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "checkpoints cannot be written to " + folder.toAbsolutePath() + " (" + e
                            + "); choose a folder that can be made and written to",
                    e);
        }
        return new CheckpointFolder(folder, CheckpointFolder::force);
    }

    /** Whether there are checkpoints to go on from, good or not. */
    public boolean hasAny() {
        return Files.exists(folder.resolve(LAST)) || Files.exists(folder.resolve(PREVIOUS));
    }

    /**
     * Writes the last checkpoint; what was the last becomes the previous one.
     *
     * @throws IOException if that fails; the checkpoints that were there still are
     */
    public void saveLast(Map<String, byte[]> sections) throws IOException {
        Path unfinished = write(LAST, sections);
        Path last = folder.resolve(LAST);
        if (isLastGood && Files.exists(last)) {
            move(last, folder.resolve(PREVIOUS));
        }
        move(unfinished, last);
        forceFolder();
        isLastGood = true;
    }

    /**
     * Writes the best checkpoint.
     *
     * @throws IOException if that fails; the best one so far is still there
     */
    public void saveBest(Map<String, byte[]> sections) throws IOException {
        move(write(BEST, sections), folder.resolve(BEST));
        forceFolder();
    }

    /**
     * The last checkpoint, or the one before it if the last is damaged or missing.
     *
     * @return empty if there is none
     * @throws IOException if there are some and none is good, saying what is wrong with each
     */
    public Optional<Loaded> load() throws IOException {
        List<String> refused = new ArrayList<>();
        for (String name : List.of(LAST, PREVIOUS)) {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                continue;
            }
            try {
                Map<String, byte[]> sections = CheckpointFile.decode(Files.readAllBytes(file));
                isLastGood = refused.isEmpty();
                return Optional.of(new Loaded(file, sections, refused));
            } catch (IOException e) {
                refused.add(file + ": " + e.getMessage());
            }
        }
        if (refused.isEmpty()) {
            return Optional.empty();
        }
        throw new IOException("no checkpoint can be used (" + String.join("; ", refused)
                + "); move them away to begin anew, or put a copy back");
    }

    /**
     * The best checkpoint.
     *
     * @return empty if there is none
     * @throws IOException if it is damaged
     */
    public Optional<Map<String, byte[]>> loadBest() throws IOException {
        Path file = folder.resolve(BEST);
        return Files.exists(file) ? Optional.of(CheckpointFile.decode(Files.readAllBytes(file))) : Optional.empty();
    }

    /**
     * A checkpoint that has been read.
     *
     * @param file where it was
     * @param sections what is in it
     * @param refused what is wrong with files that should have been taken instead, a sentence each
     */
    public record Loaded(Path file, Map<String, byte[]> sections, List<String> refused) {}

    private Path write(String name, Map<String, byte[]> sections) throws IOException {
        Path unfinished = folder.resolve(name + UNFINISHED);
        try {
            disk.write(unfinished, CheckpointFile.encode(sections));
            return unfinished;
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
    }

    private static void force(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            writeAll(channel, bytes);
            channel.force(true);
        }
    }

    private static void writeAll(WritableByteChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes sure that the new names are on the disk too, where the system lets a folder be opened; others do so by themselves. */
    private void forceFolder() {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            return;
        }
    }
}
