package dev.gradwright.processor.emit;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.FixedMatrix;
import dev.gradwright.processor.ir.Type;
import java.util.List;

/** Prints expressions, with no more parentheses than Java needs. */
final class ExpressionPrinter {

    private static final int CONDITIONAL = 2;
    private static final int UNARY = 13;
    private static final int PRIMARY = 15;

    private static final ClassRef CONVERSION = ClassRef.of("org.ejml.ops", "DConvertMatrixStruct");

    private final LocalNames names;
    private final SourceText out;

    ExpressionPrinter(LocalNames names, SourceText out) {
        this.names = names;
        this.out = out;
    }

    /** An expression as it stands alone: in an assignment, an argument or an index. */
    SourceText print(Expression expression) {
        return print(expression, 0);
    }

    /** An expression in front of a dot. */
    SourceText receiver(Expression expression) {
        return print(expression, PRIMARY);
    }

    /** Arguments, separated by commas. */
    SourceText list(List<Expression> expressions) {
        for (int i = 0; i < expressions.size(); i++) {
            if (i > 0) {
                out.add(", ");
            }
            print(expressions.get(i));
        }
        return out;
    }

    /** An expression as an operand of something that binds as strongly as the precedence says. */
    private SourceText print(Expression expression, int precedence) {
        if (precedence(expression) < precedence) {
            out.add("(");
            code(expression);
            out.add(")");
        } else {
            code(expression);
        }
        return out;
    }

