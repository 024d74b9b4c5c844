package dev.gradwright.processor.lower;

import com.sun.source.tree.Tree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;

/** Numeric promotion and conversion (JLS chapter 5). */
final class Conversions {

    private final Site site;

    Conversions(Site site) {
        this.site = site;
    }

    /** The type that two numbers are promoted to. */
    Type promoted(Type left, Type right) {
        if (left == Type.DOUBLE || right == Type.DOUBLE) {
            return Type.DOUBLE;
        }
        return left == Type.LONG || right == Type.LONG ? Type.LONG : Type.INT;
    }

    static boolean isNumber(Type type) {
        return type == Type.DOUBLE || type.isIntegral();
    }

    /** The value as it arrives in a variable, argument or operand of a type. */
    Expression to(Type wanted, Expression value, Tree tree) {
        if (value instanceof Expression.Null) {
            throw site.refuse(tree, Message.NULL_REFERENCE);
        }
        if (value.type().equals(wanted)) {
            return value;
        }
        if (!isWidening(value.type(), wanted)) {
            throw site.refuse(tree, Message.TYPE_MISMATCH, value.type(), wanted, "Write the conversion you mean.");
        }
        return converted(wanted, value, true);
    }

    /** The values as they arrive in parameters. */
    List<Expression> all(List<Type> wanted, List<Expression> values, Tree tree) {
        List<Expression> converted = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            converted.add(to(wanted.get(i), values.get(i), tree));
        }
        return converted;
    }

    /** The value of a cast. */
    Expression cast(Type wanted, Expression value, Tree tree) {
        if (value.type().equals(wanted)) {
            return value;
        }
        if (!isNumber(wanted) || !isNumber(value.type())) {
            throw site.refuse(tree, Message.UNSUPPORTED_EXPRESSION, "A cast to " + wanted, "Only numbers can be cast.");
        }
        return converted(wanted, value, isWidening(value.type(), wanted));
    }

    private static Expression converted(Type wanted, Expression value, boolean implicit) {
        if (value instanceof Expression.Literal literal && literal.value() instanceof Number number) {
            if (wanted == Type.DOUBLE) {
                return new Expression.Literal(wanted, number.doubleValue());
            } else if (wanted == Type.LONG && value.type() == Type.INT) {
                return new Expression.Literal(wanted, number.longValue());
            }
        }
        return new Expression.Cast(wanted, value, implicit);
    }

    private static boolean isWidening(Type from, Type to) {
        return from == Type.INT && (to == Type.LONG || to == Type.DOUBLE) || from == Type.LONG && to == Type.DOUBLE;
    }
}
