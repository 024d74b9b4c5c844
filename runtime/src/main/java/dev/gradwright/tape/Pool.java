package dev.gradwright.tape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/** Things of one type that are handed out in order, the same ones in the same order after each restart as long as their lengths fit. */
final class Pool<T> {

    private final IntFunction<T> maker;
    private final ToIntFunction<T> length;
    private final Consumer<T> cleaner;
    private final List<T> items = new ArrayList<>();
    private int taken;

    /**
     * @param maker makes a clean thing of a length
     * @param length tells the length of one
     * @param cleaner makes a used one as good as new
     */
    Pool(IntFunction<T> maker, ToIntFunction<T> length, Consumer<T> cleaner) {
        this.maker = maker;
        this.length = length;
        this.cleaner = cleaner;
    }

    void restart() {
        taken = 0;
    }

    /** How many have been handed out since the last restart. */
    int taken() {
        return taken;
    }

    /** Takes back what was handed out after a number of them. */
    void backTo(int number) {
        taken = number;
    }

    /** Cleans what has been handed out since the last restart. */
    void clean() {
        for (int i = 0; i < taken; i++) {
            cleaner.accept(items.get(i));
        }
    }

    /** Shows what has been handed out since the last restart. */
    void forEach(Consumer<? super T> visitor) {
        for (int i = 0; i < taken; i++) {
            visitor.accept(items.get(i));
        }
    }

    T take(int wanted) {
        T item;
        if (taken == items.size()) {
            item = maker.apply(wanted);
            items.add(item);
        } else if (length.applyAsInt(items.get(taken)) == wanted) {
            item = items.get(taken);
            cleaner.accept(item);
        } else {
            item = maker.apply(wanted);
            items.set(taken, item);
        }
        taken++;
        return item;
    }
}
