package dev.gradwright.tape;

import java.util.Arrays;
import java.util.Objects;

/**
 * Is told what methods return while a gradient records, its model's own and those of the models inside: arrays and matrices of numbers, in the
 * order in which the methods end. So activations of inner layers can be seen without a change to the model. A helper of a class of functions only that
 * is called in one place may count as part of the method that calls it, and tell nothing.
 *
 * <p>A log that does not listen costs nothing; while one does, only the records of its own gradient reach it, on the thread that makes them.
 */
public abstract class ResultLog {

    private static final Object LOCK = new Object();
    private static volatile ResultLog[] listening;

    private final Object gradient;

    /**
     * A log that does not listen yet.
     *
     * @param gradient the generated gradient whose records it wants to know of
     */
    protected ResultLog(Object gradient) {
        this.gradient = Objects.requireNonNull(gradient, "the gradient is null");
    }

    /** A record begins. */
    protected void begun() {}

    /**
     * A method has returned.
     *
     * @param of the generated gradient of the model whose method it is; the whole's {@code parameters().models()} has its name
     * @param method the name of the method, with the component after a dot if it is a part of a record
     * @param result what it has returned, a {@code DMatrixRMaj}, a {@code double[]} or an array of these. It belongs to the record: look at
     *     it during this call, and change nothing
     */
    protected abstract void returned(Object of, String method, Object result);

    /** Is told of records that begin from now on. Listening twice is listening once. */
    public final void listen() {
        synchronized (LOCK) {
            ResultLog[] before = listening;
            if (before == null) {
                listening = new ResultLog[] {this};
            } else if (!Arrays.asList(before).contains(this)) {
                ResultLog[] after = Arrays.copyOf(before, before.length + 1);
                after[before.length] = this;
                listening = after;
            }
        }
    }

    /** Is told of no more records. */
    public final void stopListening() {
        synchronized (LOCK) {
            if (listening != null) {
                ResultLog[] others =
                        Arrays.stream(listening).filter(log -> log != this).toArray(ResultLog[]::new);
                listening = others.length == 0 ? null : others;
            }
        }
    }

    /** Those that listen to a gradient on a tape; null if there are none. */
    static ResultLog[] of(Derivatives tape) {
        ResultLog[] all = listening;
        if (all == null) {
            return null;
        }
        ResultLog[] mine =
                Arrays.stream(all).filter(log -> tape.contain(log.gradient)).toArray(ResultLog[]::new);
        return mine.length == 0 ? null : mine;
    }
}
