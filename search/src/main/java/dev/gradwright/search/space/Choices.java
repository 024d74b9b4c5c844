package dev.gradwright.search.space;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Values without an order: names, constants of an enum, truth values. They are told apart by their texts, which go into journals and reports.
 *
 * @param values at least one, with different texts
 * @param <T> the type of the values
 */
public record Choices<T>(List<T> values) implements Range<T> {

    /** Checks the values. */
    public Choices {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a choice of nothing; give at least one value");
        }
        Set<String> texts = new HashSet<>();
        for (T value : values) {
            if (!texts.add(value.toString())) {
                throw new IllegalArgumentException("two choices have the text \"" + value
                        + "\", which tells them apart in journals and reports; give them texts of their own");
            }
        }
    }

    @Override
    public T at(double position) {
        int count = values.size();
        return values.get((int) Math.min(count - 1, Math.max(0, Math.floor(position * count))));
    }

    @Override
    public double position(T value) {
        int index = values.indexOf(value);
        if (index < 0) {
            throw new IllegalArgumentException(value + " is not in " + code());
        }
        return (index + 0.5) / values.size();
    }

    @Override
    public boolean contains(Object value) {
        return value != null && values.contains(value);
    }

    /** The class of the values, or {@code Object} if they are of several; constants of an enum are of their enum. */
    @Override
    public Class<?> type() {
        Set<Class<?>> types = values.stream()
                .map(value -> value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass())
                .collect(Collectors.toSet());
        return types.size() == 1 ? types.iterator().next() : Object.class;
    }

    @Override
    public OptionalInt size() {
        return OptionalInt.of(values.size());
    }

    @Override
    public String code() {
        return values.stream().map(Choices::literal).collect(Collectors.joining(", ", "choice(", ")"));
    }

    @Override
    public T parse(String text) {
        return values.stream()
                .filter(value -> value.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is no value of " + code()));
    }

    private static String literal(Object value) {
        if (value instanceof String) {
            return "\"" + value + "\"";
        }
        return value instanceof Enum<?> constant
                ? constant.getDeclaringClass().getSimpleName() + "." + constant.name()
                : value.toString();
    }
}
