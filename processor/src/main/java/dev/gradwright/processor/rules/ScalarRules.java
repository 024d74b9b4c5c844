package dev.gradwright.processor.rules;

import static dev.gradwright.processor.ir.Expressions.ONE;
import static dev.gradwright.processor.ir.Expressions.ZERO;
import static dev.gradwright.processor.ir.Expressions.binary;
import static dev.gradwright.processor.ir.Expressions.choose;
import static dev.gradwright.processor.ir.Expressions.divide;
import static dev.gradwright.processor.ir.Expressions.literal;
import static dev.gradwright.processor.ir.Expressions.math;
import static dev.gradwright.processor.ir.Expressions.minus;
import static dev.gradwright.processor.ir.Expressions.negate;
import static dev.gradwright.processor.ir.Expressions.plus;
import static dev.gradwright.processor.ir.Expressions.times;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expression.Literal;
import dev.gradwright.processor.ir.Function;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Derivatives of functions of numbers, a line each: {@code x}, {@code y}, {@code z} are the arguments, {@code r} is the result.
 *
 * <p>Formulas: Abramowitz and Stegun, Handbook of Mathematical Functions, sections 3.3, 4.1 to 4.6. Where a function has no
 * derivative a value is chosen: the larger argument wins in {@code max} and the smaller in {@code min}, the first at a tie;
 * {@code abs}, {@code hypot} and {@code atan2} give 0 at 0; step functions give 0 everywhere. docs/conventions.md lists these
 * choices.
 */
public final class ScalarRules {

    private static final Set<String> OWNERS = Set.of("java.lang.Math", "java.lang.StrictMath");
    private static final Map<String, Line> TABLE = new LinkedHashMap<>();
    private static final Map<String, String> REFUSED = new LinkedHashMap<>();
    private static final Set<String> PREDICATES = Set.of("isNaN", "isInfinite", "isFinite");

    private record Line(
            Type result, List<Optional<Partial>> partials, List<Partial> singular, boolean kink, boolean costly) {

        Line(Type result, List<Optional<Partial>> partials, boolean kink, boolean costly) {
            this(result, partials, Collections.nCopies(partials.size(), NOWHERE), kink, costly);
        }

        Line singularWhere(Partial... conditions) {
            return new Line(result, partials, List.of(conditions), kink, costly);
        }
    }

    private static final Partial NOWHERE = (a, r) -> Singularity.NEVER;

    /** A partial derivative of a function of one argument. */
    private interface Partial1 {
        Expression of(Expression x, Expression r);
    }

    /** A partial derivative of a function of two arguments. */
    private interface Partial2 {
        Expression of(Expression x, Expression y, Expression r);
    }

    /** A partial derivative of a function of three arguments. */
    private interface Partial3 {
        Expression of(Expression x, Expression y, Expression z);
    }

