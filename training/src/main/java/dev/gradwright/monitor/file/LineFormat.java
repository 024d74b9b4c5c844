package dev.gradwright.monitor.file;

/** What the lines of a file look like. */
interface LineFormat {

    /** The first line with its end; empty if there is none before the first measurement. */
    String header();

    /** Whether a file that begins with a line can be one of these. */
    boolean isFirst(String line);

    /** The step of a line; a header has one before all others. */
    long step(String line);
}
