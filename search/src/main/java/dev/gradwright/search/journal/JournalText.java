package dev.gradwright.search.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a journal has: the lines that are whole, how long they are together in bytes, and how many are not.
 *
 * @param lines the lines that are whole
 * @param length up to the end of the last whole line, in bytes
 * @param dropped how many lines are cut or damaged
 */
record JournalText(List<Line> lines, long length, int dropped) {

    /**
     * Reads a file. A line that is damaged is left out and counted, whether it is the last, cut by the end of its writer, or stands among others.
     *
     * @throws IOException if it cannot be read, or is something else than a journal
     */
    static JournalText of(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        List<Line> lines = new ArrayList<>();
        long length = 0;
        int dropped = 0;
        for (int start = 0; start < bytes.length; ) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            Optional<Line> line = end == bytes.length
                    ? Optional.empty()
                    : Line.parse(new String(bytes, start, end - start, StandardCharsets.UTF_8));
            if (line.isPresent()) {
                lines.add(line.get());
                length = end + 1L;
            } else {
                dropped++;
            }
            start = end + 1;
        }
        requireJournal(path, lines, dropped);
        return new JournalText(lines, length, dropped);
    }

    private static void requireJournal(Path path, List<Line> lines, int dropped) throws IOException {
        boolean begins = lines.isEmpty() ? dropped <= 1 : lines.get(0).kind().equals(StudyHeader.KIND);
        if (!begins) {
            throw new IOException(
                    path + " is no journal of a study, or its first line is damaged; it is left as it is");
        }
    }
}
