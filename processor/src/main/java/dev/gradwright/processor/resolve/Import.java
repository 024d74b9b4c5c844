package dev.gradwright.processor.resolve;

/**
 * An import of a source file.
 *
 * @param name the imported name, without {@code .*}
 * @param isStatic whether it imports static members
 * @param onDemand whether it ends in {@code .*}
 */
public record Import(String name, boolean isStatic, boolean onDemand) {

    /** The last part of the name. */
    String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The name without its last part: the class of an imported member. */
    String owner() {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }
}
