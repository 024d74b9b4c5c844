package dev.gradwright.monitor.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Some of the things that came one after the other, in bounded memory: the latest, and of the earlier ones every first, second, fourth and so on,
 * so that they are spread evenly.
 *
 * @param <T> what is kept
 */
final class Selection<T> {

    /**
     * A thing, and when it came.
     *
     * @param <T> what it is
     */
    record Item<T>(long step, long number, long version, T thing) {}

    private final int capacity;
    private final List<Item<T>> items = new ArrayList<>();
    private long count;
    private long stride = 1;

    Selection(int capacity) {
        this.capacity = capacity;
    }

    void add(long step, T thing, long version) {
        if (!items.isEmpty() && items.get(items.size() - 1).number() % stride != 0) {
            items.remove(items.size() - 1);
        }
        items.add(new Item<>(step, count, version, thing));
        while (items.size() > capacity) {
            stride *= 2;
            items.removeIf(item -> item.number() % stride != 0 && item.number() != count);
        }
        count++;
    }

    /** Forgets what was added for later steps. */
    void forgetAfter(long step) {
        items.removeIf(item -> item.step() > step);
    }

    boolean isNewerThan(long version) {
        return !items.isEmpty() && items.get(items.size() - 1).version() > version;
    }

    /** A copy of what is kept now. */
    List<Item<T>> items() {
        return List.copyOf(items);
    }
}
