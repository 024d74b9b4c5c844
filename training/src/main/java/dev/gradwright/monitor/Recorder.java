package dev.gradwright.monitor;

import java.io.IOException;

/**
 * A place where measurements go. Tags are paths with slashes, such as {@code train/loss} or {@code ratio/hidden.weight}; steps are those of the
 * optimizer and do not decrease for a tag.
 *
 * <p>Called from the thread that trains, unless it {@linkplain #mayLag may lag}; what is given is not changed afterwards and may be kept.
 */
public interface Recorder extends AutoCloseable {

    /**
     * Training goes on from a checkpoint: the steps after this one will be taken again, so what was recorded of them before counts no more. To be
     * called before anything is recorded.
     *
     * @param step the step of the checkpoint
     */
    default void resume(long step) {}

    /** A number, which may be infinite or NaN. */
    void scalar(String tag, long step, double value);

    /** How numbers are distributed. */
    void histogram(String tag, long step, Histogram histogram);

    /** A picture. */
    void picture(String tag, long step, Picture picture);

    /** Something that a person should know. */
    void finding(Finding finding);

    /**
     * Whether it may be told a little later and on another thread than the one that trains, though everything in the same order: true for those that write
     * files, as training need not wait for that. Such a recorder allows calls from several threads at once.
     */
    default boolean mayLag() {
        return false;
    }

    /** Makes sure that what has been recorded is where it belongs, as far as that can be made sure of. */
    default void flush() throws IOException {}

    /** Records nothing more. Closing twice does no harm. */
    @Override
    default void close() throws IOException {}
}