    private void code(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            literal(literal);
        } else if (expression instanceof Expression.Null) {
            out.add("null");
        } else if (expression instanceof Expression.Read read) {
            out.add(names.of(read.variable()));
        } else if (expression instanceof Expression.ModelField field) {
            out.add("model.").add(field.field().name());
        } else if (expression instanceof Expression.StaticField field) {
            out.add(field.owner()).add(".").add(field.name());
        } else if (expression instanceof Expression.DerivativeField field) {
            out.add("this.").add(field.field().name()).add(field.which().suffix());
        } else if (expression instanceof Expression.Remembered remembered) {
            remembered(remembered);
        } else if (expression instanceof Expression.TangentOf tangent) {
            out.add("tape.tangents().of(");
            print(tangent.operand()).add(")");
        } else if (expression instanceof Expression.NextLane lane) {
            out.add("tape.lanes().next(");
            print(lane.operand()).add(")");
        } else if (expression instanceof Expression.ShadowOf shadow) {
            out.add("tape.shadows().of(");
            print(shadow.operand()).add(")");
        } else if (expression instanceof Expression.Noted noted) {
            noted(noted);
        } else if (expression instanceof Expression.Element element) {
            receiver(element.array()).add("[");
            print(element.index()).add("]");
        } else if (expression instanceof Expression.Entry entry && entry.checked()) {
            receiver(entry.matrix()).add(".get(");
            list(List.of(entry.row(), entry.column())).add(")");
        } else if (expression instanceof Expression.Entry || expression instanceof Expression.EntryAt) {
            code(inArray((Expression.Place) expression));
        } else if (expression instanceof Expression.Data data) {
            receiver(data.matrix()).add(".data");
        } else if (expression instanceof Expression.Component component) {
            component(component);
        } else if (expression instanceof Expression.Length length) {
            receiver(length.array()).add(".length");
        } else if (expression instanceof Expression.Extent extent) {
            receiver(extent.matrix()).add(".").add(extentName(extent.dimension()));
        } else {
            operation(expression);
        }
    }

    /**
     * An entry of a matrix as the element of an array that it is. Loops over elements of arrays are what C2 is best at; methods of the
     * matrix it does not take in where a method is large already.
     */
    static Expression.Element inArray(Expression.Place place) {
        Expression index;
        if (place instanceof Expression.Entry entry) {
            Expression columns = new Expression.Extent(entry.matrix(), Expression.Dimension.COLUMNS);
            Expression start = new Expression.Binary(Type.INT, BinaryOperator.TIMES, entry.row(), columns);
            boolean isFirst = entry.column().equals(Expressions.literal(0));
            index = isFirst ? start : new Expression.Binary(Type.INT, BinaryOperator.PLUS, start, entry.column());
        } else {
            index = ((Expression.EntryAt) place).index();
        }
        return new Expression.Element(new Expression.Data(place.container()), index);
    }

    private void operation(Expression expression) {
        if (expression instanceof Expression.Unary unary) {
            // -(-x) must not become --x
            int inner = unary.operand() instanceof Expression.Unary || isNegative(unary.operand()) ? PRIMARY : UNARY;
            out.add(unary.operator().symbol());
            print(unary.operand(), inner);
        } else if (expression instanceof Expression.Binary binary) {
            binary(binary);
        } else if (expression instanceof Expression.Cast cast) {
            cast(cast);
        } else if (expression instanceof Expression.InstanceOf test) {
            print(test.operand(), precedence(test)).add(" instanceof ").add(test.tested());
        } else if (expression instanceof Expression.SameText test) {
            receiver(test.left()).add(".equals(");
            print(test.right()).add(")");
        } else if (expression instanceof Expression.Conditional choice) {
            print(choice.condition(), CONDITIONAL + 1).add(" ? ");
            print(choice.then(), CONDITIONAL + 1).add(" : ");
            print(choice.otherwise(), CONDITIONAL);
        } else if (expression instanceof Expression.Apply apply) {
            out.add(apply.function().owner())
                    .add(".")
                    .add(apply.function().name())
                    .add("(");
            list(apply.arguments()).add(")");
        } else {
            text((Expression.Text) expression);
        }
    }

    private void component(Expression.Component component) {
        Type type = component.record().type();
        boolean isFixed = FixedMatrix.of(type).isPresent();
        if (isFixed && component.type() instanceof Type.Matrix) {
            out.add(CONVERSION).add(".convert(");
            print(component.record()).add(", (").add(component.type()).add(") null)");
            return;
        }
        boolean isSimple = type.equals(Type.SIMPLE_MATRIX);
        receiver(component.record())
                .add(".")
                .add(isSimple ? "getDDRM" : component.name())
                .add(isFixed ? "" : "()");
    }

    private void cast(Expression.Cast cast) {
        if (cast.implicit()) {
            code(cast.operand());
        } else {
            out.add("(").add(cast.type()).add(") ");
            print(cast.operand(), UNARY);
        }
    }

    private void binary(Expression.Binary binary) {
        int precedence = binary.operator().precedence();
        Expression left = binary.left();
        // int / int widened on both sides would divide as integers
        if (isWidened(left) && isWidened(binary.right()) && binary.type() == Type.DOUBLE) {
            left = new Expression.Cast(left.type(), ((Expression.Cast) left).operand(), false);
        }
        print(left, precedence).add(" ").add(binary.operator().symbol()).add(" ");
        print(binary.right(), precedence + 1);
    }

    private static boolean isWidened(Expression expression) {
        return expression instanceof Expression.Cast cast && cast.implicit();
    }

    private void text(Expression.Text text) {
        boolean startsAsText = !text.pieces().isEmpty() && text.pieces().get(0).type() == Type.STRING;
        String separator = "";
        if (!startsAsText) {
            out.add("\"\"");
            separator = " + ";
        }
        for (Expression piece : text.pieces()) {
            out.add(separator);
            print(piece, BinaryOperator.PLUS.precedence() + 1);
            separator = " + ";
        }
    }

    private void noted(Expression.Noted noted) {
        out.add(noted.decision().isEmpty() ? "tape.decisions().noteUnknown(" : "tape.decisions().note(");
        out.quote(noted.position().file() + ":" + noted.position().line());
        out.add(", ").quote(noted.what()).add(", ");
        boolean isItself = noted.decision().filter(noted.value()::equals).isPresent();
        list(isItself ? List.of(noted.value()) : noted.parts()).add(")");
    }

    private void remembered(Expression.Remembered remembered) {
        if (remembered.receiver().isPresent()) {
            receiver(remembered.receiver().get())
                    .add(".")
                    .add(remembered.name())
                    .add("()");
        } else {
            out.add("this.").add(Remembering.field(remembered.name(), remembered.type()));
        }
    }

    private static String extentName(Expression.Dimension dimension) {
        return switch (dimension) {
            case ROWS -> "numRows";
            case COLUMNS -> "numCols";
            case ELEMENTS -> "getNumElements()";
        };
    }

    private void literal(Expression.Literal literal) {
        Object value = literal.value();
        if (value instanceof String string) {
            out.quote(string);
        } else if (value instanceof Character character) {
            out.quote(character);
        } else if (value instanceof Long) {
            out.add(value + "L");
        } else if (value instanceof Double number) {
            out.add(literal(number));
        } else if (value instanceof Byte || value instanceof Short) {
            out.add("(").add(literal.type()).add(") ").add(value.toString());
        } else {
            out.add(String.valueOf(value));
        }
    }

    private static String literal(double number) {
        if (Double.isNaN(number)) {
            return "Double.NaN";
        } else if (Double.isInfinite(number)) {
            return number > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
        }
        return Double.toString(number);
    }

    private static boolean isNegative(Expression expression) {
        return expression instanceof Expression.Literal literal
                && literal.value() instanceof Number number
                && (literal.type() == Type.BYTE
                        || literal.type() == Type.SHORT
                        || number.toString().startsWith("-"));
    }

    private static int precedence(Expression expression) {
        if (expression instanceof Expression.Binary binary) {
            return binary.operator().precedence();
        } else if (expression instanceof Expression.Unary) {
            return UNARY;
        } else if (expression instanceof Expression.Cast cast) {
            return cast.implicit() ? precedence(cast.operand()) : UNARY;
        } else if (expression instanceof Expression.InstanceOf) {
            return BinaryOperator.LESS.precedence();
        } else if (expression instanceof Expression.Conditional) {
            return CONDITIONAL;
        } else if (expression instanceof Expression.Text) {
            return BinaryOperator.PLUS.precedence();
        }
        return isNegative(expression) ? UNARY : PRIMARY;
    }
}
