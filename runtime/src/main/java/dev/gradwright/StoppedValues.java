package dev.gradwright;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What {@link Derivatives#stopGradient(double)} and its like gave in one evaluation of a function, so that it can be given again in
 * others. A difference quotient moves all values that depend on an argument; without this it would move those too through which no
 * derivative is meant to flow.
 */
public final class StoppedValues {

    private static final ThreadLocal<StoppedValues> CURRENT = new ThreadLocal<>();

    private final List<Object> values = new ArrayList<>();
    private boolean isRecorded;
    private int next;

    /** Evaluates a function: the first time stopped values are noted, from then on the same ones are given again, in order. */
    public <R> R during(Supplier<R> evaluation) {
        StoppedValues outer = CURRENT.get();
        CURRENT.set(this);
        next = 0;
        if (!isRecorded) {
            values.clear();
        }
        try {
            R result = evaluation.get();
            isRecorded = true;
            return result;
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    /** The value to give: the one given, or what was given in its place the first time. */
    static <T> T of(T value) {
        StoppedValues current = CURRENT.get();
        return current == null ? value : current.at(value);
    }

    @SuppressWarnings("unchecked")
    private <T> T at(T value) {
        if (!isRecorded) {
            values.add(value);
            return value;
        }
        // an evaluation that takes another way than the first has values of its own
        Object noted = next < values.size() ? values.get(next++) : value;
        return noted.getClass() == value.getClass() ? (T) noted : value;
    }
}
