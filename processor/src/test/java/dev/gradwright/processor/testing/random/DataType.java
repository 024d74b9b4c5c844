package dev.gradwright.processor.testing.random;

import java.util.List;

/**
 * A record of a random program, or a small class whose fields change.
 *
 * @param isPlain whether it is a record that keeps what its constructor is given, and so are the records in it
 * @param components its fields, in the order in which the constructor takes them
 * @param methods what can be called on its objects
 */
record DataType(String name, boolean isRecord, boolean isPlain, List<Var> components, List<Helper> methods) {

    /** How many indices the arrays have in which its numbers are kept: what changes is an element of an array of its own. */
    int rank() {
        return components.stream()
                .mapToInt(component -> rank(component) + (component.isFinal() ? 0 : 1))
                .max()
                .orElse(0);
    }

    static int rank(Var component) {
        return switch (component.kind()) {
            case ARRAY, INTS -> 1;
            case ROWS -> 2;
            case CUBE -> 3;
            case OBJECT -> component.data().orElseThrow().rank();
            default -> 0;
        };
    }

    /** Whether its objects may be in arrays. */
    boolean hasArrays() {
        return rank() < 3;
    }

    @Override
    public String toString() {
        return name;
    }
}
