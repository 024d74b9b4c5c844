package dev.gradwright.processor.lower.control;

import java.util.Comparator;

/**
 * A way to leave a statement other than by its end.
 *
 * @param kind which jump
 * @param label where a break or continue goes; empty for one without a label
 */
public record Exit(Kind kind, String label) implements Comparable<Exit> {

    /** The jumps of the language. */
    enum Kind {
        BREAK,
        CONTINUE,
        YIELD,
        RETURN
    }

    static final Exit BREAK = new Exit(Kind.BREAK, "");
    static final Exit CONTINUE = new Exit(Kind.CONTINUE, "");
    static final Exit YIELD = new Exit(Kind.YIELD, "");
    public static final Exit RETURN = new Exit(Kind.RETURN, "");

    private static final Comparator<Exit> ORDER =
            Comparator.comparing(Exit::kind).thenComparing(Exit::label);

    /** A break with a label, or without one if that is null. */
    static Exit breaking(CharSequence label) {
        return label == null ? BREAK : new Exit(Kind.BREAK, label.toString());
    }

    /** A continue with a label, or without one if that is null. */
    static Exit continuing(CharSequence label) {
        return label == null ? CONTINUE : new Exit(Kind.CONTINUE, label.toString());
    }

    @Override
    public int compareTo(Exit other) {
        return ORDER.compare(this, other);
    }
}
