package dev.gradwright.processor.check;

import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.source.CodeBlock;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Sources of random numbers among the arguments of a method. A check evaluates the method many times and compares; each evaluation gets
 * a source of its own with the same seed, so that all see the same draws.
 */
final class Randomness {

    private static final Map<String, Class<?>> SOURCES = Map.of(
            "java.util.random.RandomGenerator", Random.class,
            "java.util.Random", Random.class,
            "java.util.SplittableRandom", SplittableRandom.class);

    private Randomness() {}

    /** Whether values of the type are sources of random numbers that can be made from a seed. */
    static boolean isSource(Type type) {
        return type instanceof Type.Opaque opaque
                && SOURCES.containsKey(opaque.name().canonicalName());
    }

    /** Whether a source that has drawn cannot be taken back to a seed, as a {@code java.util.Random} can. */
    static boolean isSplittable(Type type) {
        return type instanceof Type.Opaque opaque
                && opaque.name().canonicalName().equals("java.util.SplittableRandom");
    }

    /** A new source from a seed. */
    static CodeBlock source(Type type, CodeBlock seed) {
        Type.Opaque opaque = (Type.Opaque) type;
        return CodeBlock.of("new $T($L)", SOURCES.get(opaque.name().canonicalName()), seed);
    }
}
