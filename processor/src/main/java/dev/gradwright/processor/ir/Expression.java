package dev.gradwright.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A pure expression: no effects, the same value whenever its inputs are the same. */
public sealed interface Expression {

    /** Its static type. */
    Type type();

    /** Its direct parts, in the order of evaluation. */
    List<Expression> parts();

    /** The same expression over other parts, given in the order of {@link #parts()}. */
    Expression withParts(List<Expression> parts);

    /** An expression that names storage that a {@link Statement.Store} can write. */
    sealed interface Place extends Expression permits Element, Entry, EntryAt {

        /** The array or matrix that is written. */
        Expression container();
    }

    /** A literal or a compile-time constant. {@code value} is a Double, Integer, Long, Boolean, Character, Byte, Short or String. */
    record Literal(Type type, Object value) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of();
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return this;
        }
    }

    /**
     * The null reference, for comparisons in argument checks.
     *
     * @param isPlaceholder whether it is only there because generated code does not show Java, as the source does, that a variable gets another
     *     value before it is read
     */
    record Null(Type type, boolean isPlaceholder) implements Expression {

        /** A null reference that can be read. */
        public Null(Type type) {
            this(type, false);
        }

        @Override
        public List<Expression> parts() {
            return List.of();
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return this;
        }
    }

    /** The value of a local variable or parameter. */
    record Read(Variable variable) implements Expression {
        @Override
        public Type type() {
            return variable.type();
        }

        @Override
        public List<Expression> parts() {
            return List.of();
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return this;
        }
    }

    /** A field of the model whose method this is. */
    record ModelField(Field field) implements Expression {
        @Override
        public Type type() {
            return field.type();
        }

        @Override
        public List<Expression> parts() {
            return List.of();
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return this;
        }
    }

    /** A static field, of the model's class or another. Always inactive. */
    record StaticField(ClassRef owner, String name, Type type) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of();
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return this;
        }
    }

    /** {@code array[index]}. */
    record Element(Expression array, Expression index) implements Place {
        @Override
        public Expression container() {
            return array;
        }

        @Override
        public Type type() {
            return ((Type.ArrayOf) array.type()).element();
        }

        @Override
        public List<Expression> parts() {
            return List.of(array, index);
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new Element(parts.get(0), parts.get(1));
        }
    }

    /**
     * {@code matrix.get(row, column)}, written by {@code set}; when not checked, row and column certainly are the matrix's, and the entry is read
     * and written where it lies in the matrix's array.
     */
    record Entry(Expression matrix, Expression row, Expression column, boolean checked) implements Place {
        @Override
        public Expression container() {
            return matrix;
        }

        @Override
        public Type type() {
            return Type.DOUBLE;
        }

        @Override
        public List<Expression> parts() {
            return List.of(matrix, row, column);
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new Entry(parts.get(0), parts.get(1), parts.get(2), checked);
        }
    }

    /** {@code matrix.get(index)} in row-major order; written by {@code matrix.set(index, value)}. */
    record EntryAt(Expression matrix, Expression index) implements Place {
        @Override
        public Expression container() {
            return matrix;
        }

        @Override
        public Type type() {
            return Type.DOUBLE;
        }

        @Override
        public List<Expression> parts() {
            return List.of(matrix, index);
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new EntryAt(parts.get(0), parts.get(1));
        }
    }

    /** {@code matrix.data} (also spelt {@code getData()}): the array a matrix keeps its entries in. */
    record Data(Expression matrix) implements Expression {
        @Override
        public Type type() {
            return Type.DOUBLES;
        }

        @Override
        public List<Expression> parts() {
            return List.of(matrix);
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new Data(parts.get(0));
        }
    }

    /** {@code array.length}. */
    record Length(Expression array) implements Expression {
        @Override
        public Type type() {
            return Type.INT;
        }

        @Override
        public List<Expression> parts() {
            return List.of(array);
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new Length(parts.get(0));
        }
    }

    /** What {@link Extent} asks of a matrix. */
    enum Dimension {
        ROWS,
        COLUMNS,
        ELEMENTS
    }

    /** {@code matrix.numRows}, {@code matrix.numCols} or {@code matrix.getNumElements()}. */
    record Extent(Expression matrix, Dimension dimension) implements Expression {
        @Override
        public Type type() {
            return Type.INT;
        }

        @Override
        public List<Expression> parts() {
            return List.of(matrix);
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new Extent(parts.get(0), dimension);
        }
    }

    /** Operators with one operand. */
    enum UnaryOperator {
        NEGATE("-"),
        NOT("!"),
        COMPLEMENT("~");

        private final String symbol;

        UnaryOperator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    /** An operator applied to one operand. */
    record Unary(UnaryOperator operator, Expression operand) implements Expression {
        @Override
        public Type type() {
            return operand.type();
        }

        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new Unary(operator, parts.get(0));
        }
    }

    /** Operators with two operands; {@code precedence} grows with binding strength, as in the Java grammar. */
    enum BinaryOperator {
        TIMES("*", 12),
        DIVIDE("/", 12),
        REMAINDER("%", 12),
        PLUS("+", 11),
        MINUS("-", 11),
        SHIFT_LEFT("<<", 10),
        SHIFT_RIGHT(">>", 10),
        SHIFT_RIGHT_UNSIGNED(">>>", 10),
        LESS("<", 9),
        LESS_EQUAL("<=", 9),
        GREATER(">", 9),
        GREATER_EQUAL(">=", 9),
        EQUAL("==", 8),
        NOT_EQUAL("!=", 8),
        AND("&", 7),
        XOR("^", 6),
        OR("|", 5),
        CONDITIONAL_AND("&&", 4),
        CONDITIONAL_OR("||", 3);

        private final String symbol;
        private final int precedence;

        BinaryOperator(String symbol, int precedence) {
            this.symbol = symbol;
            this.precedence = precedence;
        }

        public String symbol() {
            return symbol;
        }

        public int precedence() {
            return precedence;
        }

        /** Whether the result is a boolean made by comparing numbers or references. */
        public boolean isComparison() {
            return precedence == 8 || precedence == 9;
        }
    }

    /** An operator applied to two operands that have been promoted to a common type (shifts keep their own). */
    record Binary(Type type, BinaryOperator operator, Expression left, Expression right) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(left, right);
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new Binary(type, operator, parts.get(0), parts.get(1));
        }
    }

    /**
     * A conversion: of numbers, of references, into an object or out of one. An implicit one (by promotion or assignment) need not
     * be printed where Java does it itself.
     */
    record Cast(Type type, Expression operand, boolean implicit) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new Cast(type, parts.get(0), implicit);
        }
    }

    /** {@code operand instanceof tested}. */
    record InstanceOf(Expression operand, Type tested) implements Expression {

        @Override
        public Type type() {
            return Type.BOOLEAN;
        }

        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new InstanceOf(parts.get(0), tested);
        }
    }

    /** {@code left.equals(right)} for two texts. */
    record SameText(Expression left, Expression right) implements Expression {

        @Override
        public Type type() {
            return Type.BOOLEAN;
        }

        @Override
        public List<Expression> parts() {
            return List.of(left, right);
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new SameText(parts.get(0), parts.get(1));
        }
    }

    /** {@code condition ? then : otherwise}, all three pure. Both branches have the type. */
    record Conditional(Type type, Expression condition, Expression then, Expression otherwise) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(condition, then, otherwise);
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new Conditional(type, parts.get(0), parts.get(1), parts.get(2));
        }
    }

    /** A pure library function applied to its arguments. */
    record Apply(Function function, List<Expression> arguments, Position position) implements Expression {
        public Apply {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Type type() {
            return function.result();
        }

        @Override
        public List<Expression> parts() {
            return arguments;
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new Apply(function, parts, position);
        }
    }

    /** String concatenation, for the messages of exceptions. */
    record Text(List<Expression> pieces) implements Expression {
        public Text {
            pieces = List.copyOf(pieces);
        }

        @Override
        public Type type() {
            return Type.STRING;
        }

        @Override
        public List<Expression> parts() {
            return pieces;
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new Text(parts);
        }
    }

    /** While a method is lowered: a value that has been taken apart, see {@link Type#parts}. */
    record Bundle(Type type, List<Expression> parts) implements Expression {
        public Bundle {
            parts = List.copyOf(parts);
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new Bundle(type, parts);
        }

        /** The parts of the parts and so on, down to those that stay whole. */
        public static List<Expression> leaves(Expression value) {
            return value instanceof Bundle bundle
                    ? bundle.parts().stream()
                            .flatMap(part -> leaves(part).stream())
                            .toList()
                    : List.of(value);
        }
    }

    /** A component of a record that is not taken apart because it is a field of the model: {@code model.origin.x()}. */
    record Component(Expression record, String name, Type type) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(record);
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new Component(parts.get(0), name, type);
        }
    }

    /** In generated code: the field of the generated object that holds a derivative of one of the model's fields. */
    record DerivativeField(Field field, Which which, Type type) implements Expression {

        /** Which of the derivatives that a generated object may hold beside a field. */
        public enum Which {
            /** The only one: in a gradient the adjoint, in a tangent the tangent; where there are several, the adjoint. */
            FIRST(""),
            /** The tangent, where there are several. */
            DIRECTION("Direction"),
            /** The tangent of the adjoint. */
            PRODUCT("Product");

            private final String suffix;

            Which(String suffix) {
                this.suffix = suffix;
            }

            /** What the name of the generated field has at its end. */
            public String suffix() {
                return suffix;
            }
        }

        @Override
        public List<Expression> parts() {
            return List.of();
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return this;
        }
    }

    /** In generated code: what a generated object remembers of the last call, of itself or of a model inside it. */
    record Remembered(Optional<Expression> receiver, String name, Type type) implements Expression {
        @Override
        public List<Expression> parts() {
            return receiver.stream().toList();
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new Remembered(parts.stream().findFirst(), name, type);
        }
    }

    /** In generated code: an array or matrix shaped like the operand that holds its tangent, always the same one for the same object. */
    record TangentOf(Expression operand) implements Expression {
        @Override
        public Type type() {
            return operand.type();
        }

        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new TangentOf(parts.get(0));
        }
    }

    /** In generated code: beside what holds derivatives for one seed, what holds them for the next one. */
    record NextLane(Expression operand) implements Expression {
        @Override
        public Type type() {
            return operand.type();
        }

        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new NextLane(parts.get(0));
        }
    }

    /** In generated code: an array or matrix of zeros shaped like the operand, always the same one for the same object. */
    record ShadowOf(Expression operand) implements Expression {
        @Override
        public Type type() {
            return operand.type();
        }

        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new ShadowOf(parts.get(0));
        }
    }

    /**
     * In generated code: a value that is made known, with the decision behind it, to whoever compares decisions at several points.
     *
     * @param decision what is decided; the value itself where that is the decision, nothing where it is not known
     */
    record Noted(Position position, String what, Expression value, Optional<Expression> decision)
            implements Expression {
        @Override
        public Type type() {
            return value.type();
        }

        @Override
        public List<Expression> parts() {
            List<Expression> parts = new ArrayList<>(List.of(value));
            decision.ifPresent(parts::add);
            return parts;
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new Noted(position, what, parts.get(0), decision.map(ignored -> parts.get(1)));
        }
    }
}
