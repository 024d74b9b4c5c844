package dev.gradwright.optimize;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads tables of reference values from resources. */
final class Reference {

    private Reference() {}

    /** The rows of a CSV resource without its header, split at commas. */
    static List<String[]> rows(String resource) {
        try (InputStream in = Reference.class.getResourceAsStream(resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(line -> line.split(",")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
