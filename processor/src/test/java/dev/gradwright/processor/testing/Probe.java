package dev.gradwright.processor.testing;

import static dev.gradwright.processor.testing.Reflection.call;
import static dev.gradwright.processor.testing.Reflection.field;
import static dev.gradwright.processor.testing.Reflection.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gradwright.Constant;
import dev.gradwright.Differentiable;
import dev.gradwright.Gradient;
import dev.gradwright.NamedParameter;
import dev.gradwright.StoppedValues;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;

/**
 * Compares, for one differentiable method at one point, the generated primal with the user's bit by bit, the tangent with the adjoint
 * by dot product, and both with a difference quotient; where the method returns a number, second derivatives too. An instance method's
 * model comes from a static {@code sample()}.
 */
public final class Probe {

    /** All that an annotation can ask for. */
    public static final String ALL = "secondOrder = true, seeds = 2";

    private static final double STEP = 1e-6;

    private final Class<?> type;
    private final Method method;
    private final Object model;
    private final Object gradient;
    private final Object tangent;
    private final SplittableRandom random = new SplittableRandom(7);
    private final Optional<HessianProbe> second;
    private final Optional<LaneProbe> lanes;
    private StoppedValues stopped = new StoppedValues();
    private double differenceTolerance = 2e-6;

    private Probe(Compiled compiled, String className, String methodName) {
        this.type = compiled.type(className);
        this.method = named(type, methodName);
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        this.model = isStatic ? null : call(named(type, "sample"), null);
        this.gradient = derivative(compiled.type(className + "Gradient"));
        this.tangent = derivative(compiled.type(className + "Tangent"));
        this.second = compiled.has(className + "Hessian") && method.getReturnType() == double.class
                ? Optional.of(HessianProbe.of(compiled, className, methodName).withDifferenceTolerance(1e-4))
                : Optional.empty();
        this.lanes = compiled.has(className + "JacobianRows")
                ? Optional.of(new LaneProbe(
                        suffix -> derivative(compiled.type(className + suffix)),
                        methodName,
                        Arrays.stream(method.getParameters())
                                .map(parameter -> isActive(parameter) ? parameter.getName() : "")
                                .toList(),
                        List.of("")))
                : Optional.empty();
    }

    /** A method of a compiled class. */
    public static Probe of(Compiled compiled, String className, String methodName) {
        return new Probe(compiled, className, methodName);
    }

    /** Compiles a class {@code F}, asking for second derivatives and two seeds in a sweep, and probes its method {@code f}. */
    public static Probe of(String... sources) {
        return of(Compiled.of(asking(ALL, sources)), "F", "f");
    }

    /** Compiles a class {@code F} and probes its method {@code f} without second derivatives. */
    public static Probe ofFirstOrder(String... sources) {
        return of(Compiled.of(sources), "F", "f");
    }

    /** The same sources, asking for second derivatives. */
    public static String[] secondOrder(String... sources) {
        return asking("secondOrder = true", sources);
    }

    /** The same sources, asking for something. */
    public static String[] asking(String what, String... sources) {
        return Arrays.stream(sources)
                .map(source -> source.replaceAll("@Differentiable(\\s)", "@Differentiable(" + what + ")$1"))
                .toArray(String[]::new);
    }

    /** Makes the comparison with differences less strict, for a function with large higher derivatives. */
    public Probe withDifferenceTolerance(double tolerance) {
        this.differenceTolerance = tolerance;
        return this;
    }

    /** Compares at these arguments, three times, because the second record of a gradient must be as good as the first. */
    public Probe agreesAt(Object... arguments) {
        for (int i = 0; i < 3; i++) {
            EjmlProducts.during(() -> agreesOnce(arguments));
        }
        lanes.ifPresent(probe -> probe.agreesAt(() -> copies(arguments), List.of(primal(arguments))));
        second.filter(probe -> !isRepeated(arguments)).ifPresent(probe -> probe.agreesAt(arguments));
        return this;
    }

