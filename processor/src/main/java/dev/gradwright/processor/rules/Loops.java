package dev.gradwright.processor.rules;

import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expression.Dimension;
import dev.gradwright.processor.ir.Expression.Element;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.List;

/** Pieces of loops over the entries of arrays and matrices. */
public final class Loops {

    private Loops() {}

    /** {@code for (int k = 0; k < size; k++) body}. */
    public static Statement count(Variable k, Expression size, List<Statement> body) {
        return range(k, Expressions.literal(0), size, body);
    }

    /** {@code for (int k = from; k < to; k++) body}. */
    public static Statement range(Variable k, Expression from, Expression to, List<Statement> body) {
        Expression condition = Expressions.binary(BinaryOperator.LESS, Expressions.read(k), to);
        return new Statement.For(k, from, condition, 1, new Block(body), Position.NOWHERE);
    }

    /** The entry at a row-major position: {@code matrix.data[k]} or {@code array[k]}. */
    public static Element entry(Expression contents, Expression position) {
        return new Element(contents.type().equals(Type.MATRIX) ? new Expression.Data(contents) : contents, position);
    }

    /** How many entries there are. */
    public static Expression size(Expression contents) {
        return contents.type().equals(Type.MATRIX)
                ? new Expression.Extent(contents, Dimension.ELEMENTS)
                : new Expression.Length(contents);
    }

    public static Expression rows(Expression matrix) {
        return new Expression.Extent(matrix, Dimension.ROWS);
    }

    public static Expression columns(Expression matrix) {
        return new Expression.Extent(matrix, Dimension.COLUMNS);
    }

    /** {@code place = place + amount}. */
    public static Statement add(Expression.Place place, Expression amount) {
        return new Statement.Store(place, Expressions.plus(place, amount), Position.NOWHERE);
    }

    /** {@code variable = variable + amount}. */
    public static Statement add(Variable variable, Expression amount) {
        return new Statement.Assign(variable, Expressions.plus(Expressions.read(variable), amount), Position.NOWHERE);
    }

    /** {@code place = 0}. */
    public static Statement clear(Expression.Place place) {
        return new Statement.Store(place, Expressions.ZERO, Position.NOWHERE);
    }

    /** {@code type variable = value}. */
    public static Statement declare(Variable variable, Expression value) {
        return new Statement.Declare(variable, java.util.Optional.of(value), Position.NOWHERE);
    }
}