    static {
        smooth("sin", (x, r) -> math("cos", x));
        smooth("cos", (x, r) -> negate(math("sin", x)));
        smooth("tan", (x, r) -> plus(ONE, times(r, r)));
        smooth("asin", (x, r) -> divide(ONE, math("sqrt", times(minus(ONE, x), plus(ONE, x)))));
        smooth("acos", (x, r) -> negate(divide(ONE, math("sqrt", times(minus(ONE, x), plus(ONE, x))))));
        smooth("atan", (x, r) -> divide(ONE, plus(ONE, times(x, x))));
        smooth("sinh", (x, r) -> math("cosh", x));
        smooth("cosh", (x, r) -> math("sinh", x));
        smooth("tanh", (x, r) -> minus(ONE, times(r, r)));
        smooth("exp", (x, r) -> r);
        smooth("expm1", (x, r) -> plus(r, ONE));
        smooth("log", (x, r) -> divide(ONE, x));
        smooth("log10", (x, r) -> divide(ONE, times(x, literal(Math.log(10)))));
        smooth("log1p", (x, r) -> divide(ONE, plus(ONE, x)));
        smooth("sqrt", (x, r) -> divide(literal(0.5), r));
        smooth("cbrt", (x, r) -> divide(ONE, times(times(literal(3.0), r), r)));
        cheap("toRadians", (x, r) -> literal(Math.toRadians(1)));
        cheap("toDegrees", (x, r) -> literal(Math.toDegrees(1)));
        cheap("nextUp", (x, r) -> ONE);
        cheap("nextDown", (x, r) -> ONE);

        smooth(
                "atan2",
                (y, x, r) -> unlessZero(squares(x, y), divide(x, squares(x, y))),
                (y, x, r) -> unlessZero(squares(x, y), negate(divide(y, squares(x, y)))));
        smooth("pow", (x, y, r) -> powerByBase(x, y), (x, y, r) -> powerByExponent(x, r));
        smooth("hypot", (x, y, r) -> unlessZero(r, divide(x, r)), (x, y, r) -> unlessZero(r, divide(y, r)));

        singular("asin", (x, r) -> is(math("abs", x), BinaryOperator.EQUAL, ONE));
        singular("acos", (x, r) -> is(math("abs", x), BinaryOperator.EQUAL, ONE));
        singular("sinh", (x, r) -> isInfinite(r));
        singular("cosh", (x, r) -> isInfinite(r));
        singular("exp", (x, r) -> isInfinite(r));
        singular("expm1", (x, r) -> isInfinite(r));
        singular("log", (x, r) -> is(x, BinaryOperator.EQUAL, ZERO));
        singular("log10", (x, r) -> is(x, BinaryOperator.EQUAL, ZERO));
        singular("log1p", (x, r) -> is(x, BinaryOperator.EQUAL, literal(-1.0)));
        singular("sqrt", (x, r) -> is(r, BinaryOperator.EQUAL, ZERO));
        singular("cbrt", (x, r) -> is(r, BinaryOperator.EQUAL, ZERO));
        TABLE.computeIfPresent(
                key("pow", List.of(Type.DOUBLE, Type.DOUBLE)),
                (key, line) -> line.singularWhere(
                        powerSingularity().get(0), powerSingularity().get(1)));

        kink("abs", (x, r) -> math("signum", x));
        kink(
                "max",
                (x, y, r) -> oneIf(not(x, BinaryOperator.LESS, y)),
                (x, y, r) -> oneIf(is(x, BinaryOperator.LESS, y)));
        kink(
                "min",
                (x, y, r) -> oneIf(not(x, BinaryOperator.GREATER, y)),
                (x, y, r) -> oneIf(is(x, BinaryOperator.GREATER, y)));
        kink("IEEEremainder", (x, y, r) -> ONE, (x, y, r) -> wholeQuotient(x, y, r));
        kink("copySign", (x, y, r) -> times(math("signum", x), math("copySign", ONE, y)), null);
        kink("nextAfter", (x, y, r) -> ONE, null);

        ternary("fma", false, (x, y, z) -> y, (x, y, z) -> x, (x, y, z) -> ONE);
        ternary(
                "clamp",
                true,
                (x, y, z) -> oneIf(and(not(x, BinaryOperator.LESS, y), not(x, BinaryOperator.GREATER, z))),
                (x, y, z) -> oneIf(is(x, BinaryOperator.LESS, y)),
                (x, y, z) -> oneIf(is(x, BinaryOperator.GREATER, z)));

        step("floor", Type.DOUBLE);
        step("ceil", Type.DOUBLE);
        step("rint", Type.DOUBLE);
        step("signum", Type.DOUBLE);
        step("ulp", Type.DOUBLE);
        step("round", Type.LONG);
        step("getExponent", Type.INT);
        put(
                "scalb",
                List.of(Type.DOUBLE, Type.INT),
                Type.DOUBLE,
                List.of(Optional.of((a, r) -> math("scalb", ONE, a.get(1))), Optional.empty()),
                false,
                false);

        refuse("random", "Math.random() cannot be repeated. Draw the number outside and pass it in.");
    }

    private ScalarRules() {}

    /**
     * Looks a static method up.
     *
     * @param owner the class that declares it
     * @param name its name
     * @param parameters the types of its declared parameters
     */
    public static Lookup<ScalarRule> find(ClassRef owner, String name, List<Type> parameters) {
        String className = owner.canonicalName();
        if (className.equals("java.lang.Double")
                && PREDICATES.contains(name)
                && parameters.equals(List.of(Type.DOUBLE))) {
            return found(owner, name, parameters, new Line(Type.BOOLEAN, List.of(Optional.empty()), true, false));
        }
        if (className.equals("dev.gradwright.Derivatives")
                && name.equals("stopGradient")
                && parameters.equals(List.of(Type.DOUBLE))) {
            return found(owner, name, parameters, new Line(Type.DOUBLE, List.of(Optional.empty()), false, true));
        }
        if (!OWNERS.contains(className)) {
            return FastMathRules.find(owner, name, parameters);
        }
        if (REFUSED.containsKey(name)) {
            return new Lookup.Refused<>(REFUSED.get(name));
        }
        Line line = TABLE.get(key(name, parameters));
        if (line != null) {
            return found(owner, name, parameters, line);
        }
        return integers(name, parameters)
                .map(result -> found(
                        owner,
                        name,
                        parameters,
                        new Line(
                                result,
                                parameters.stream()
                                        .map(p -> Optional.<Partial>empty())
                                        .toList(),
                                false,
                                false)))
                .orElseGet(Lookup.Unknown::new);
    }

