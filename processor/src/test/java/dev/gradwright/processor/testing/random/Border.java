package dev.gradwright.processor.testing.random;

import static dev.gradwright.processor.testing.Reflection.call;

import dev.gradwright.Constant;
import dev.gradwright.Differentiable;
import dev.gradwright.processor.testing.Numbers;
import dev.gradwright.processor.testing.Reflection;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a method takes and gives, as the code takes it that is generated for it: records in their components. */
final class Border {

    private static final List<String> ACTIVE =
            List.of("double", "double[]", "double[][]", "double[][][]", "DMatrixRMaj");

    /**
     * A value that is no record.
     *
     * @param name how generated code calls it
     */
    record Leaf(String name, Class<?> type, boolean isActive) {}

    private final Method method;
    private final List<Leaf> leaves = new ArrayList<>();

    Border(Method method) {
        this.method = method;
        List<String> wrt = List.of(method.getAnnotation(Differentiable.class).wrt());
        for (Parameter parameter : method.getParameters()) {
            boolean isActive = !parameter.isAnnotationPresent(Constant.class)
                    && (wrt.isEmpty() || wrt.contains(parameter.getName()));
            collect(parameter.getName(), parameter.getType(), isActive, leaves);
        }
    }

    List<Leaf> leaves() {
        return leaves;
    }

    boolean hasRecords() {
        return method.getReturnType().isRecord()
                || Arrays.stream(method.getParameterTypes()).anyMatch(Class::isRecord);
    }

    /** What comes back, in its components. */
    List<Leaf> results() {
        List<Leaf> results = new ArrayList<>();
        collect("", method.getReturnType(), true, results);
        return results;
    }

    private static void collect(String name, Class<?> type, boolean isActive, List<Leaf> leaves) {
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                String inner = name.isEmpty() ? component.getName() : name + capitalized(component.getName());
                collect(inner, component.getType(), isActive, leaves);
            }
        } else {
            leaves.add(new Leaf(name, type, isActive && ACTIVE.contains(type.getSimpleName())));
        }
    }

    static String capitalized(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** The arguments of the method, made of the leaves. */
    Object[] together(Object[] given) {
        Iterator<Object> next = Arrays.asList(given).iterator();
        return Arrays.stream(method.getParameterTypes())
                .map(type -> together(type, next))
                .toArray();
    }

    private static Object together(Class<?> type, Iterator<Object> next) {
        if (!type.isRecord()) {
            return next.next();
        }
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Object[] components =
                Arrays.stream(types).map(inner -> together(inner, next)).toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(components);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** A result as it is, or an array of what is in a record. */
    static Object apart(Object result) {
        if (!(result instanceof Record)) {
            return result;
        }
        List<Object> parts = new ArrayList<>();
        for (RecordComponent component : result.getClass().getRecordComponents()) {
            Object part = apart(call(Reflection.named(result.getClass(), component.getName()), result));
            if (part instanceof Object[] inner && part.getClass() == Object[].class) {
                parts.addAll(Arrays.asList(inner));
            } else {
                parts.add(part);
            }
        }
        return parts.toArray();
    }

    /** A direction for a result that has been taken apart. */
    static Object random(Object result, RandomGenerator random) {
        return result.getClass() == Object[].class
                ? Arrays.stream((Object[]) result)
                        .map(part -> Numbers.isActive(part) ? Numbers.random(part, random) : part)
                        .toArray()
                : Numbers.random(result, random);
    }
}
