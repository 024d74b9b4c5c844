package dev.gradwright.train;

/**
 * Why training has ended.
 *
 * @param reason the kind of reason
 * @param sentence what to tell a person
 */
public record Stop(Reason reason, String sentence) {

    /** Kinds of reasons. */
    public enum Reason {
        /** There were as many epochs as planned. */
        EPOCHS,
        /** A metric has not got better for a while. */
        NO_IMPROVEMENT,
        /** A hook has asked for it. */
        HOOK,
        /** The process was told to end, by Ctrl-C for instance, or the thread was interrupted. */
        INTERRUPTED,
        /** The file that asks for it was there. */
        STOP_FILE,
        /** A loss or gradient was infinite or no number. */
        NOT_FINITE;

        /** Whether training went as planned to an end, so that nothing is left to do. */
        public boolean isEnd() {
            return this == EPOCHS || this == NO_IMPROVEMENT;
        }
    }

    @Override
    public String toString() {
        return sentence;
    }
}
