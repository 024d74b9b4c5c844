package dev.gradwright.processor.ir;

import java.util.List;

/**
 * A differentiable method of another class (or of another object of this class), known by its signature alone; its body is
 * reached through the class generated for its owner.
 *
 * @param owner the class that declares it
 * @param name the method's name
 * @param stem what the names of the members generated for it begin with
 * @param isStatic whether it is called without an object
 * @param parameterNames its parameters' names in its source
 * @param parameters its parameter types
 * @param constant per parameter, whether it is marked {@code @Constant}
 * @param results what it returns: one value, or several where it is taken apart
 * @param isGiven whether its derivative is given by hand: it then keeps copies of what it reads again
 */
public record Callee(
        ClassRef owner,
        String name,
        String stem,
        boolean isStatic,
        List<String> parameterNames,
        List<Type> parameters,
        List<Boolean> constant,
        List<Result> results,
        boolean isGiven) {

    public Callee {
        parameterNames = List.copyOf(parameterNames);
        parameters = List.copyOf(parameters);
        constant = List.copyOf(constant);
        results = List.copyOf(results);
    }

    /**
     * A value that is returned.
     *
     * @param part which part of what is returned, as a suffix for names; empty where it is all
     * @param type its type
     */
    public record Result(String part, Type type) {}

    /** Whether a derivative flows through the parameter at this index. */
    public boolean isActive(int parameter) {
        return !constant.get(parameter) && parameters.get(parameter).carriesDerivative();
    }
}
