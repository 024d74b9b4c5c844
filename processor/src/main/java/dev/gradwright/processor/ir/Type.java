package dev.gradwright.processor.ir;

import java.util.List;

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
