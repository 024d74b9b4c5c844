package dev.gradwright.search.journal;

import java.io.IOException;
import java.nio.file.Path;

/** Prints what is in journals. */
public final class ListTrials {

    private ListTrials() {}

    /**
     * Runs the program.
     *
     * @param journals the files
     */
    public static void main(String[] journals) throws IOException {
        if (journals.length == 0) {
            System.err.println("which journals? Give their files");
        }
        for (String journal : journals) {
            System.out.println(StudyLog.read(Path.of(journal)));
        }
    }
}
