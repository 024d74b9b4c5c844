package dev.gradwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Type;
import java.util.List;

/** Prints expressions, with no more parentheses than Java needs. */
final class ExpressionPrinter {

    private static final int CONDITIONAL = 2;
    private static final int UNARY = 13;
    private static final int PRIMARY = 15;

    private final LocalNames names;

    ExpressionPrinter(LocalNames names) {
        this.names = names;
    }

    /** An expression as it stands alone: in an assignment, an argument or an index. */
    CodeBlock print(Expression expression) {
        return print(expression, 0);
    }

    /** An expression in front of a dot. */
    CodeBlock receiver(Expression expression) {
        return print(expression, PRIMARY);
    }

    /** An expression as an operand of something that binds as strongly as the precedence says. */
    private CodeBlock print(Expression expression, int precedence) {
        CodeBlock code = code(expression);
        return precedence(expression) < precedence ? CodeBlock.of("($L)", code) : code;
    }

    private CodeBlock code(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return literal(literal);
        } else if (expression instanceof Expression.Null) {
            return CodeBlock.of("null");
        } else if (expression instanceof Expression.Read read) {
            return CodeBlock.of("$L", names.of(read.variable()));
        } else if (expression instanceof Expression.ModelField field) {
            return CodeBlock.of("model.$L", field.field().name());
        } else if (expression instanceof Expression.StaticField field) {
            return CodeBlock.of("$T.$L", Names.of(field.owner()), field.name());
        } else if (expression instanceof Expression.DerivativeField field) {
            return CodeBlock.of("this.$L$L", field.field().name(), field.which().suffix());
        } else if (expression instanceof Expression.Remembered remembered) {
            return remembered(remembered);
        } else if (expression instanceof Expression.TangentOf tangent) {
            return CodeBlock.of("tape.tangentOf($L)", print(tangent.operand()));
        } else if (expression instanceof Expression.ShadowOf shadow) {
            return CodeBlock.of("tape.shadowOf($L)", print(shadow.operand()));
        } else if (expression instanceof Expression.Element element) {
            return CodeBlock.of("$L[$L]", print(element.array(), PRIMARY), print(element.index()));
        } else if (expression instanceof Expression.Entry entry) {
            return CodeBlock.of(
                    "$L.$L($L, $L)",
                    print(entry.matrix(), PRIMARY),
                    entry.checked() ? "get" : "unsafe_get",
                    print(entry.row()),
                    print(entry.column()));
        } else if (expression instanceof Expression.EntryAt entry) {
            return CodeBlock.of("$L.get($L)", print(entry.matrix(), PRIMARY), print(entry.index()));
        } else if (expression instanceof Expression.Data data) {
            return CodeBlock.of("$L.data", print(data.matrix(), PRIMARY));
        } else if (expression instanceof Expression.Component component) {
            return CodeBlock.of("$L.$L()", print(component.record(), PRIMARY), component.name());
        } else if (expression instanceof Expression.Length length) {
            return CodeBlock.of("$L.length", print(length.array(), PRIMARY));
        } else if (expression instanceof Expression.Extent extent) {
            return CodeBlock.of("$L.$L", print(extent.matrix(), PRIMARY), extentName(extent.dimension()));
        }
        return operation(expression);
    }

    private CodeBlock operation(Expression expression) {
        if (expression instanceof Expression.Unary unary) {
            // -(-x) must not become --x
            int inner = unary.operand() instanceof Expression.Unary || isNegative(unary.operand()) ? PRIMARY : UNARY;
            return CodeBlock.of("$L$L", unary.operator().symbol(), print(unary.operand(), inner));
        } else if (expression instanceof Expression.Binary binary) {
            return binary(binary);
        } else if (expression instanceof Expression.Cast cast) {
            return cast.implicit()
                    ? code(cast.operand())
                    : CodeBlock.of("($T) $L", Names.of(cast.type()), print(cast.operand(), UNARY));
        } else if (expression instanceof Expression.InstanceOf test) {
            return CodeBlock.of("$L instanceof $T", print(test.operand(), precedence(test)), Names.of(test.tested()));
        } else if (expression instanceof Expression.SameText test) {
            return CodeBlock.of("$L.equals($L)", print(test.left(), PRIMARY), print(test.right()));
        } else if (expression instanceof Expression.Conditional choice) {
            return CodeBlock.of(
                    "$L ? $L : $L",
                    print(choice.condition(), CONDITIONAL + 1),
                    print(choice.then(), CONDITIONAL + 1),
                    print(choice.otherwise(), CONDITIONAL));
        } else if (expression instanceof Expression.Apply apply) {
            return CodeBlock.of(
                    "$T.$L($L)",
                    Names.of(apply.function().owner()),
                    apply.function().name(),
                    list(apply.arguments()));
        }
        return text((Expression.Text) expression);
    }

    /** Arguments, separated by commas. */
    CodeBlock list(List<Expression> expressions) {
        return expressions.stream().map(this::print).collect(CodeBlock.joining(", "));
    }

    private CodeBlock binary(Expression.Binary binary) {
        int precedence = binary.operator().precedence();
        Expression left = binary.left();
        // int / int widened on both sides would divide as integers
        if (isWidened(left) && isWidened(binary.right()) && binary.type() == Type.DOUBLE) {
            left = new Expression.Cast(left.type(), ((Expression.Cast) left).operand(), false);
        }
        return CodeBlock.of(
                "$L $L $L", print(left, precedence), binary.operator().symbol(), print(binary.right(), precedence + 1));
    }

    private static boolean isWidened(Expression expression) {
        return expression instanceof Expression.Cast cast && cast.implicit();
    }

    private CodeBlock text(Expression.Text text) {
        CodeBlock joined = text.pieces().stream()
                .map(piece -> print(piece, BinaryOperator.PLUS.precedence() + 1))
                .collect(CodeBlock.joining(" + "));
        boolean startsAsText = !text.pieces().isEmpty() && text.pieces().get(0).type() == Type.STRING;
        return startsAsText ? joined : CodeBlock.of("$S + $L", "", joined);
    }

    private CodeBlock remembered(Expression.Remembered remembered) {
        if (remembered.receiver().isPresent()) {
            return CodeBlock.of("$L.$L()", print(remembered.receiver().get(), PRIMARY), remembered.name());
        }
        return CodeBlock.of("this.$L", Remembering.field(remembered.name(), remembered.type()));
    }

    private static String extentName(Expression.Dimension dimension) {
        return switch (dimension) {
            case ROWS -> "numRows";
            case COLUMNS -> "numCols";
            case ELEMENTS -> "getNumElements()";
        };
    }

    private static CodeBlock literal(Expression.Literal literal) {
        Object value = literal.value();
        if (value instanceof String) {
            return CodeBlock.of("$S", value);
        } else if (value instanceof Long) {
            return CodeBlock.of("$LL", value);
        } else if (value instanceof Double number) {
            if (number.isNaN()) {
                return CodeBlock.of("Double.NaN");
            } else if (number.isInfinite()) {
                return CodeBlock.of(number > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY");
            }
        }
        if (value instanceof Character character) {
            return CodeBlock.of("$L", quoted(character));
        } else if (value instanceof Byte || value instanceof Short) {
            return CodeBlock.of("($T) $L", Names.of(literal.type()), value);
        }
        return CodeBlock.of("$L", value);
    }

    private static String quoted(char character) {
        return switch (character) {
            case '\'' -> "'\\''";
            case '\\' -> "'\\\\'";
            case '\n' -> "'\\n'";
            case '\t' -> "'\\t'";
            default ->
                character >= ' ' && character <= '~'
                        ? "'" + character + "'"
                        : String.format("'\\u%04x'", (int) character);
        };
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
