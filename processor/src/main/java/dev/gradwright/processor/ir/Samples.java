package dev.gradwright.processor.ir;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the source says about making an object of the class, and arguments for its methods, in tests.
 *
 * @param constructor the parameters of the accessible constructor from which a sample can be made: the only one, or the one with
 *     the most parameters all of whose types are {@code int} or {@code RandomGenerator} (or {@code Random}); empty if there is none
 * @param factories the {@code @Sample} methods by the argument they make; the key {@code ""} makes the model
 */
public record Samples(Optional<List<Ingredient>> constructor, Map<String, Factory> factories) {

    public static final Samples NONE = new Samples(Optional.empty(), Map.of());

    public Samples {
        constructor = constructor.map(List::copyOf);
        factories = Collections.unmodifiableMap(new TreeMap<>(factories));
    }

    /** What a constructor or factory wants: a random generator or a length named like a dimension. */
    public record Ingredient(String name, Kind kind) {

        /** What kind of thing is wanted. */
        public enum Kind {
            LENGTH,
            RANDOM
        }
    }

    /** A static {@code @Sample} method. */
    public record Factory(String method, List<Ingredient> ingredients) {
        public Factory {
            ingredients = List.copyOf(ingredients);
        }
    }
}
