package dev.gradwright.tape;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Is told of the decisions that tangents take on the way, by whoever wants to compare them at several points. */
public abstract class DecisionLog {

    private static final ThreadLocal<DecisionLog> CURRENT = new ThreadLocal<>();

    /** How many logs there are in all threads. Where there is none, nobody need look for the thread's own. */
    private static final AtomicInteger LOGS = new AtomicInteger();

    /**
     * A decision has been taken.
     *
     * @param place where in the source: {@code Relu.java:12}
     * @param what what has decided: {@code if}, {@code Math.max}
     * @param decision which way it went
     */
    public abstract void note(String place, String what, long decision);

    /** Something happened of which nobody knows what it decides. */
    public abstract void noteUnknown(String place, String what);

    /** Calls something, with this log for what it decides. */
    public final <R> R whileCalling(Supplier<R> call) {
        DecisionLog outer = CURRENT.get();
        LOGS.incrementAndGet();
        CURRENT.set(this);
        try {
            return call.get();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
            LOGS.decrementAndGet();
        }
    }

    /** The log of this thread; null if there is none. */
    public static DecisionLog current() {
        return LOGS.get() == 0 ? null : CURRENT.get();
    }
}
