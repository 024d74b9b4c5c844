package dev.gradwright.processor.emit;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.source.CodeBlock;
import dev.gradwright.processor.source.Literals;
import dev.gradwright.processor.source.TypeName;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements of a method while they are printed: text, lines and indentation, with references to the classes that have to be
 * imported.
 */
final class SourceText {

    private static final String INDENT = "    ";

    /** The format of a {@link CodeBlock}: a placeholder for each type, otherwise plain text. */
    private final StringBuilder format = new StringBuilder();

    private final List<TypeName> classes = new ArrayList<>();
    private int level;

    /** What has been printed. */
    CodeBlock code() {
        return CodeBlock.of(format.toString(), classes.toArray());
    }

    SourceText add(String text) {
        if (text.indexOf('$') < 0) {
            format.append(text);
        } else {
            format.append(text.replace("$", "$$"));
        }
        return this;
    }

    SourceText add(Type type) {
        return add(Names.of(type));
    }

    SourceText add(ClassRef name) {
        return add(Names.of(name));
    }

    SourceText add(TypeName type) {
        format.append("$T");
        classes.add(type);
        return this;
    }

    /** Begins a line. */
    SourceText line() {
        format.append(INDENT.repeat(level));
        return this;
    }

    /** Ends a statement and its line. */
    void end() {
        format.append(";\n");
    }

    /** Ends the head of a statement with a block. */
    void open() {
        format.append(" {\n");
        level++;
    }

    /** Ends a block and begins the next of the same statement: {@code else}. */
    SourceText next(String head) {
        level--;
        return line().add("} ").add(head);
    }

    /** Ends a block in the middle of a statement. */
    SourceText closeWithin() {
        level--;
        return line().add("}");
    }

    /** Ends a statement with a block. */
    void close() {
        level--;
        line();
        format.append("}\n");
    }

    /** A line of comment. */
    void comment(String text) {
        line().add("// ");
        // a backslash before u would be read as an escape even in a comment
        StringBuilder line = new StringBuilder(text.replace("\\u", "\\ u"));
        for (int i = 0; i < line.length(); i++) {
            // what ends a line for some reader of the file would end the comment
            if (Literals.isLineBreak(line.charAt(i))) {
                line.setCharAt(i, ' ');
            }
        }
        add(line.toString());
        format.append('\n');
    }

    /** A text as Java writes it. */
    SourceText quote(String text) {
        return add(Literals.quoted(text));
    }

    /** A character as Java writes it. */
    SourceText quote(char character) {
        return add(Literals.quoted(character));
    }
}