    /** The rule of a function that {@link #find} has found before. */
    public static ScalarRule of(Function function) {
        if (!function.partials().isEmpty()) {
            return given(function);
        }
        if (find(function.owner(), function.name(), function.parameters()) instanceof Lookup.Found<ScalarRule> found) {
            return found.rule();
        }
        throw new IllegalArgumentException("no rule for " + function);
    }

    /** The rule of a function whose author gives its derivatives. Nothing is known of its cost, so its value is kept. */
    private static ScalarRule given(Function function) {
        List<Optional<Partial>> partials = new ArrayList<>();
        Iterator<Function> derivatives = function.partials().iterator();
        for (Type parameter : function.parameters()) {
            if (parameter == Type.DOUBLE) {
                Function derivative = derivatives.next();
                partials.add(Optional.of((a, r) -> new Expression.Apply(derivative, a, Position.NOWHERE)));
            } else {
                partials.add(Optional.empty());
            }
        }
        return new ScalarRule(function, partials, Collections.nCopies(partials.size(), NOWHERE), false, true);
    }

    /** The partial derivatives of {@code x % y}, which follow the quotient rounded towards zero. */
    public static List<Partial> remainder() {
        return List.of((a, r) -> ONE, (a, r) -> wholeQuotient(a.get(0), a.get(1), r));
    }

    /** The partial derivatives of {@code x} to the power {@code y}. */
    public static List<Partial> power() {
        return List.of((a, r) -> powerByBase(a.get(0), a.get(1)), (a, r) -> powerByExponent(a.get(0), r));
    }

    /** Where the partial derivatives of {@code x} to the power {@code y} are infinite, or are none. */
    public static List<Partial> powerSingularity() {
        return List.of(
                (a, r) -> isPolynomial(a.get(1))
                        ? Singularity.NEVER
                        : or(is(a.get(0), BinaryOperator.EQUAL, ZERO), isInfinite(r)),
                (a, r) -> or(is(a.get(0), BinaryOperator.LESS_EQUAL, ZERO), isInfinite(r)));
    }

    private static boolean isPolynomial(Expression y) {
        return y instanceof Literal exponent && exponent.value() instanceof Double value && (value >= 1 || value == 0);
    }

    /** Where the derivative of the exponential function is infinite. */
    public static Partial exponentialSingularity() {
        return (a, r) -> isInfinite(r);
    }

    /** Where the derivative of the logarithm is infinite. */
    public static Partial logarithmSingularity() {
        return (a, r) -> is(a.get(0), BinaryOperator.EQUAL, ZERO);
    }

    private static Lookup<ScalarRule> found(ClassRef owner, String name, List<Type> parameters, Line line) {
        Function function = new Function(owner, name, parameters, line.result());
        return new Lookup.Found<>(
                new ScalarRule(function, line.partials(), line.singular(), line.kink(), line.costly()));
    }

    /** Exact integer arithmetic is inactive whatever it computes; its result type follows the JDK's naming. */
    private static Optional<Type> integers(String name, List<Type> parameters) {
        if (parameters.isEmpty() || !parameters.stream().allMatch(Type::isIntegral)) {
            return Optional.empty();
        }
        Type widest = parameters.contains(Type.LONG) ? Type.LONG : Type.INT;
        return switch (name) {
            case "abs",
                    "max",
                    "min",
                    "floorDiv",
                    "ceilDiv",
                    "absExact",
                    "addExact",
                    "subtractExact",
                    "multiplyExact",
                    "incrementExact",
                    "decrementExact",
                    "negateExact",
                    "floorDivExact",
                    "ceilDivExact",
                    "divideExact",
                    "multiplyHigh",
                    "unsignedMultiplyHigh",
                    "powExact",
                    "unsignedMultiplyExact",
                    "unsignedPowExact" -> Optional.of(name.endsWith("owExact") ? parameters.get(0) : widest);
            case "floorMod", "ceilMod" -> Optional.of(parameters.get(1));
            case "toIntExact" -> Optional.of(Type.INT);
            case "multiplyFull" -> Optional.of(Type.LONG);
            case "clamp" -> Optional.of(parameters.get(1));
            default -> Optional.empty();
        };
    }

    private static void smooth(String name, Partial1 partial) {
        put(name, List.of(Type.DOUBLE), Type.DOUBLE, List.of(unary(partial)), false, true);
    }