    /**
     * Requires that the method throws an exception of this message at these arguments, that gradient and tangent throw the same, and
     * that the gradient then refuses to run backward.
     */
    public Probe throwsAt(String message, Object... arguments) {
        Throwable expected = catchThrowable(() -> primal(arguments));
        assertThat(expected).hasMessageContaining(message);
        String text = expected.toString();
        assertThatThrownBy(() -> recordsAt(arguments)).hasToString(text);
        assertThatThrownBy(() -> call(named(gradient.getClass(), suffixed("Backward")), gradient, 1.0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(method.getName());
        assertThatThrownBy(() -> pushed(arguments, directions(arguments), parameterDirections()))
                .hasToString(text);
        lanes.ifPresent(probe -> probe.throwsAt(() -> copies(arguments), text));
        return this;
    }

    /** Runs the gradient forward alone. */
    public Probe recordsAt(Object... arguments) {
        call(named(gradient.getClass(), method.getName()), gradient, copies(arguments));
        return this;
    }

    private static boolean isRepeated(Object... arguments) {
        long references =
                Arrays.stream(arguments).filter(a -> !(a instanceof Number)).count();
        return Arrays.stream(arguments)
                        .filter(a -> !(a instanceof Number))
                        .map(System::identityHashCode)
                        .distinct()
                        .count()
                < references;
    }

    private void agreesOnce(Object... arguments) {
        stopped = new StoppedValues();
        Object value = stopped.during(() -> primal(arguments));
        Object[] forGradient = copies(arguments);
        Object recorded = call(named(gradient.getClass(), method.getName()), gradient, forGradient);
        assertThat(text(recorded)).as("generated primal").isEqualTo(text(value));
        assertThat(text(forGradient)).as("effects on arguments").isEqualTo(text(effects(arguments)));

        Object seed = Numbers.random(value, random);
        ((Gradient) gradient).zero();
        boolean repeats = Numbers.isActive(value) && !(value instanceof Double);
        if (repeats) {
            // a reverse sweep that is not the last must leave nothing behind
            call(named(gradient.getClass(), suffixed("Pullback")), gradient, Numbers.random(value, random));
            call(named(gradient.getClass(), suffixed("Pullback")), gradient, Numbers.random(value, random));
            ((Gradient) gradient).zero();
        }
        call(named(gradient.getClass(), suffixed("Backward")), gradient, seed);
        Object[] directions = directions(arguments);
        List<double[]> parameterDirections = parameterDirections();

        double fromAdjoint = againstGradient(arguments, directions, parameterDirections);
        double size = againstGradient(Numbers::size, arguments, directions, parameterDirections);
        if (value instanceof Double) {
            agreesAtOnce(value, (double) seed, fromAdjoint, size, arguments, directions, parameterDirections);
        }
        double fromTangent = Numbers.dot(pushed(arguments, directions, parameterDirections), seed);
        double fromDifference = difference(arguments, directions, parameterDirections, seed);
        String all = "adjoint " + fromAdjoint + ", tangent " + fromTangent + ", difference " + fromDifference;
        assertThat(relative(fromAdjoint, fromTangent, size)).as(all).isLessThan(1e-12);
        assertThat(relative(fromTangent, fromDifference, 0)).as(all).isLessThan(differenceTolerance);
    }

    /** Value and gradient in one call must be those of the two halves, but for the order of sums, which may cancel. */
    private void agreesAtOnce(
            Object value,
            double seed,
            double fromAdjoint,
            double size,
            Object[] arguments,
            Object[] directions,
            List<double[]> parameterDirections) {
        ((Gradient) gradient).zero();
        Object both = call(named(gradient.getClass(), suffixed("ValueAndGradient")), gradient, copies(arguments));
        assertThat(text(both)).as("value with gradient").isEqualTo(text(value));
        double atOnce = seed * againstGradient(arguments, directions, parameterDirections);
        assertThat(relative(atOnce, fromAdjoint, size))
                .as("at once " + atOnce + ", adjoint " + fromAdjoint)
                .isLessThan(1e-11);
    }

    private String suffixed(String suffix) {
        return method.getName().equals("forward") ? lowered(suffix) : method.getName() + suffix;
    }

    private Object primal(Object... arguments) {
        return call(method, model, copies(arguments));
    }

    private Object[] effects(Object... arguments) {
        Object[] changed = copies(arguments);
        call(method, model, changed);
        return changed;
    }

    private Object[] directions(Object... arguments) {
        Object[] directions = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            directions[i] = isActive(i, arguments[i]) ? Numbers.random(arguments[i], random) : null;
            for (int j = 0; j < i; j++) {
                if (arguments[i] == arguments[j] && !(arguments[i] instanceof Double)) {
                    directions[i] = directions[j];
                }
            }
        }
        return directions;
    }

    private boolean isActive(int index, Object argument) {
        return Numbers.isActive(argument) && isActive(method.getParameters()[index]);
    }

    private boolean isActive(Parameter parameter) {
        Class<?> leaf = parameter.getType();
        while (leaf.isArray()) {
            leaf = leaf.componentType();
        }
        Differentiable marked = method.isAnnotationPresent(Differentiable.class)
                ? method.getAnnotation(Differentiable.class)
                : method.getDeclaringClass().getAnnotation(Differentiable.class);
        boolean isNamed = marked == null
                || marked.wrt().length == 0
                || List.of(marked.wrt()).contains(parameter.getName());
        return (leaf == double.class || leaf == org.ejml.data.DMatrixRMaj.class)
                && isNamed
                && !parameter.isAnnotationPresent(Constant.class);
    }

    private List<double[]> parameterDirections() {
        List<double[]> directions = new ArrayList<>();
        for (NamedParameter parameter : ((Gradient) gradient).parameters()) {
            for (int s = 0; s < parameter.segments(); s++) {
                directions.add((double[]) Numbers.random(parameter.value(s), random));
            }
        }
        return directions;
    }

    private double againstGradient(Object[] arguments, Object[] directions, List<double[]> parameterDirections) {
        return againstGradient(Numbers::dot, arguments, directions, parameterDirections);
    }

    private double againstGradient(
            ToDoubleBiFunction<Object, Object> product,
            Object[] arguments,
            Object[] directions,
            List<double[]> parameterDirections) {
        double sum = 0;
        for (int i = 0; i < arguments.length; i++) {
            boolean isRepeated = false;
            for (int j = 0; j < i; j++) {
                isRepeated |= arguments[i] == arguments[j] && !(arguments[i] instanceof Double);
            }
            if (directions[i] != null && !isRepeated) {
                String name = method.getParameters()[i].getName();
                String accessor = method.getName().equals("forward") ? name : method.getName() + capitalized(name);
                sum += product.applyAsDouble(call(named(gradient.getClass(), accessor), gradient), directions[i]);
            }
        }
        int next = 0;
        for (NamedParameter parameter : ((Gradient) gradient).parameters()) {
            for (int s = 0; s < parameter.segments(); s++) {
                double[] direction = parameterDirections.get(next++);
                sum += product.applyAsDouble(
                        Arrays.copyOf(parameter.gradient(s), parameter.length(s)),
                        Arrays.copyOf(direction, parameter.length(s)));
            }
        }
        return sum;
    }

    private Object pushed(Object[] arguments, Object[] directions, List<double[]> parameterDirections) {
        Object[] own = copies(arguments);
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < own.length; i++) {
            all.add(own[i]);
            if (isActive(i, own[i])) {
                int first = i;
                for (int j = 0; j < i; j++) {
                    first = own[j] == own[i] && !(own[i] instanceof Double) && first == i ? j : first;
                }
                all.add(first == i ? Numbers.copy(directions[i]) : all.get(2 * first + 1));
            }
        }
        setTangents(parameterDirections);
        call(named(tangent.getClass(), method.getName()), tangent, all.toArray());
        return call(named(tangent.getClass(), method.getName() + "Dot"), tangent);
    }

