package dev.gradwright.tape;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The derivative objects of models on a tape: always the same one for the same model and type. */
final class Derivatives {

    private final Map<Object, Map<Class<?>, Object>> byModel = new IdentityHashMap<>();

    <M, D> D of(M model, Class<D> type, Function<M, D> maker) {
        Objects.requireNonNull(model, () -> "the model of a " + type.getSimpleName() + " is null");
        Map<Class<?>, Object> ofModel = byModel.computeIfAbsent(model, m -> new IdentityHashMap<>());
        Object known = ofModel.get(type);
        if (known == null) {
            known = maker.apply(model);
            ofModel.put(type, known);
        }
        return type.cast(known);
    }

    /** Whether a derivative is one of these. */
    boolean contain(Object derivative) {
        return byModel.values().stream()
                .anyMatch(ofModel -> ofModel.values().stream().anyMatch(known -> known == derivative));
    }
}
