package dev.gradwright.check.parting;

import dev.gradwright.tape.TransposeLog;
import java.util.Arrays;

/** The tangents of what statements touch, in the order in which they ran; taken off again from the end. */
final class TangentTrace extends TransposeLog {

    private final int limit;
    private double[] values = new double[256];
    private int size;
    private Moment last;
    private boolean isTooLong;
    private boolean isOfRules = true;

    TangentTrace(boolean wantsDifferences, int limit) {
        super(wantsDifferences);
        this.limit = limit;
    }

    /**
     * A side of a statement.
     *
     * @param earlier what was told before it; null if nothing was
     * @param from where its numbers begin
     */
    private record Moment(Moment earlier, boolean isAfter, String place, String what, int from) {}

    @Override
    protected void told(boolean isAfter, boolean isRule, String place, String what, double[] told, int count) {
        isOfRules &= isRule;
        isTooLong |= size + count > limit;
        if (isTooLong) {
            return;
        }
        while (size + count > values.length) {
            values = Arrays.copyOf(values, 2 * values.length);
        }
        last = new Moment(last, isAfter, place, what, size);
        System.arraycopy(told, 0, values, size, count);
        size += count;
    }

    boolean isTooLong() {
        return isTooLong;
    }

    /** Whether nothing but calls of rules by hand was told of. */
    boolean isOfRules() {
        return isOfRules;
    }

    boolean isEmpty() {
        return last == null;
    }

    /** Whether what was told last, and is still there, was told of this side of a statement. */
    boolean isLast(boolean isAfter, String place, String what) {
        return last != null && last.isAfter == isAfter && last.place.equals(place) && last.what.equals(what);
    }

    String lastPlace() {
        return last.place;
    }

    String lastWhat() {
        return last.what;
    }

    /** Takes off what was told last: the numbers, of which there are to be so many; null if there are not. */
    double[] take(int count) {
        double[] taken = size - last.from == count ? Arrays.copyOfRange(values, last.from, size) : null;
        size = last.from;
        last = last.earlier;
        return taken;
    }
}
