package dev.gradwright.search.space;

import java.util.List;

/**
 * When a hyperparameter exists: where another one has one of some values. Where the other one does not exist, neither does this.
 *
 * @param name the other hyperparameter
 * @param values the values it is to have
 */
public record Condition(String name, List<Object> values) {

    /** Keeps a copy of the values. */
    public Condition {
        values = List.copyOf(values);
    }

    /** A condition on a hyperparameter: that it has one of the values. */
    public static Condition when(String name, Object... values) {
        return new Condition(name, List.of(values));
    }

    boolean holds(Assignment others) {
        return others.find(name).filter(values::contains).isPresent();
    }

    @Override
    public String toString() {
        return "when " + name + " is " + (values.size() == 1 ? values.get(0) : "one of " + values);
    }
}
