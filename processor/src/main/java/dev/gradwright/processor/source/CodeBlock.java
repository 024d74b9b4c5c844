package dev.gradwright.processor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;

/**
 * A piece of code, made of formats with placeholders: {@code $L} for code or anything with a text, {@code $S} for a text in quotes,
 * {@code $T} for a type or class; {@code $1L} names its argument by number; {@code $>} and {@code $<} indent what follows by a level
 * more or less, and {@code $$} is the sign itself.
 */
public final class CodeBlock {

    private final List<Piece> pieces;

    private CodeBlock(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /** A format with its arguments; a statement's further lines are indented by two levels more. */
    private record Piece(String format, Object[] arguments, boolean isStatement) {

        void printTo(Draft draft) {
            if (isStatement) {
                draft.beginStatement();
                printFormat(draft);
                draft.endStatement();
            } else {
                printFormat(draft);
            }
        }

        private void printFormat(Draft draft) {
            int next = 0;
            int from = 0;
            for (int sign = format.indexOf('$'); sign >= 0; sign = format.indexOf('$', from)) {
                draft.text(format, from, sign);
                char kind = format.charAt(sign + 1);
                int argument = next;
                from = sign + 2;
                if (Character.isDigit(kind)) {
                    argument = kind - '1';
                    kind = format.charAt(sign + 2);
                    from++;
                } else if (Character.isLetter(kind)) {
                    next++;
                }
                switch (kind) {
                    case 'L' -> literal(draft, arguments[argument]);
                    case 'S' -> draft.text(Literals.quoted((String) arguments[argument]));
                    case 'T' -> type(arguments[argument]).printTo(draft);
                    case '>' -> draft.indent(1);
                    case '<' -> draft.indent(-1);
                    case '$' -> draft.text("$");
                    default -> throw new IllegalArgumentException("unknown placeholder in " + format);
                }
            }
            draft.text(format, from, format.length());
        }

        private static void literal(Draft draft, Object argument) {
            if (argument instanceof CodeBlock code) {
                code.printTo(draft);
            } else {
                draft.text(String.valueOf(argument));
            }
        }

        private static TypeName type(Object argument) {
            return argument instanceof Class<?> type ? ClassName.get(type) : (TypeName) argument;
        }
    }

    public static CodeBlock of(String format, Object... arguments) {
        return new CodeBlock(List.of(new Piece(format, arguments, false)));
    }

    /** Pieces of code with a separator between them. */
    public static CodeBlock join(Iterable<CodeBlock> codes, String separator) {
        Builder all = builder();
        String before = "";
        for (CodeBlock code : codes) {
            all.add(before).add(code);
            before = separator;
        }
        return all.build();
    }

    /** Collects pieces of code, with a separator between them. */
    public static Collector<CodeBlock, ?, CodeBlock> joining(String separator) {
        return Collector.of(
                ArrayList<CodeBlock>::new,
                List::add,
                (some, others) -> {
                    some.addAll(others);
                    return some;
                },
                codes -> join(codes, separator));
    }

    public static Builder builder() {
        return new Builder();
    }

    public boolean isEmpty() {
        return pieces.isEmpty();
    }

    void printTo(Draft draft) {
        for (Piece piece : pieces) {
            piece.printTo(draft);
        }
    }

    /** The code, with the full names of classes. */
    @Override
    public String toString() {
        Draft draft = new Draft();
        printTo(draft);
        StringBuilder text = new StringBuilder();
        draft.finish(Imports.none(), text);
        return text.toString();
    }

    /** Collects code. */
    public static final class Builder {

        private final List<Piece> pieces = new ArrayList<>();

        private Builder() {}

        public Builder add(String format, Object... arguments) {
            if (!format.isEmpty()) {
                pieces.add(new Piece(format, arguments, false));
            }
            return this;
        }

        public Builder add(CodeBlock code) {
            pieces.addAll(code.pieces);
            return this;
        }

        /** Adds a statement with its semicolon. */
        public Builder addStatement(String format, Object... arguments) {
            pieces.add(new Piece(format, arguments, true));
            return this;
        }

        /** Begins a statement with a block. */
        public Builder beginControlFlow(String head, Object... arguments) {
            return add(head + " {\n$>", arguments);
        }

        public Builder endControlFlow() {
            return add("$<}\n");
        }

        public CodeBlock build() {
            return new CodeBlock(pieces);
        }
    }
}
