package dev.gradwright.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradwright.math.FastMath;
import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Function;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScalarRulesTest {

    private static final Map<Class<?>, Type> TYPES =
            Map.of(double.class, Type.DOUBLE, int.class, Type.INT, long.class, Type.LONG);

    /** Where each function that is not defined everywhere is tested. */
    private static final Map<String, double[]> DOMAINS = Map.ofEntries(
            Map.entry("asin", new double[] {-0.9, 0.9}),
            Map.entry("acos", new double[] {-0.9, 0.9}),
            Map.entry("log", new double[] {0.1, 5}),
            Map.entry("log10", new double[] {0.1, 5}),
            Map.entry("log1p", new double[] {-0.8, 5}),
            Map.entry("sqrt", new double[] {0.1, 5}),
            Map.entry("pow", new double[] {0.2, 3}),
            Map.entry("tan", new double[] {-1.2, 1.2}));

    static Stream<Method> functions() {
        return Stream.of(Math.class, StrictMath.class, Double.class, FastMath.class)
                .flatMap(owner -> Arrays.stream(owner.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getDeclaringClass() != Double.class
                        || method.getName().startsWith("is") && method.getParameterCount() == 1)
                .filter(method -> Arrays.stream(method.getParameterTypes()).allMatch(TYPES::containsKey));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyFunctionOfDoublesAndIntegersHasARuleOrAReason(Method method) {
        assertThat(find(method)).isNotInstanceOf(Lookup.Unknown.class);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theRuleKnowsTheResultType(Method method) {
        if (find(method) instanceof Lookup.Found<ScalarRule> found) {
            Type expected = method.getReturnType() == boolean.class ? Type.BOOLEAN : TYPES.get(method.getReturnType());
            assertThat(found.rule().function().result()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void partialDerivativesAgreeWithDifferenceQuotients(Method method) {
        if (!(find(method) instanceof Lookup.Found<ScalarRule> found)
                || !found.rule().isActive()) {
            return;
        }
        ScalarRule rule = found.rule();
        Random random = new Random(42);
        for (int trial = 0; trial < 50; trial++) {
            double[] point = point(method, random);
            for (int i = 0; i < point.length; i++) {
                if (rule.function().parameters().get(i) == Type.DOUBLE) {
                    double expected = difference(rule, point, i);
                    double actual = rule.partials().get(i).isPresent()
                            ? NumberEvaluator.number(
                                    rule.partials().get(i).get().of(literals(rule, point), result(rule, point)))
                            : 0;
                    assertThat(actual)
                            .as("%s: partial %d at %s", rule.function(), i, Arrays.toString(point))
                            .isCloseTo(expected, within(1e-7 * Math.max(1, Math.abs(expected))));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void partialDerivativesAreOfOneTypeThroughout(Method method) {
        if (find(method) instanceof Lookup.Found<ScalarRule> found) {
            ScalarRule rule = found.rule();
            List<Expression> blanks = new ArrayList<>();
            rule.function().parameters().forEach(type -> blanks.add(Expressions.read(new Variable("x", type))));
            rule.partials().stream()
                    .flatMap(Optional::stream)
                    .map(partial -> partial.of(blanks, Expressions.read(new Variable("r", Type.DOUBLE))))
                    .forEach(ScalarRulesTest::requireOneType);
        }
    }

    /** A derivative is differentiated again, and what is not a double would then count as a constant. */
    private static void requireOneType(Expression expression) {
        if (expression instanceof Expression.Binary binary) {
            assertThat(binary.left().type()).isEqualTo(binary.right().type());
        }
        expression.parts().forEach(ScalarRulesTest::requireOneType);
    }

    @Test
    void drawsOfRandomNumbersAreRefused() {
        assertThat(ScalarRules.find(ClassRef.of("java.lang", "Math"), "random", List.of()))
                .isInstanceOfSatisfying(
                        Lookup.Refused.class,
                        refused -> assertThat(refused.reason()).contains("pass it in"));
    }

    @Test
    void powerHasAFiniteDerivativeAtZero() {
        ScalarRule rule = ScalarRules.of(power());
        List<Expression> arguments = List.of(Expressions.literal(0.0), Expressions.literal(2.0));
        assertThat(NumberEvaluator.number(rule.partials().get(0).get().of(arguments, Expressions.ZERO)))
                .isZero();
        assertThat(NumberEvaluator.number(rule.partials().get(1).get().of(arguments, Expressions.ZERO)))
                .isZero();
    }

    private static Function power() {
        return new Function(ClassRef.of("java.lang", "Math"), "pow", List.of(Type.DOUBLE, Type.DOUBLE), Type.DOUBLE);
    }

    private static Lookup<ScalarRule> find(Method method) {
        return ScalarRules.find(
                ClassRef.of(
                        method.getDeclaringClass().getPackageName(),
                        method.getDeclaringClass().getSimpleName()),
                method.getName(),
                Arrays.stream(method.getParameterTypes()).map(TYPES::get).toList());
    }

    private static double[] point(Method method, Random random) {
        double[] domain = DOMAINS.getOrDefault(method.getName(), new double[] {-3, 3});
        double[] point = new double[method.getParameterCount()];
        for (int i = 0; i < point.length; i++) {
            point[i] = domain[0] + (domain[1] - domain[0]) * random.nextDouble();
        }
        if (method.getName().equals("clamp")) {
            Arrays.sort(point, 1, 3);
        }
        return point;
    }

    private static double difference(ScalarRule rule, double[] point, int i) {
        double h = 1e-5;
        double[] up = point.clone();
        double[] down = point.clone();
        up[i] += h;
        down[i] -= h;
        // Richardson's extrapolation of two centred differences
        double wide = (value(rule, up) - value(rule, down)) / (2 * h);
        up[i] = point[i] + 2 * h;
        down[i] = point[i] - 2 * h;
        double wider = (value(rule, up) - value(rule, down)) / (4 * h);
        return (4 * wide - wider) / 3;
    }

    private static double value(ScalarRule rule, double[] point) {
        Expression.Apply apply = new Expression.Apply(rule.function(), literals(rule, point), Position.NOWHERE);
        return ((Number) NumberEvaluator.call(apply)).doubleValue();
    }

    private static Expression result(ScalarRule rule, double[] point) {
        return Expressions.literal(value(rule, point));
    }

    private static List<Expression> literals(ScalarRule rule, double[] point) {
        List<Expression> literals = new ArrayList<>();
        for (int i = 0; i < point.length; i++) {
            literals.add(
                    rule.function().parameters().get(i) == Type.INT
                            ? Expressions.literal((int) point[i])
                            : Expressions.literal(point[i]));
        }
        return literals;
    }
}
