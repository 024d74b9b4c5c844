package dev.gradwright.processor.ir;

/** The static type of an expression, as far as differentiation has to tell types apart. */
public sealed interface Type {

    /** Types without structure. */
    enum Simple implements Type {
        DOUBLE("double"),
        INT("int"),
        LONG("long"),
        BOOLEAN("boolean"),
        STRING("String"),
        VOID("void");

        private final String spelling;

        Simple(String spelling) {
            this.spelling = spelling;
        }

        @Override
        public String toString() {
            return spelling;
        }
    }

    /** An array, by its element's type. */
    record ArrayOf(Type element) implements Type {
        @Override
        public String toString() {
            return element + "[]";
        }
    }

    /** EJML's dense row-major matrix of doubles, {@code DMatrixRMaj}. */
    record Matrix() implements Type {
        @Override
        public String toString() {
            return "DMatrixRMaj";
        }
    }

    /** An object of a class that is itself differentiable: a layer inside a model. */
    record Model(ClassRef name) implements Type {
        @Override
        public String toString() {
            return name.simpleName();
        }
    }

    /** The class generated for a differentiable class: what holds the derivative of a {@link Model}. */
    record Derivative(ClassRef name) implements Type {
        @Override
        public String toString() {
            return name.simpleName();
        }
    }

    Type DOUBLE = Simple.DOUBLE;
    Type INT = Simple.INT;
    Type LONG = Simple.LONG;
    Type BOOLEAN = Simple.BOOLEAN;
    Type STRING = Simple.STRING;
    Type VOID = Simple.VOID;
    Type MATRIX = new Matrix();
    Type DOUBLES = new ArrayOf(DOUBLE);
    Type DOUBLE_ROWS = new ArrayOf(DOUBLES);
    Type INTS = new ArrayOf(INT);

    /** Whether values of this type are references to something that can be shared and changed. */
    default boolean isReference() {
        return !(this instanceof Simple);
    }

    /** Whether a derivative can flow through values of this type. */
    default boolean carriesDerivative() {
        if (this instanceof ArrayOf array) {
            return array.element().carriesDerivative();
        }
        return this == DOUBLE || this instanceof Matrix || this instanceof Model;
    }

    /** Whether this is {@code int} or {@code long}. */
    default boolean isIntegral() {
        return this == INT || this == LONG;
    }
}
