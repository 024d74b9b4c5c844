package dev.gradwright.processor.ir;

import java.util.List;

/**
 * A pure static method of a library, such as {@code Math.sin(double)}.
 *
 * @param owner the class that declares it
 * @param name its name
 * @param parameters its parameter types
 * @param result its result type
 * @param partials for a function whose author gives the derivatives: the one with respect to each double parameter; empty for
 *     a function of the table
 */
public record Function(ClassRef owner, String name, List<Type> parameters, Type result, List<Function> partials) {

    public Function {
        parameters = List.copyOf(parameters);
        partials = List.copyOf(partials);
    }

    /** A function of the table. */
    public Function(ClassRef owner, String name, List<Type> parameters, Type result) {
        this(owner, name, parameters, result, List.of());
    }

    @Override
    public String toString() {
        return owner.simpleName() + "." + name;
    }
}
