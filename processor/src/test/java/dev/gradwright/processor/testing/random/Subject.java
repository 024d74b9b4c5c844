package dev.gradwright.processor.testing.random;

import static dev.gradwright.processor.testing.Reflection.call;
import static dev.gradwright.processor.testing.Reflection.field;

import dev.gradwright.Gradient;
import dev.gradwright.NamedParameter;
import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.LaneProbe;
import dev.gradwright.processor.testing.Numbers;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;

/** A compiled program's method {@code f} with what was generated for it. Every call starts from the state that the model began with. */
final class Subject {

    private final Compiled compiled;
    private final String name;
    private final Method method;
    private final Border border;
    private final Object model;
    private final Object gradient;
    private final Object tangent;
    private final Map<Field, Object> state = new LinkedHashMap<>();

    Subject(Compiled compiled, String name) {
        this.compiled = compiled;
        this.name = name;
        Class<?> type = compiled.type(name);
        this.method = named(type, "f");
        this.border = new Border(method);
        this.model = Modifier.isStatic(method.getModifiers()) ? null : call(named(type, "sample"), null);
        this.gradient = derivative(compiled.type(name + "Gradient"));
        this.tangent = derivative(compiled.type(name + "Tangent"));
        for (Field field : model == null ? new Field[0] : type.getDeclaredFields()) {
            if (List.of("work", "buffer", "order").contains(field.getName())) {
                state.put(field, Numbers.copy(get(field, model)));
            }
        }
    }

    Method method() {
        return method;
    }

    Border border() {
        return border;
    }

    boolean isActive(int index) {
        return border.leaves().get(index).isActive();
    }

    /** What compares sweeps of several seeds with those of one. */
    LaneProbe lanes() {
        return new LaneProbe(
                suffix -> derivative(compiled.type(name + suffix)),
                "f",
                border.leaves().stream()
                        .map(leaf -> leaf.isActive() ? leaf.name() : "")
                        .toList(),
                border.results().stream()
                        .filter(Border.Leaf::isActive)
                        .map(leaf -> Border.capitalized(leaf.name()))
                        .toList());
    }

    Object primal(Object[] arguments) {
        reset();
        return Border.apart(call(method, model, border.together(arguments)));
    }

    Object record(Object[] arguments) {
        reset();
        return Border.apart(call(forward(gradient, arguments.length), gradient, arguments));
    }

    /** What the last call left in the model's state. */
    List<Object> state() {
        return state.keySet().stream()
                .map(field -> Numbers.copy(get(field, model)))
                .toList();
    }

    void backward(Object seed) {
        ((Gradient) gradient).zero();
        Object[] seeds = seed.getClass() == Object[].class
                ? Arrays.stream((Object[]) seed).filter(Numbers::isActive).toArray()
                : new Object[] {seed};
        call(named(gradient.getClass(), "fBackward"), gradient, seeds);
    }

    /** A reverse sweep that leaves the record for another; only results that are arrays have one. */
    void pullback(Object seed) {
        if (seed.getClass().isArray() && seed.getClass() != Object[].class || seed instanceof DMatrixRMaj) {
            call(named(gradient.getClass(), "fPullback"), gradient, seed);
        }
    }

    Object gradient(int argument) {
        String accessor = "f" + Border.capitalized(border.leaves().get(argument).name());
        return call(named(gradient.getClass(), accessor), gradient);
    }

    List<NamedParameter> parameters() {
        List<NamedParameter> all = new ArrayList<>();
        ((Gradient) gradient).parameters().forEach(all::add);
        return all;
    }

    List<double[]> parameterDirections(RandomGenerator random) {
        List<double[]> directions = new ArrayList<>();
        for (NamedParameter parameter : parameters()) {
            for (int s = 0; s < parameter.segments(); s++) {
                directions.add((double[]) Numbers.random(parameter.value(s), random));
            }
        }
        return directions;
    }

    void moveParameters(double step, List<double[]> directions) {
        int next = 0;
        for (NamedParameter parameter : parameters()) {
            for (int s = 0; s < parameter.segments(); s++) {
                double[] direction = directions.get(next++);
                for (int i = 0; i < parameter.length(s); i++) {
                    parameter.value(s)[i] += step * direction[i];
                }
            }
        }
    }

    /** The tangent of the result; arguments and their directions alternate as the generated method takes them. */
    Object tangent(Object[] arguments, List<double[]> parameterDirections) {
        int next = 0;
        for (NamedParameter parameter : parameters()) {
            for (double[] target : tangentSegments(parameter)) {
                double[] direction = parameterDirections.get(next++);
                System.arraycopy(direction, 0, target, 0, direction.length);
            }
        }
        reset();
        call(forward(tangent, arguments.length), tangent, arguments);
        Object[] dots = border.results().stream()
                .filter(Border.Leaf::isActive)
                .map(leaf -> call(named(tangent.getClass(), "f" + Border.capitalized(leaf.name()) + "Dot"), tangent))
                .toArray();
        return method.getReturnType().isRecord() ? dots : dots[0];
    }

    /** The generated method that takes records in their components. */
    private static Method forward(Object generated, int count) {
        return Arrays.stream(generated.getClass().getDeclaredMethods())
                .filter(method -> method.getName().equals("f")
                        && method.getParameterCount() == count
                        && Arrays.stream(method.getParameterTypes()).noneMatch(Class::isRecord))
                .findFirst()
                .orElseThrow();
    }

    private List<double[]> tangentSegments(NamedParameter parameter) {
        Object target = tangent;
        for (String step : parameter.name().split("\\.")) {
            target = field(target, step.replaceAll("\\[.*", ""));
            if (step.contains("[")) {
                target = ((Object[]) target)[Integer.parseInt(step.replaceAll("\\D", ""))];
            }
        }
        return target instanceof DMatrixRMaj matrix ? List.of(matrix.data) : Numbers.arrays(target);
    }

    void reset() {
        for (Map.Entry<Field, Object> entry : state.entrySet()) {
            Object current = get(entry.getKey(), model);
            if (current instanceof DMatrixRMaj matrix) {
                matrix.setTo((DMatrixRMaj) entry.getValue());
            } else if (current instanceof int[] order) {
                System.arraycopy((int[]) entry.getValue(), 0, order, 0, order.length);
            } else {
                double[] start = (double[]) entry.getValue();
                System.arraycopy(start, 0, (double[]) current, 0, start.length);
            }
        }
    }

    private Object derivative(Class<?> generated) {
        if (model == null) {
            return call(named(generated, "create"), null);
        }
        Method of = Arrays.stream(generated.getDeclaredMethods())
                .filter(m ->
                        m.getName().equals("of") && m.getParameterCount() == 1 && Modifier.isStatic(m.getModifiers()))
                .findFirst()
                .orElseThrow();
        return call(of, null, model);
    }

    private static Method named(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name) && !Modifier.isPrivate(method.getModifiers()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type.getSimpleName() + " has no method " + name));
    }

    private static Object get(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
