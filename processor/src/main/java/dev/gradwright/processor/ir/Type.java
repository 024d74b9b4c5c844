package dev.gradwright.processor.ir;

import java.util.List;
import java.util.Optional;

/**
 * The static type of an expression, as far as differentiation has to tell types apart.
 *
 * <p>The methods have no default bodies: with one, initialising {@link Simple} first would initialise this interface first, whose
 * constants would then be null.
 */
public sealed interface Type {

    /** Types without structure. */
    enum Simple implements Type {
        DOUBLE("double"),
        INT("int"),
        LONG("long"),
        BOOLEAN("boolean"),
        CHAR("char"),
        BYTE("byte"),
        SHORT("short"),
        STRING("String"),
        VOID("void");

        private final String spelling;

        Simple(String spelling) {
            this.spelling = spelling;
        }

        @Override
        public boolean isReference() {
            return false;
        }

        @Override
        public boolean carriesDerivative() {
            return this == DOUBLE;
        }

        @Override
        public boolean isIntegral() {
            return this == INT || this == LONG;
        }

        @Override
        public String toString() {
            return spelling;
        }
    }

    /** Types whose values are references to something that can be shared and changed. */
    sealed interface Reference extends Type {

        @Override
        default boolean isReference() {
            return true;
        }

        @Override
        default boolean isIntegral() {
            return false;
        }
    }

    /** An array, by its element's type. */
    record ArrayOf(Type element) implements Reference {
        @Override
        public boolean carriesDerivative() {
            return element.carriesDerivative();
        }

        /** How many indices lead to an element that is not an array. */
        public int rank() {
            return element instanceof ArrayOf inner ? 1 + inner.rank() : 1;
        }

        /** The type of the elements that are not arrays. */
        public Type leaf() {
            return element instanceof ArrayOf inner ? inner.leaf() : element;
        }

        @Override
        public String toString() {
            return element + "[]";
        }
    }

    /** EJML's dense row-major matrix of doubles, {@code DMatrixRMaj}. */
    record Matrix() implements Reference {
        @Override
        public boolean carriesDerivative() {
            return true;
        }

        @Override
        public String toString() {
            return "DMatrixRMaj";
        }
    }

    /** An object of a class that is itself differentiable: a layer inside a model. */
    record Model(ClassRef name) implements Reference {
        @Override
        public boolean carriesDerivative() {
            return true;
        }

        @Override
        public String toString() {
            return name.simpleName();
        }
    }

    /**
     * A record or another small class whose objects carry derivatives. While a method is lowered, values of such a type are taken
     * apart into their components, and arrays of them into arrays of components.
     *
     * @param name its name
     * @param arguments its type arguments; empty for a class without
     * @param components what it consists of
     */
    record Composite(ClassRef name, List<Opaque.Argument> arguments, List<Component> components) implements Type {

        public Composite {
            arguments = List.copyOf(arguments);
            components = List.copyOf(components);
        }

        /**
         * A component of a composite.
         *
         * @param name its name
         * @param type its type
         * @param isCell whether it is a field that can be given another value: then what stands for it is an array with one element,
         *     which all references to the object share
         */
        public record Component(String name, Type type, boolean isCell) {}

        /** A class of EJML that stands for a matrix, which needs no name of its own. */
        static Composite wrapper(ClassRef name) {
            return new Composite(name, List.of(), List.of(new Component("", MATRIX, false)));
        }

        /** Whether it is taken apart into nothing but a matrix. */
        public boolean isWrapper() {
            return components.size() == 1 && components.get(0).name().isEmpty();
        }

        @Override
        public boolean isReference() {
            return false;
        }

        @Override
        public boolean carriesDerivative() {
            return components.stream().anyMatch(component -> component.type().carriesDerivative());
        }

        @Override
        public boolean isIntegral() {
            return false;
        }

        @Override
        public String toString() {
            return name.simpleName();
        }
    }

    /** A part of a composite or of an array of them: the suffix that names it, and its type. */
    record Part(String suffix, Type type) {}

    /**
     * A lambda or method reference. Each has a type of its own, so that a method that is given one is read anew for it, and calls in
     * it are calls of the lambda's body. While a method is lowered, such a value is taken apart into what the lambda captures.
     *
     * @param id tells lambdas of a class apart
     * @param arity how many parameters it has; -1 for a method reference, of which that cannot be told
     * @param contract the functional interface that it implements; empty until it is known where the lambda goes
     * @param captured the local variables that its body uses
     */
    record Closure(int id, int arity, Optional<Opaque> contract, List<Part> captured) implements Type {

