package dev.gradwright.processor.ir;

/**
 * A local variable or parameter. Identity is what tells variables apart: two variables may share a name when neither is in
 * scope where the other is, and a printer renames where generated code makes them meet.
 */
public final class Variable {

    private final String name;
    private final Type type;
    private final boolean synthetic;
    private final boolean constant;

    /** A variable that the user has named. */
    public Variable(String name, Type type) {
        this(name, type, false, false);
    }

    private Variable(String name, Type type, boolean synthetic, boolean constant) {
        this.name = name;
        this.type = type;
        this.synthetic = synthetic;
        this.constant = constant;
    }

    /** A variable that the processor made up; it may be folded into its only use. */
    public static Variable synthetic(String name, Type type) {
        return new Variable(name, type, true, false);
    }

    /** A variable of which the user says that no derivative flows through it. */
    public static Variable constant(String name, Type type) {
        return new Variable(name, type, false, true);
    }

    /** Another variable of the same name, type and kind. */
    public Variable copy() {
        return new Variable(name, type, synthetic, constant);
    }

    public boolean isConstant() {
        return constant;
    }

    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    public boolean isSynthetic() {
        return synthetic;
    }

    @Override
    public String toString() {
        return name;
    }
}
