package dev.gradwright.tape;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs a loop of steps backwards from a few copies of its state. The forward sweep runs the steps without a record and keeps the
 * state before some of them; the reverse sweep goes through the steps from the last to the first, each time from the nearest copy,
 * and only the step that is next is recorded. For generated code.
 */
public final class Checkpoints {

    private static final int UNKNOWN = -1;

    private final Tape tape;
    private final List<Object> state = new ArrayList<>();
    private final Tape.Mark mark = new Tape.Mark();
    private Object[][] copies = {};
    private Object[] beforeLast = {};
    private Object[] last = {};
    private int[] positions = {};
    private int slots;
    private int start;
    private int steps;
    private int remaining;
    private int top;
    private int live;
    private int nextKept;
    private boolean isTurn;
    private long runs;

    Checkpoints(Tape tape) {
        this.tape = tape;
    }

    void restart(int newSlots) {
        slots = newSlots;
        state.clear();
        runs = 0;
    }

    /** Says that an array or matrix is part of the state. */
    public void keep(Object arrayOrMatrix) {
        state.add(arrayOrMatrix);
    }

    /** Begins the loop: its index goes from start to end, without end. */
    public void begin(int from, int end) {
        start = from;
        steps = Math.max(0, end - from);
        remaining = steps;
        top = -1;
        live = 0;
        if (!isFit()) {
            copies = new Object[slots][state.size()];
            beforeLast = new Object[state.size()];
            last = new Object[state.size()];
            positions = new int[slots];
        }
        tape.mark(mark);
        if (steps > 0) {
            keepState();
        }
    }

    /** Before a step of the forward sweep. */
    public void before(int index) {
        live = index - start;
        if (live == nextKept) {
            keepState();
        }
        if (live == steps - 1) {
            save(beforeLast);
        }
    }

    /** After a step, whether it has been run only or recorded and reversed. */
    public void after() {
        tape.release(mark);
        if (isTurn) {
            isTurn = false;
            remaining--;
            live = UNKNOWN;
            while (top >= 0 && positions[top] >= remaining) {
                top--;
            }
        } else {
            live++;
            runs++;
        }
    }

    /** Begins the reverse sweep. The loop's last state is put back at its end, for whoever looks at it then. */
    public void rewind() {
        save(last);
        tape.mark(mark);
        if (remaining == 0 && steps > 0) {
            // swept before: the first state is still there
            remaining = steps;
            top = 0;
        }
        live = UNKNOWN;
    }

    /** Whether there are steps to run or to reverse. */
    public boolean hasNext() {
        if (remaining > 0) {
            return true;
        }
        load(last);
        return false;
    }

    /** The index of the next step; its state has been put back. */
    public int next() {
        if (live == UNKNOWN && remaining == steps) {
            load(beforeLast);
            live = steps - 1;
        } else if (live == UNKNOWN) {
            load(copies[top]);
            live = positions[top];
            plan();
        }
        isTurn = live == remaining - 1;
        if (!isTurn && live == nextKept) {
            keepState();
        }
        return start + live;
    }

    /** Whether the next step is to be recorded and reversed, not only run. */
    public boolean isTurn() {
        return isTurn;
    }

    /** Notes how large the record of a step is. */
    public void recorded() {
        tape.notePeak();
    }

    /** How many steps have been run without a record, in both sweeps. */
    public long runs() {
        return runs;
    }

    /** How many bytes the copies take. */
    long bytes() {
        long sum = bytes(beforeLast) + bytes(last);
        for (Object[] slot : copies) {
            sum += bytes(slot);
        }
        return sum;
    }

    private static long bytes(Object[] slot) {
        long sum = 0;
        for (Object copy : slot) {
            sum += copy == null ? 0 : Snapshots.bytes(copy);
        }
        return sum;
    }

    private void keepState() {
        top++;
        positions[top] = live;
        save(copies[top]);
        plan();
    }

    /** Decides which state after the one just kept or put back is kept next. */
    private void plan() {
        int left = remaining - live;
        int free = slots - top;
        int distance = free > 1 && left > 2 ? Schedule.distance(left, free) : left;
        nextKept = live + distance < remaining - 1 ? live + distance : UNKNOWN;
    }

    private void save(Object[] slot) {
        for (int i = 0; i < state.size(); i++) {
            slot[i] = Snapshots.save(state.get(i), slot[i]);
        }
    }

    private void load(Object[] slot) {
        for (int i = 0; i < state.size(); i++) {
            Snapshots.load(slot[i], state.get(i));
        }
    }

    /** Whether the copies of an earlier loop can be written over with the state of this one. */
    private boolean isFit() {
        boolean isFit = copies.length == slots && last.length == state.size();
        for (int i = 0; isFit && i < copies.length; i++) {
            isFit = isFit(copies[i]);
        }
        return isFit && isFit(beforeLast) && isFit(last);
    }

    private boolean isFit(Object[] slot) {
        for (int i = 0; i < slot.length; i++) {
            if (slot[i] != null && !Snapshots.fits(state.get(i), slot[i])) {
                return false;
            }
        }
        return true;
    }
}
