package dev.gradwright.check.subject;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The random generators of a function, which are given the same seeds before each evaluation so that all see the same draws. Only a {@code
 * java.util.Random} can be seeded anew; others are met by the stage that looks for determinism.
 */
public final class Generators {

    private static final long FIRST_SEED = 20_150_231L;

    private final Set<Random> found = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Adds a generator, or those that an object holds in its fields, in arrays and collections, and in the fields of what it holds. */
    public void addHeldBy(Object owner) {
        if (owner == null || !seen.add(owner)) {
            return;
        }
        if (owner instanceof Random random) {
            found.add(random);
        } else if (owner instanceof Iterable<?> elements) {
            elements.forEach(this::addHeldBy);
        } else if (owner instanceof Map<?, ?> map) {
            map.values().forEach(this::addHeldBy);
        } else if (owner.getClass().isArray()) {
            addElements(owner);
        } else if (!isOfThePlatform(owner.getClass())) {
            addFields(owner);
        }
    }

    /** Gives every generator the seed that it always gets. */
    public void reseed() {
        long seed = FIRST_SEED;
        for (Random random : found) {
            random.setSeed(seed++);
        }
    }

    /** How many there are. */
    public int size() {
        return found.size();
    }

    private void addElements(Object array) {
        if (!array.getClass().getComponentType().isPrimitive()) {
            for (int i = 0; i < Array.getLength(array); i++) {
                addHeldBy(Array.get(array, i));
            }
        }
    }

    private void addFields(Object owner) {
        for (Class<?> type = owner.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    addHeldBy(read(field, owner));
                }
            }
        }
    }

    private static Object read(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (InaccessibleObjectException | IllegalAccessException e) {
            // a field of a module that does not open: a generator there is beyond reach, and the stage for determinism
            // tells
            return null;
        }
    }

    private static boolean isOfThePlatform(Class<?> type) {
        String name = type.getName();
        return name.startsWith("java.") || name.startsWith("javax.") || name.startsWith("org.ejml.");
    }
}
