package dev.gradwright.check.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes texts into files in UTF-8. */
final class TextFile {

    private TextFile() {}

    /** Writes a text, and makes the folders that are missing. */
    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }
}
