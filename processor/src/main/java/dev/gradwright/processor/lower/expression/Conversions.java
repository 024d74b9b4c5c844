package dev.gradwright.processor.lower.expression;

import com.sun.source.tree.Tree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.lower.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Numeric promotion and conversion (JLS chapter 5). */
public final class Conversions {

    private final Site site;

    public Conversions(Site site) {
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
        return type == Type.DOUBLE || type.isIntegral() || isSmall(type);
    }

    /** Whether values of the type take part in arithmetic as ints. */
    static boolean isSmall(Type type) {
        return type == Type.CHAR || type == Type.BYTE || type == Type.SHORT;
    }

    /** The value as an operand of an operator (JLS 5.6): out of its object, if it is in one, and at least an int. */
    public Expression operand(Expression value) {
        Expression unboxed = unboxed(value);
        return isSmall(unboxed.type()) ? converted(Type.INT, unboxed, true) : unboxed;
    }

    /** The number or boolean in an object that holds one; any other value as it is. */
    Expression unboxed(Expression value) {
        return primitiveIn(value.type())
                .<Expression>map(type -> new Expression.Cast(type, value, false))
                .orElse(value);
    }

    /** The value as it arrives in a variable, argument or operand of a type. */
    public Expression to(Type wanted, Expression value, Tree tree) {
        if (value instanceof Expression.Null) {
            if (wanted == Type.STRING || wanted instanceof Type.Opaque) {
                return new Expression.Null(wanted);
            }
            throw site.refuse(tree, Message.NULL_REFERENCE);
        }
        if (value.type().equals(wanted)) {
            return value;
        } else if (value.type() instanceof Type.Closure closure) {
            return implemented(wanted, closure, (Expression.Bundle) value, tree);
        }
        if (isModel(wanted) && isModel(value.type()) && isAssignable(value.type(), wanted)) {
            return value;
        }
        if (wanted instanceof Type.Opaque || wanted == Type.STRING) {
            return held(wanted, value, tree);
        }
        Expression number = unboxed(value);
        if (number.type().equals(wanted)) {
            return number;
        }
        Optional<Expression> narrowed = narrowedConstant(wanted, number);
        if (narrowed.isPresent()) {
            return narrowed.get();
        }
        if (!isWidening(number.type(), wanted)) {
            throw site.refuse(tree, Message.TYPE_MISMATCH, value.type(), wanted, "Write the conversion you mean.");
        }
        return converted(wanted, number, true);
    }

    private boolean isAssignable(Type from, Type to) {
        return site.compiler()
                .types()
                .isAssignable(site.irTypes().mirror(from), site.irTypes().mirror(to));
    }

    /** Whether values of a type are differentiable objects, or arrays of them. */
    static boolean isModel(Type type) {
        return type instanceof Type.Model || type instanceof Type.ArrayOf array && isModel(array.element());
    }

    /** A lambda where a functional interface is wanted. */
    private Expression implemented(Type wanted, Type.Closure closure, Expression.Bundle value, Tree tree) {
        if (wanted instanceof Type.Opaque contract && closure.contract().isEmpty()) {
            Type implementing =
                    new Type.Closure(closure.id(), closure.arity(), Optional.of(contract), closure.captured());
            return new Expression.Bundle(implementing, value.parts());
        } else if (closure.contract().filter(wanted::equals).isPresent()) {
            return value;
        }
        throw site.refuse(tree, Message.CLOSURE_VALUE, wanted);
    }

    /** A value that a variable of a class refers to: an object, or a number put into one. */
    private Expression held(Type wanted, Expression value, Tree tree) {
        boolean holdsNumbers = value.type().isReference() || value.type() == Type.VOID;
        if (holdsNumbers || !isAssignable(value.type(), wanted)) {
            throw site.refuse(
                    tree,
                    Message.TYPE_MISMATCH,
                    value.type(),
                    wanted,
                    holdsNumbers
                            ? "Its numbers would lose their derivatives; keep it in a variable of its own type."
                            : "Write the conversion you mean.");
        }
        return new Expression.Cast(wanted, value, true);
    }

    /** A constant that fits is assigned to a smaller type without a cast (JLS 5.2). */
    private static Optional<Expression> narrowedConstant(Type wanted, Expression value) {
        boolean isSmallConstant = isSmall(wanted)
                && value instanceof Expression.Literal
                && (value.type() == Type.INT || isSmall(value.type()));
        return isSmallConstant ? Optional.of(new Expression.Cast(wanted, value, false)) : Optional.empty();
    }

    private Optional<Type> primitiveIn(Type type) {
        if (!(type instanceof Type.Opaque opaque)
                || !opaque.name().packageName().equals("java.lang")) {
            return Optional.empty();
        }
        return switch (opaque.name().simpleName()) {
            case "Double" -> Optional.of(Type.DOUBLE);
            case "Integer" -> Optional.of(Type.INT);
            case "Long" -> Optional.of(Type.LONG);
            case "Boolean" -> Optional.of(Type.BOOLEAN);
            case "Character" -> Optional.of(Type.CHAR);
            case "Byte" -> Optional.of(Type.BYTE);
            case "Short" -> Optional.of(Type.SHORT);
            default -> Optional.empty();
        };
    }

    /** The values as they arrive in parameters. */
    public List<Expression> all(List<Type> wanted, List<Expression> values, Tree tree) {
        List<Expression> converted = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            converted.add(to(wanted.get(i), values.get(i), tree));
        }
        return converted;
    }

    /** The value of a cast. */
    public Expression cast(Type wanted, Expression value, Tree tree) {
        if (wanted == Type.STRING || wanted instanceof Type.Opaque) {
            return referenceCast(wanted, value, tree);
        }
        Expression number = unboxed(value);
        if (number.type().equals(wanted)) {
            return number;
        }
        if (!isNumber(wanted) || !isNumber(number.type())) {
            throw site.refuse(tree, Message.UNSUPPORTED_EXPRESSION, "A cast to " + wanted, "Only numbers can be cast.");
        }
        return converted(wanted, number, false);
    }

    private Expression referenceCast(Type wanted, Expression value, Tree tree) {
        boolean isUnchecked = wanted instanceof Type.Opaque opaque
                && opaque.arguments().stream().anyMatch(argument -> argument.variance() == Type.Opaque.Variance.EXACT);
        boolean isObject = value.type() == Type.STRING || value.type() instanceof Type.Opaque;
        boolean isBoxed = value.type() instanceof Type.Simple && isAssignable(value.type(), wanted);
        if (!isObject && !isBoxed || isUnchecked) {
            throw site.refuse(
                    tree,
                    Message.UNSUPPORTED_EXPRESSION,
                    "A cast of " + value.type() + " to " + wanted,
                    "Only numbers and plain objects can be cast.");
        }
        return value.type().equals(wanted) ? value : new Expression.Cast(wanted, value, false);
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
        if (from == Type.BYTE && to == Type.SHORT) {
            return true;
        }
        boolean fromInt = from == Type.INT || isSmall(from);
        return fromInt && (to == Type.INT || to == Type.LONG || to == Type.DOUBLE)
                || from == Type.LONG && to == Type.DOUBLE;
    }
}
