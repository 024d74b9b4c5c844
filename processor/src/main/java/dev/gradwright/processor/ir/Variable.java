package dev.gradwright.processor.ir;

/**
 * A local variable or parameter. Identity is what tells variables apart: two variables may share a name when neither is in
 * scope where the other is, and a printer renames where generated code makes them meet.
 */
public final class Variable {

    private final String name;
    private final Type type;

    public Variable(String name, Type type) {
        this.name = name;
        this.type = type;
    }

    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    @Override
    public String toString() {
        return name;
    }
}
