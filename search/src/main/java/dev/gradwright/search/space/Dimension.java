package dev.gradwright.search.space;

import java.util.Optional;

/**
 * A hyperparameter of a space.
 *
 * @param name its name, unique in the space
 * @param range the values it may have
 * @param condition when it exists, if not always
 * @param <T> the type of its values
 */
public record Dimension<T>(String name, Range<T> range, Optional<Condition> condition) {

    @Override
    public String toString() {
        return name + " = " + range.code() + condition.map(c -> " " + c).orElse("");
    }
}
