package dev.gradwright.tape;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The shadows of one record, in the order in which they were asked for. As long as there are few, which is so in functions of a few
 * arrays, they are compared one by one: that takes less time than to hash them.
 *
 * <p>Most records are of the same arrays as the one before, in the same order. So those of the one before stay here, behind the ones that
 * there are, and are expected: what comes next as expected is none of those that there are, and is added without being looked for.
 */
final class ShadowTable {

    private static final int FEW = 8;

    /** Where something is in the order, for the table of many. */
    private record Place(int index) {}

    private final Map<Object, Place> many = new IdentityHashMap<>();
    private Object[] primals = new Object[FEW];
    private Object[] shadows = new Object[FEW];
    private Place[] places = new Place[0];
    private int count;
    /** How many there are with those that are expected; all of them are different, and in the table of many if they are. */
    private int known;

    /** Begins a record. */
    void restart() {
        forget(count);
        count = 0;
    }

    int size() {
        return count;
    }

    /** The shadow that was asked for at this place. */
    Object shadow(int index) {
        return shadows[index];
    }

    /** The shadow of something; null if it has none. */
    Object of(Object primal) {
        if (isExpected(primal)) {
            return null;
        } else if (count > FEW) {
            Place place = many.get(primal);
            return place == null || place.index >= count ? null : shadows[place.index];
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
        if (!isExpected(primal)) {
            forget(count);
            append(primal);
        }
        shadows[count] = shadow;
        count++;
    }

    private boolean isExpected(Object primal) {
        return count < known && primals[count] == primal;
    }

    private void append(Object primal) {
        if (known == primals.length) {
            primals = Arrays.copyOf(primals, 2 * known);
            shadows = Arrays.copyOf(shadows, 2 * known);
        }
        primals[known++] = primal;
        if (known == FEW + 1) {
            for (int i = 0; i < known; i++) {
                many.put(primals[i], place(i));
            }
        } else if (known > FEW) {
            many.put(primal, place(known - 1));
        }
    }

    private Place place(int index) {
        if (index >= places.length) {
            int old = places.length;
            places = Arrays.copyOf(places, primals.length);
            for (int i = old; i < places.length; i++) {
                places[i] = new Place(i);
            }
        }
        return places[index];
    }

    /** Takes off what was added since there were so many. It is expected again, for much is asked for over and over in checkpointed loops. */
    void backTo(int size) {
        count = size;
    }

    /** Expects nothing behind so many. */
    private void forget(int size) {
        if (size == known) {
            return;
        }
        if (size > FEW) {
            for (int i = size; i < known; i++) {
                many.remove(primals[i]);
            }
        } else if (known > FEW) {
            many.clear();
        }
        Arrays.fill(primals, size, known, null);
        Arrays.fill(shadows, size, known, null);
        known = size;
    }
}