    /** Writes directions into the tangent's fields, which mirror the gradient's. */
    private void setTangents(List<double[]> directions) {
        List<double[]> targets = new ArrayList<>();
        collect(gradient, tangent, targets);
        assertThat(targets).hasSameSizeAs(directions);
        for (int i = 0; i < targets.size(); i++) {
            System.arraycopy(directions.get(i), 0, targets.get(i), 0, targets.get(i).length);
        }
    }

    private void collect(Object gradientPart, Object tangentPart, List<double[]> targets) {
        for (NamedParameter parameter : ((Gradient) gradientPart).parameters()) {
            Object target = tangentPart;
            for (String step : parameter.name().split("\\.")) {
                String name = step.replaceAll("\\[.*", "");
                target = field(target, name);
                if (step.contains("[")) {
                    target = ((Object[]) target)[Integer.parseInt(step.replaceAll("\\D", ""))];
                }
            }
            if (target instanceof org.ejml.data.DMatrixRMaj matrix) {
                targets.add(matrix.data);
            } else if (target instanceof Object[] rows) {
                targets.addAll(Numbers.arrays(rows));
            } else {
                targets.add((double[]) target);
            }
        }
    }

    private double difference(
            Object[] arguments, Object[] directions, List<double[]> parameterDirections, Object seed) {
        double up = Numbers.dot(moved(arguments, STEP, directions, parameterDirections), seed);
        double down = Numbers.dot(moved(arguments, -STEP, directions, parameterDirections), seed);
        return (up - down) / (2 * STEP);
    }

