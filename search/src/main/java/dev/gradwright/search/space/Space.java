package dev.gradwright.search.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The hyperparameters that are searched, by name, in order. Immutable: {@link #with} gives a larger space.
 *
 * <pre>{@code
 * Space space = Space.empty()
 *         .with("learningRate", logUniform(1e-6, 10))
 *         .with("optimizer", choice("sgd", "adam"))
 *         .with("momentum", uniform(0.5, 0.99), when("optimizer", "sgd"));
 * }</pre>
 */
public final class Space {

    private static final Space EMPTY = new Space(List.of());

    private final List<Dimension<?>> dimensions;

    private Space(List<Dimension<?>> dimensions) {
        this.dimensions = List.copyOf(dimensions);
    }

    /** The space without hyperparameters, to begin with; also that of an objective which asks for its hyperparameters as it runs. */
    public static Space empty() {
        return EMPTY;
    }

    /**
     * This space and one more hyperparameter.
     *
     * @throws IllegalArgumentException if the name is blank or taken
     */
    public <T> Space with(String name, Range<T> range) {
        return plus(new Dimension<>(name, range, Optional.empty()));
    }

    /**
     * This space and one more hyperparameter, which exists on a condition.
     *
     * @throws IllegalArgumentException if the name is blank or taken, or the condition is about a hyperparameter that is not in this space or about
     *     values that it cannot have
     */
    public <T> Space with(String name, Range<T> range, Condition condition) {
        return plus(new Dimension<>(name, range, Optional.of(condition)));
    }

    private Space plus(Dimension<?> dimension) {
        if (dimension.name().isBlank()) {
            throw new IllegalArgumentException(
                    "a hyperparameter without a name: " + dimension.range().code());
        }
        find(dimension.name()).ifPresent(other -> {
            throw new IllegalArgumentException("two hyperparameters are called " + other.name() + ": "
                    + other.range().code() + " and " + dimension.range().code() + "; give each a name of its own");
        });
        dimension.condition().ifPresent(condition -> check(dimension, condition));
        List<Dimension<?>> more = new ArrayList<>(dimensions);
        more.add(dimension);
        return new Space(more);
    }

    private void check(Dimension<?> dimension, Condition condition) {
        Dimension<?> other = find(condition.name())
                .orElseThrow(() -> new IllegalArgumentException(dimension.name() + " exists " + condition + ", but "
                        + condition.name() + " is not in the space; add it before " + dimension.name()));
        for (Object value : condition.values()) {
            if (!other.range().contains(value)) {
                throw new IllegalArgumentException(dimension.name() + " exists " + condition + ", but " + value
                        + " is not in " + other.range().code());
            }
        }
        if (condition.values().isEmpty()) {
            throw new IllegalArgumentException(dimension.name() + " exists for no value of " + condition.name()
                    + "; name at least one, or leave it out of the space");
        }
    }

    /** All hyperparameters; each after the one that its condition is about. */
    public List<Dimension<?>> dimensions() {
        return dimensions;
    }

    /** A hyperparameter, if there is one of that name. */
    public Optional<Dimension<?>> find(String name) {
        for (Dimension<?> dimension : dimensions) {
            if (dimension.name().equals(name)) {
                return Optional.of(dimension);
            }
        }
        return Optional.empty();
    }

    /** Whether a hyperparameter exists, given the values of those before it. */
    public boolean exists(Dimension<?> dimension, Assignment before) {
        return dimension.condition().map(condition -> condition.holds(before)).orElse(true);
    }

    /** Whether a condition is about a hyperparameter. */
    public boolean decides(String name) {
        return dimensions.stream()
                .anyMatch(dimension ->
                        dimension.condition().filter(c -> c.name().equals(name)).isPresent());
    }

    /** The same space with another range for one of its hyperparameters. */
    public <T> Space withRange(String name, Range<T> range) {
        Space changed = EMPTY;
        for (Dimension<?> dimension : dimensions) {
            changed = changed.plus(
                    dimension.name().equals(name) ? new Dimension<>(name, range, dimension.condition()) : dimension);
        }
        return changed;
    }

    /** One hyperparameter after the other, as code. */
    @Override
    public String toString() {
        return dimensions.stream().map(Dimension::toString).collect(Collectors.joining("; "));
    }
}
