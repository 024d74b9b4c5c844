package dev.gradwright.search.space;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Fills a record with hyperparameters: each component has the name and the type of one. A real one goes into a {@code double}, an integer into an {@code
 * int}, a choice into whatever all its values are. One that exists on a condition goes into an {@code OptionalDouble}, {@code OptionalInt} or {@code
 * Optional}.
 *
 * @param <R> the record
 */
public final class RecordBinding<R extends Record> {

    private static final Map<Class<?>, Class<?>> BOXES =
            Map.of(double.class, Double.class, int.class, Integer.class, boolean.class, Boolean.class);

    private final Constructor<R> constructor;
    private final RecordComponent[] components;

    /**
     * Binds a record to a space.
     *
     * @throws IllegalArgumentException if components and hyperparameters do not match, with all that is wrong, or if the record cannot be made from here
     */
    public RecordBinding(Class<R> type, Space space) {
        components = type.getRecordComponents();
        List<String> faults = new ArrayList<>();
        for (RecordComponent component : components) {
            space.find(component.getName())
                    .ifPresentOrElse(
                            dimension -> check(component, dimension, faults),
                            () -> faults.add("no hyperparameter is called " + component.getName()));
        }
        for (Dimension<?> dimension : space.dimensions()) {
            if (Arrays.stream(components).noneMatch(c -> c.getName().equals(dimension.name()))) {
                faults.add("no component takes " + dimension.name());
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    "the record " + type.getSimpleName() + " does not fit the space: " + String.join("; ", faults));
        }
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "the record " + type.getName() + " cannot be made from here; make it public, in an open package",
                    e);
        }
    }

    /** A record with the values of a point. */
    public R fill(Assignment point) {
        Object[] arguments = new Object[components.length];
        Arrays.setAll(
                arguments, i -> argument(components[i].getType(), point.values().get(components[i].getName())));
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    constructor.getDeclaringClass().getSimpleName() + " refuses " + point + ": "
                            + e.getCause().getMessage(),
                    e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object argument(Class<?> type, Object value) {
        if (type == OptionalDouble.class) {
            return value == null ? OptionalDouble.empty() : OptionalDouble.of((Double) value);
        } else if (type == OptionalInt.class) {
            return value == null ? OptionalInt.empty() : OptionalInt.of((Integer) value);
        }
        return type == Optional.class ? Optional.ofNullable(value) : value;
    }

    private static void check(RecordComponent component, Dimension<?> dimension, List<String> faults) {
        Class<?> type = component.getType();
        boolean isOptional = type == OptionalDouble.class || type == OptionalInt.class || type == Optional.class;
        if (isOptional != dimension.condition().isPresent()) {
            faults.add(dimension.name()
                    + (isOptional
                            ? " always exists, so its component needs no " + type.getSimpleName()
                            : " exists only " + dimension.condition().get()
                                    + ", so its component is an OptionalDouble, OptionalInt or Optional"));
        } else if (!held(component).isAssignableFrom(dimension.range().type())) {
            faults.add(dimension.name() + " is a " + dimension.range().type().getSimpleName() + ", but its component a "
                    + component.getGenericType().getTypeName());
        }
    }

    /** What is inside of a component. */
    private static Class<?> held(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == OptionalDouble.class) {
            return Double.class;
        } else if (type == OptionalInt.class) {
            return Integer.class;
        } else if (type == Optional.class) {
            Type inner = component.getGenericType() instanceof ParameterizedType generic
                    ? generic.getActualTypeArguments()[0]
                    : Object.class;
            return inner instanceof Class<?> known ? known : Object.class;
        }
        return BOXES.getOrDefault(type, type);
    }
}
