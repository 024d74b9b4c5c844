package dev.gradwright.tape;

/** Tells each {@link ResultLog} that listens to a gradient on this tape what methods return. */
public final class ResultNotes {

    private final Derivatives derivatives;
    /** Null if nobody listens, or the record is complete. */
    private ResultLog[] logs;

    ResultNotes(Derivatives derivatives) {
        this.derivatives = derivatives;
    }

    /** A record begins. */
    void begin() {
        logs = ResultLog.of(derivatives);
        if (logs != null) {
            for (ResultLog log : logs) {
                log.begun();
            }
        }
    }

    /** A record is complete; what checkpointed loops record again is not new. */
    void end() {
        logs = null;
    }

    /** Notes what a method of a generated gradient has returned, if anybody wants to know. */
    public void returned(Object of, String name, Object result) {
        if (logs != null) {
            for (ResultLog log : logs) {
                log.returned(of, name, result);
            }
        }
    }
}
