package dev.gradwright.tape;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The shadows of one record, in the order in which they were asked for. As long as there are few, which is so in functions of a few
 * arrays, they are compared one by one: that takes less time than to hash them and to clear the table for the next record.
 */
final class ShadowTable {

    private static final int FEW = 8;

    private final Map<Object, Object> many = new IdentityHashMap<>();
    private Object[] primals = new Object[FEW];
    private Object[] shadows = new Object[FEW];
    private int count;

    int size() {
        return count;
    }

    /** The shadow that was asked for at this place. */
    Object shadow(int index) {
        return shadows[index];
    }

    /** The shadow of something; null if it has none. */
    Object of(Object primal) {
        if (count > FEW) {
            return many.get(primal);
        }
        for (int i = 0; i < count; i++) {
            if (primals[i] == primal) {
                return shadows[i];
            }
        }
        return null;
    }

    /** Adds the shadow of something that has none. */
    void add(Object primal, Object shadow) {
        if (count == primals.length) {
            primals = Arrays.copyOf(primals, 2 * count);
            shadows = Arrays.copyOf(shadows, 2 * count);
        }
        primals[count] = primal;
        shadows[count] = shadow;
        count++;
        if (count == FEW + 1) {
            for (int i = 0; i < count; i++) {
                many.put(primals[i], shadows[i]);
            }
        } else if (count > FEW) {
            many.put(primal, shadow);
        }
    }

    /** Forgets what was added since there were so many. */
    void backTo(int size) {
        if (size <= FEW) {
            if (count > FEW) {
                many.clear();
            }
        } else {
            for (int i = size; i < count; i++) {
                many.remove(primals[i]);
            }
        }
        Arrays.fill(primals, size, count, null);
        Arrays.fill(shadows, size, count, null);
        count = size;
    }
}
