package dev.gradwright.processor.ir;

import java.util.List;

/**
 * A pure static method of a library, such as {@code Math.sin(double)}.
 *
 * @param owner the class that declares it
 * @param name its name
 * @param parameters its parameter types
 * @param result its result type
 */
public record Function(ClassRef owner, String name, List<Type> parameters, Type result) {

    public Function {
        parameters = List.copyOf(parameters);
    }

    @Override
    public String toString() {
        return owner.simpleName() + "." + name;
    }
}