    private Object moved(Object[] arguments, double step, Object[] directions, List<double[]> parameterDirections) {
        Object[] moved = copies(arguments);
        for (int i = 0; i < moved.length; i++) {
            if (directions[i] != null) {
                Object own = Numbers.moved(arguments[i], step, directions[i]);
                for (int j = 0; j < i; j++) {
                    own = arguments[j] == arguments[i] && !(own instanceof Double) ? moved[j] : own;
                }
                moved[i] = own;
            }
        }
        moveParameters(step, parameterDirections);
        Object value = Numbers.copy(stopped.during(() -> call(method, model, moved)));
        moveParameters(-step, parameterDirections);
        return value;
    }

    private void moveParameters(double step, List<double[]> directions) {
        int next = 0;
        for (NamedParameter parameter : ((Gradient) gradient).parameters()) {
            for (int s = 0; s < parameter.segments(); s++) {
                double[] direction = directions.get(next++);
                for (int i = 0; i < parameter.length(s); i++) {
                    parameter.value(s)[i] += step * direction[i];
                }
            }
        }
    }

    private Object derivative(Class<?> generated) {
        return model == null
                ? call(named(generated, "create"), null)
                : call(
                        Arrays.stream(generated.getDeclaredMethods())
                                .filter(m -> m.getName().equals("of") && m.getParameterCount() == 1)
                                .findFirst()
                                .orElseThrow(),
                        null,
                        model);
    }

    /** Copies that keep the same object the same object. */
    private static Object[] copies(Object... arguments) {
        Object[] copies = new Object[arguments.length];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = Numbers.copy(arguments[i]);
            for (int j = 0; j < i; j++) {
                copies[i] = arguments[j] == arguments[i] ? copies[j] : copies[i];
            }
        }
        return copies;
    }

    /** The gap between two sums, relative to them, or to a tenth of the size of their terms where these cancel. */
    private static double relative(double a, double b, double size) {
        double larger = Math.max(Math.abs(a), Math.abs(b));
        return a == b ? 0 : Math.abs(a - b) / Math.max(1e-3, Math.max(larger, 0.1 * size));
    }

    private static String text(Object value) {
        return value instanceof Object[] array
                ? Arrays.stream(array).map(Probe::text).toList().toString()
                : Numbers.isActive(value)
                        ? Numbers.arrays(value).stream()
                                .map(Arrays::toString)
                                .toList()
                                .toString()
                        : value instanceof int[] ints ? Arrays.toString(ints) : String.valueOf(value);
    }

    private static String lowered(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
