package dev.gradwright.processor.source;

/** Text that is written in order, whose lines are broken where they get too long and may be. */
final class Lines {

    private static final int COLUMNS = 100;

    private final StringBuilder out;

    /** The last place where the line may be broken, if that is not decided; else negative. */
    private int place = -1;

    private String otherwise = "";
    private String lineBreak = "";

    Lines(StringBuilder out) {
        this.out = out;
    }

    void append(String text) {
        append(text, 0, text.length());
    }

    void append(CharSequence text, int from, int to) {
        if (place >= 0) {
            int end = from;
            while (end < to && text.charAt(end) != '\n') {
                end++;
            }
            if (end < to) {
                decide(out.length() + end - from);
            }
        }
        out.append(text, from, to);
    }

    /** Allows a line break, in place of a text. */
    void mayBreak(String otherwise, String lineBreak) {
        if (place >= 0) {
            decide(out.length());
        }
        this.place = out.length();
        this.otherwise = otherwise;
        this.lineBreak = lineBreak;
        out.append(otherwise);
    }

    /** Breaks the line if what follows its last place for that goes beyond the last column. */
    private void decide(int end) {
        int start = out.lastIndexOf("\n", place - 1) + 1;
        if (end - start > COLUMNS) {
            out.replace(place, place + otherwise.length(), lineBreak);
        }
        place = -1;
    }
}