        public Closure {
            captured = List.copyOf(captured);
        }

        @Override
        public boolean isReference() {
            return false;
        }

        @Override
        public boolean carriesDerivative() {
            return captured.stream().anyMatch(part -> part.type().carriesDerivative());
        }

        @Override
        public boolean isIntegral() {
            return false;
        }

        @Override
        public String toString() {
            return contract.map(Opaque::toString).orElse("a lambda");
        }
    }

    /** The class generated for a differentiable class: what holds the derivative of a {@link Model}. */
    record Derivative(ClassRef name) implements Reference {
        @Override
        public boolean carriesDerivative() {
            return false;
        }

        @Override
        public String toString() {
            return name.simpleName();
        }
    }

    /**
     * Any other class: an enum, a list of names, a logger, a source of random numbers. No derivative flows through its objects, and
     * what is behind them is nobody's business here; so they count as plain values.
     *
     * @param name the class
     * @param arguments its type arguments; empty for a class without, or a raw type
     */
    record Opaque(ClassRef name, List<Argument> arguments) implements Type {

        public Opaque {
            arguments = List.copyOf(arguments);
        }

        /** How a type argument limits what it stands for. */
        public enum Variance {
            EXACT,
            EXTENDS,
            SUPER
        }

        /** A type argument; a wildcard unless it is exact. */
        public record Argument(Variance variance, Type type) {}

        @Override
        public boolean isReference() {
            return false;
        }

        @Override
        public boolean carriesDerivative() {
            return false;
        }

        @Override
        public boolean isIntegral() {
            return false;
        }

        @Override
        public String toString() {
            return name.simpleName();
        }
    }

    Type DOUBLE = Simple.DOUBLE;
    Type INT = Simple.INT;
    Type LONG = Simple.LONG;
    Type BOOLEAN = Simple.BOOLEAN;
    Type CHAR = Simple.CHAR;
    Type BYTE = Simple.BYTE;
    Type SHORT = Simple.SHORT;
    Type STRING = Simple.STRING;
    Type VOID = Simple.VOID;
    Type MATRIX = new Matrix();
    Type DOUBLES = new ArrayOf(DOUBLE);
    Type DOUBLE_ROWS = new ArrayOf(DOUBLES);
    Type INTS = new ArrayOf(INT);

    /** EJML's {@code SimpleMatrix}, which is taken apart into the matrix that it wraps; that needs no name of its own. */
    Composite SIMPLE_MATRIX = Composite.wrapper(ClassRef.of("org.ejml.simple", "SimpleMatrix"));

    /** What values of a type are taken apart into; empty if they stay whole. */
    static List<Part> parts(Type type) {
        if (type instanceof Composite composite) {
            return composite.components().stream()
                    .map(component -> new Part(
                            component.name().isEmpty() ? "" : Protocol.capitalized(component.name()),
                            component.isCell() ? new ArrayOf(component.type()) : component.type()))
                    .toList();
        } else if (type instanceof Closure closure) {
            return closure.captured();
        } else if (type instanceof ArrayOf array) {
            return parts(array.element()).stream()
                    .map(part -> new Part(part.suffix(), new ArrayOf(part.type())))
                    .toList();
        }
        return List.of();
    }

    /** Whether values of a type are taken apart. */
    static boolean isTakenApart(Type type) {
        return type instanceof ArrayOf array
                ? isTakenApart(array.element())
                : type instanceof Composite || type instanceof Closure;
    }

    /** The parts of the parts and so on, down to those that stay whole; the type itself, without a suffix, if it does. */
    static List<Part> leaves(Type type) {
        if (!isTakenApart(type)) {
            return List.of(new Part("", type));
        }
        return parts(type).stream()
                .flatMap(part ->
                        leaves(part.type()).stream().map(leaf -> new Part(part.suffix() + leaf.suffix(), leaf.type())))
                .toList();
    }

    /** Whether values of a type are what derivatives are taken of and with respect to: numbers, matrices, or arrays of either. */
    static boolean isNumeric(Type type) {
        Type leaf = type instanceof ArrayOf array ? array.leaf() : type;
        return leaf == DOUBLE || leaf instanceof Matrix;
    }

    /** Whether values of this type are references to numbers, or to what leads to them, that can be shared and changed. */
    boolean isReference();

    /** Whether a derivative can flow through values of this type. */
    boolean carriesDerivative();

    /** Whether this is {@code int} or {@code long}. */
    boolean isIntegral();
}
