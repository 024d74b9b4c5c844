package dev.gradwright.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements of a method while they are printed: text, lines and indentation, with references to the classes that have to be
 * imported. JavaPoet gets it as one block, because each piece of a block costs it about as much time as a line.
 */
final class SourceText {

    private static final String INDENT = "    ";

    /** A format of JavaPoet's: a placeholder for each class that is named, otherwise plain text. */
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
        if (type instanceof ClassName || type instanceof ParameterizedTypeName) {
            format.append("$T");
            classes.add(type);
        } else if (type instanceof ArrayTypeName array) {
            add(array.componentType()).add("[]");
        } else {
            format.append(type);
        }
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
            if (isLineBreak(line.charAt(i))) {
                line.setCharAt(i, ' ');
            }
        }
        add(line.toString());
        format.append('\n');
    }

    /** A text as Java writes it. */
    SourceText quote(String text) {
        format.append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            add(character == '\'' ? "'" : escaped(character));
        }
        format.append('"');
        return this;
    }

    /** A character as Java writes it. */
    SourceText quote(char character) {
        return add("'").add(character == '"' ? "\"" : escaped(character)).add("'");
    }

    private static String escaped(char character) {
        return switch (character) {
            case '\'' -> "\\'";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default ->
                isLineBreak(character) || Character.isISOControl(character)
                        ? String.format("\\u%04x", (int) character)
                        : String.valueOf(character);
        };
    }

    private static boolean isLineBreak(char character) {
        return character >= '\n' && character <= '\r'
                || character == '\u0085'
                || character == '\u2028'
                || character == '\u2029';
    }
}
