package dev.gradwright.search.space;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Values of hyperparameters, by name: a point in a space. Those that do not exist at the point are absent.
 *
 * @param values the values, in the order in which they were assigned
 */
public record Assignment(Map<String, Object> values) {

    /** Keeps a copy. */
    public Assignment {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The assignment of nothing. */
    public static Assignment empty() {
        return new Assignment(Map.of());
    }

    /** This assignment with one more value. */
    public Assignment with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Assignment(more);
    }

    /** A value, if the hyperparameter exists here. */
    public Optional<Object> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * A value.
     *
     * @throws IllegalArgumentException if the hyperparameter does not exist here, or is of another type
     */
    public <T> T get(String name, Class<T> type) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "there is no hyperparameter " + name + " here, only " + values.keySet() + "; ask has() before");
        }
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(name + " is " + value + " of type "
                    + value.getClass().getSimpleName() + ", not " + type.getSimpleName());
        }
        return type.cast(value);
    }

    /** A real number; see {@link #get}. */
    public double real(String name) {
        return get(name, Double.class);
    }

    /** An integer; see {@link #get}. */
    public int integer(String name) {
        return get(name, Integer.class);
    }

    /** Whether a hyperparameter exists here. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(e -> e.getKey() + " " + text(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String text(Object value) {
        return value instanceof Double number ? String.format(Locale.ROOT, "%.4g", number) : value.toString();
    }
}
