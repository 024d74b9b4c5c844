package dev.gradwright.processor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The text of a file while it is written, with names of classes and places for line breaks left open: a name can be written when all
 * are known, and a line broken when its names are. So every part of a file is printed once.
 */
final class Draft {

    private static final String INDENT = "    ";

    /** By how many levels the further lines of a statement are indented. */
    private static final int CONTINUATION = 2;

    private final StringBuilder text = new StringBuilder();
    private final List<Open> open = new ArrayList<>();
    private int level;
    private boolean isAtLineStart = true;
    private boolean isInJavadoc;
    private boolean isInStatement;
    private boolean isContinued;

    /** Something left open at an offset of the text. */
    private sealed interface Open {

        int offset();
    }

    private record Name(int offset, ClassName name, boolean isInJavadoc) implements Open {}

    /** A place where a line may be broken; if it is not, there stands a text. */
    private record Break(int offset, String otherwise, int level) implements Open {}

    /** Writes text, with indentation at the beginning of its lines. */
    Draft text(String added) {
        return text(added, 0, added.length());
    }

    /** Writes a part of a text. */
    Draft text(String added, int from, int to) {
        for (int start = from; start < to; ) {
            int newline = added.indexOf('\n', start);
            int end = newline < 0 || newline >= to ? to : newline;
            if (end > start) {
                beginLine();
                text.append(added, start, end);
            }
            if (end < to) {
                endLine();
            }
            start = end + 1;
        }
        return this;
    }

    private void beginLine() {
        if (isAtLineStart) {
            text.append(INDENT.repeat(level));
            if (isInJavadoc) {
                text.append(" * ");
            }
            isAtLineStart = false;
        }
    }

    private void endLine() {
        if (isInJavadoc && isAtLineStart) {
            text.append(INDENT.repeat(level)).append(" *");
        }
        text.append('\n');
        isAtLineStart = true;
        if (isInStatement && !isContinued) {
            isContinued = true;
            level += CONTINUATION;
        }
    }

    /** Leaves the name of a class open. */
    void name(ClassName name) {
        beginLine();
        open.add(new Name(text.length(), name, isInJavadoc));
    }

    /** Allows a line break in place of a text. */
    Draft breakable(String otherwise) {
        open.add(new Break(text.length(), otherwise, level + CONTINUATION));
        return this;
    }

    Draft indent(int levels) {
        level += levels;
        return this;
    }

    void beginStatement() {
        isInStatement = true;
    }

    /** Writes what ends a statement. */
    void endStatement() {
        text(";\n");
        level -= CONTINUATION;
        isInStatement = false;
        isContinued = false;
    }

    /** Writes code as a comment for readers of the documentation. */
    void javadoc(CodeBlock code) {
        if (!code.isEmpty()) {
            text("/**\n");
            isInJavadoc = true;
            code.printTo(this);
            endOpenLine();
            isInJavadoc = false;
            text(" */\n");
        }
    }

    /** Writes modifiers in the order of the enum, which is the usual one. */
    void modifiers(Set<Modifier> modifiers) {
        for (Modifier modifier : modifiers) {
            text(modifier.toString()).text(" ");
        }
    }

    /** Ends a line if one is begun. */
    void endOpenLine() {
        if (!isAtLineStart) {
            endLine();
        }
    }

    /** Tells of the names that are left open, in their order. */
    void tell(Imports imports) {
        for (Open each : open) {
            if (each instanceof Name name) {
                imports.add(name.name(), !name.isInJavadoc());
            }
        }
    }

    /** Writes all of it, now that the names are known. */
    void finish(Imports imports, StringBuilder out) {
        Lines lines = new Lines(out);
        int from = 0;
        for (Open each : open) {
            lines.append(text, from, each.offset());
            from = each.offset();
            if (each instanceof Name name) {
                lines.append(imports.nameOf(name.name()));
            } else if (each instanceof Break place) {
                lines.mayBreak(place.otherwise(), "\n" + INDENT.repeat(place.level()));
            }
        }
        lines.append(text, from, text.length());
    }
}
