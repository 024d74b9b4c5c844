package dev.gradwright.tape;

/** Tells the {@link DecisionLog} of the thread, if there is one, what tangents decide on the way. Each method gives back what it is given. */
public final class DecisionNotes {

    private DecisionLog log;

    DecisionNotes() {}

    /** A record begins. */
    void begin() {
        log = DecisionLog.current();
    }

    /** Notes a decision between two sides. */
    public boolean note(String place, String what, boolean decision) {
        tell(place, what, decision ? 1 : 0);
        return decision;
    }

    /** Notes the value of a step function. */
    public double note(String place, String what, double step) {
        tell(place, what, Double.doubleToLongBits(step));
        return step;
    }

    /** Notes the value of a step function. */
    public long note(String place, String what, long step) {
        tell(place, what, step);
        return step;
    }

    /** Notes the value of a step function. */
    public int note(String place, String what, int step) {
        tell(place, what, step);
        return step;
    }

    /** Notes a decision between two sides of a function, and gives the function's value back. */
    public double note(String place, String what, double value, boolean decision) {
        tell(place, what, decision ? 1 : 0);
        return value;
    }

    /** Notes which piece of a function it is, and gives the function's value back. */
    public double note(String place, String what, double value, long piece) {
        tell(place, what, piece);
        return value;
    }

    /** Notes that nobody knows what is decided behind a value. */
    public double noteUnknown(String place, String what, double value) {
        if (log != null) {
            log.noteUnknown(place, what);
        }
        return value;
    }

    /** Notes that nobody knows what an operation on an array or matrix decides. */
    public <T> T noteUnknown(String place, String what, T contents) {
        if (log != null) {
            log.noteUnknown(place, what);
        }
        return contents;
    }

    private void tell(String place, String what, long decision) {
        if (log != null) {
            log.note(place, what, decision);
        }
    }
}
