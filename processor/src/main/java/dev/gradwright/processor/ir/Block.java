package dev.gradwright.processor.ir;

import java.util.List;

/** Statements in order; the scope of what they declare. */
public record Block(List<Statement> statements) {

    public static final Block EMPTY = new Block(List.of());

    public Block {
        statements = List.copyOf(statements);
    }

    public boolean isEmpty() {
        return statements.isEmpty();
    }
}
