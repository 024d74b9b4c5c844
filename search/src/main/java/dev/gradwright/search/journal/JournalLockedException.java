package dev.gradwright.search.journal;

import java.io.IOException;
import java.nio.file.Path;

/** Another writer has a journal. */
public final class JournalLockedException extends IOException {

    private static final long serialVersionUID = 1;

    JournalLockedException(Path journal, String writer) {
        super("the journal " + journal + " is being written by " + writer
                + "; wait for it to end, or give this study a journal of its own");
    }
}
