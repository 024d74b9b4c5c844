package dev.gradwright.processor.ir;

import java.util.List;

/**
 * A method of a differentiable class, lowered.
 *
 * @param key identifies it within its unit
 * @param stem what the names of the members generated for it begin with: its own name, unless another one shares that
 * @param isStatic whether it has no model
 * @param face its signature as it is declared
 * @param parameters what it takes; a parameter that is taken apart in the face is several here
 * @param body what it does; has one exit, at its end
 * @param results what is returned: one value, none for a void helper, several where it is taken apart
 * @param resultShape the text of the method's {@code @Shape}, empty if it has none
 * @param role what the method is in its class
 * @param position where it is declared
 */
public record Method(
        Key key,
        String stem,
        boolean isStatic,
        Face face,
        List<Parameter> parameters,
        Block body,
        List<Result> results,
        String resultShape,
        Role role,
        Position position) {

    public Method {
        parameters = List.copyOf(parameters);
        results = List.copyOf(results);
    }

    /** The same method with another body. */
    public Method withBody(Block other) {
        return new Method(key, stem, isStatic, face, parameters, other, results, resultShape, role, position);
    }

    public String name() {
        return key.name();
    }

    /** The type of the one value that is returned; void if there is none or there are several. */
    public Type resultType() {
        return results.size() == 1 ? results.get(0).variable().type() : Type.VOID;
    }

    /** The variables that hold what is returned. */
    public List<Variable> resultVariables() {
        return results.stream().map(Result::variable).toList();
    }

    /**
     * The signature of a method as it is declared.
     *
     * @param parameters its parameters
     * @param result its result type
     */
    public record Face(List<Declared> parameters, Type result) {
        public Face {
            parameters = List.copyOf(parameters);
        }

        /** Whether there is a parameter that is taken apart. */
        public boolean takesApart() {
            return parameters.stream().anyMatch(parameter -> Type.isTakenApart(parameter.type()));
        }
    }

    /** A parameter as it is declared. */
    public record Declared(String name, Type type) {}

    /**
     * What tells a method from others of a unit, which may come from several nested classes.
     *
     * @param owner the class that declares it; empty for a lambda
     * @param name its name
     * @param parameters its parameter types
     * @param arguments what its type parameters stand for; a generic method is another one for each such choice
     */
    public record Key(String owner, String name, List<Type> parameters, List<Type> arguments) {
        public Key {
            parameters = List.copyOf(parameters);
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A value that a method returns.
     *
     * @param part which part of what is returned, as a suffix for names; empty where it is all
     * @param variable holds the value, and is in scope at the end of the body
     */
    public record Result(String part, Variable variable) {}

    /** What a method is in its class. */
    public enum Role {
        /** Differentiable: callers get its derivative. */
        DIFFERENTIABLE,
        /** Differentiable, and the model's penalty: {@code @Regularization}. */
        REGULARIZATION,
        /** Called by a differentiable method of the same class. */
        HELPER
    }

    /**
     * A parameter of a method.
     *
     * @param variable the variable its body reads; a parameter the body assigns to is lowered to a local copy
     * @param constant marked {@code @Constant}
     * @param shape the text of its {@code @Shape}, empty if it has none
     * @param index the text of its {@code @Index}, empty if it has none
     */
    public record Parameter(Variable variable, boolean constant, String shape, String index) {

        /** Whether a derivative is taken with respect to it. */
        public boolean isActive() {
            return !constant && variable.type().carriesDerivative() && !(variable.type() instanceof Type.Model);
        }
    }
}