    /** Says where the derivative of a function of one argument, which is in the table already, is infinite. */
    private static void singular(String name, Partial1 condition) {
        TABLE.computeIfPresent(
                key(name, List.of(Type.DOUBLE)),
                (key, line) -> line.singularWhere((a, r) -> condition.of(a.get(0), r)));
    }

    private static void cheap(String name, Partial1 partial) {
        put(name, List.of(Type.DOUBLE), Type.DOUBLE, List.of(unary(partial)), false, false);
    }

    private static void kink(String name, Partial1 partial) {
        put(name, List.of(Type.DOUBLE), Type.DOUBLE, List.of(unary(partial)), true, false);
    }

    private static void smooth(String name, Partial2 first, Partial2 second) {
        put(
                name,
                List.of(Type.DOUBLE, Type.DOUBLE),
                Type.DOUBLE,
                List.of(binaryRule(first), binaryRule(second)),
                false,
                true);
    }

    private static void kink(String name, Partial2 first, Partial2 second) {
        put(
                name,
                List.of(Type.DOUBLE, Type.DOUBLE),
                Type.DOUBLE,
                List.of(binaryRule(first), binaryRule(second)),
                true,
                false);
    }

    private static void ternary(String name, boolean kink, Partial3... partials) {
        List<Optional<Partial>> list = new ArrayList<>();
        for (Partial3 partial : partials) {
            list.add(Optional.of((a, r) -> partial.of(a.get(0), a.get(1), a.get(2))));
        }
        put(name, List.of(Type.DOUBLE, Type.DOUBLE, Type.DOUBLE), Type.DOUBLE, list, kink, false);
    }

    private static void step(String name, Type result) {
        put(name, List.of(Type.DOUBLE), result, List.of(Optional.empty()), true, false);
    }

    private static void refuse(String name, String reason) {
        REFUSED.put(name, reason);
    }

    private static void put(
            String name,
            List<Type> parameters,
            Type result,
            List<Optional<Partial>> partials,
            boolean kink,
            boolean costly) {
        TABLE.put(key(name, parameters), new Line(result, partials, kink, costly));
    }

    private static String key(String name, List<Type> parameters) {
        return name + parameters;
    }

    private static Optional<Partial> unary(Partial1 partial) {
        return Optional.of((a, r) -> partial.of(a.get(0), r));
    }

    private static Optional<Partial> binaryRule(Partial2 partial) {
        return Optional.ofNullable(partial).map(p -> (a, r) -> p.of(a.get(0), a.get(1), r));
    }

    private static Expression squares(Expression x, Expression y) {
        return plus(times(x, x), times(y, y));
    }

    private static Expression powerByBase(Expression x, Expression y) {
        if (y instanceof Literal exponent && exponent.value() instanceof Double value) {
            return value == 2 ? times(y, x) : value == 0 ? ZERO : times(y, math("pow", x, literal(value - 1)));
        }
        return unlessZero(y, times(y, math("pow", x, minus(y, ONE))));
    }

    private static Expression powerByExponent(Expression x, Expression r) {
        return unlessZero(x, times(r, math("log", x)));
    }

    /** The n of {@code r = x - n y}, negated: how fast the remainder falls as the divisor grows. */
    private static Expression wholeQuotient(Expression x, Expression y, Expression r) {
        return negate(math("rint", divide(minus(x, r), y)));
    }

    private static Expression unlessZero(Expression guard, Expression value) {
        return choose(binary(BinaryOperator.EQUAL, guard, ZERO), ZERO, value);
    }

    private static Expression or(Expression left, Expression right) {
        return new Expression.Binary(Type.BOOLEAN, BinaryOperator.CONDITIONAL_OR, left, right);
    }

    private static Expression isInfinite(Expression r) {
        Function function =
                new Function(ClassRef.of("java.lang", "Double"), "isInfinite", List.of(Type.DOUBLE), Type.BOOLEAN);
        return new Expression.Apply(function, List.of(r), Position.NOWHERE);
    }

    private static Expression is(Expression x, BinaryOperator comparison, Expression y) {
        return binary(comparison, x, y);
    }

    private static Expression not(Expression x, BinaryOperator comparison, Expression y) {
        return new Expression.Unary(Expression.UnaryOperator.NOT, is(x, comparison, y));
    }

    private static Expression and(Expression left, Expression right) {
        return new Expression.Binary(Type.BOOLEAN, BinaryOperator.CONDITIONAL_AND, left, right);
    }

    private static Expression oneIf(Expression condition) {
        return choose(condition, ONE, ZERO);
    }
}
