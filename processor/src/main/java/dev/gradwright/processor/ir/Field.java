package dev.gradwright.processor.ir;

/**
 * An instance field of a differentiable class, as far as its differentiable methods use it or it is a parameter.
 *
 * @param name its name
 * @param type its type
 * @param role what the field is to the derivative
 * @param shape the text of its {@code @Shape}, empty if it has none
 */
public record Field(String name, Type type, Role role, String shape) {

    /** What a field is to the derivative. */
    public enum Role {
        /** Marked {@code @Parameter}: the derivative is taken with respect to it. */
        PARAMETER,
        /** A differentiable object, or an array of them. */
        SUBMODEL,
        /** The object itself, as its differentiable superclass sees it. */
        SUPERMODEL,
        /** Anything else: a constant, a table, or scratch memory that the methods write. */
        STATE
    }
}
