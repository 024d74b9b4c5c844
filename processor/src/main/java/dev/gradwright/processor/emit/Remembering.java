package dev.gradwright.processor.emit;

import dev.gradwright.processor.ir.Type;

/** The private fields in which a generated object keeps what its last calls have left for callers. */
final class Remembering {

    private Remembering() {}

    /** The field behind a name: generated objects keep theirs, values are marked as those of the last call. */
    static String field(String name, Type type) {
        return type instanceof Type.Derivative
                ? name
                : "last" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
