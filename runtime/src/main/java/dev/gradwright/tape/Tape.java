package dev.gradwright.tape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;

/**
 * The record of one forward sweep: its state, from {@link #begin} to {@link #consume}, and the values that lie on its stacks. What else belongs
 * to a record has classes of its own, which generated code asks for here: {@link #memory} for arrays and matrices, {@link #shadows} for
 * the adjoints (or tangents) of their entries, {@link #lanes} where there are several seeds, and what notes things for logs.
 *
 * <p>One tape serves a generated gradient and all gradients of models inside it. It is not safe for use by several threads.
 */
public final class Tape {

    private enum State {
        EMPTY,
        RECORDING,
        RECORDED,
        REPEATED,
        CONSUMED
    }

    private final Stacks stacks = new Stacks();
    private final Arena memory = new Arena();
    private final Arena shadowMemory = new Arena();
    private final Shadows shadows = new Shadows(shadowMemory);
    /** In second derivatives tangents; where a sweep carries several seeds, the shadows for all but the first. */
    private final Shadows furtherShadows = new Shadows(shadowMemory);

    private final Lanes lanes = new Lanes(shadows, furtherShadows);

    private final Derivatives derivatives = new Derivatives();
    private final DecisionNotes decisions = new DecisionNotes();
    private final ResultNotes results = new ResultNotes(derivatives);
    private final GivenResults given = new GivenResults(memory, shadows);
    private final Shares shares = new Shares();
    private final Repetition repetition = new Repetition(stacks, memory, shadowMemory, shadows, furtherShadows);
    private State state = State.EMPTY;
    private final List<Checkpoints> checkpoints = new ArrayList<>();
    private int checkpointCount;
    private long peak;
    private String method = "";
    private TransposeLog transposes;

    /** How much of the tape's memory was in use at some moment. */
    static final class Mark {
        private int[] memory = {};
        private int[] shadowMemory = {};
        private int shadows;
        private int furtherShadows;
        private int checkpoints;
    }

    /** Starts a record, dropping what was recorded before. */
    public void begin(String forward) {
        stacks.clear();
        memory.restart();
        shadowMemory.restart();
        checkpointCount = 0;
        peak = 0;
        shadows.restart(forward);
        furtherShadows.restart(forward);
        method = forward;
        state = State.RECORDING;
        decisions.begin();
        transposes = TransposeLog.current();
        results.begin();
    }

    /** Where the arrays and matrices that are made during the forward sweep come from. */
    public Arena memory() {
        return memory;
    }

    /** Where what holds the derivatives of these comes from; apart, so that it can be made zero for another sweep. */
    public Arena shadowMemory() {
        return shadowMemory;
    }

    /** The shadows of arrays and matrices. */
    public Shadows shadows() {
        return shadows;
    }

    /** The tangents of arrays and matrices, be they ones of values or shadows, for second derivatives. */
    public Shadows tangents() {
        return furtherShadows;
    }

    /** The shadows of sweeps that carry several seeds. */
    public Lanes lanes() {
        return lanes;
    }

    /** What notes which decisions tangents take. */
    public DecisionNotes decisions() {
        return decisions;
    }

    /** What notes the results of methods. */
    public ResultNotes results() {
        return results;
    }

    /** The log that wants to know what the derivatives of statements read and write; null if nobody wants to. */
    public TransposeLog transposes() {
        return transposes;
    }

    /** Whether a log wants tangents by differences where a forward rule is not given. */
    public boolean wantsDifferences() {
        return transposes != null && transposes.wantsDifferences();
    }

    /** Ends a record: the forward sweep has come to its end. */
    public void recorded() {
        results.end();
        state = State.RECORDED;
        notePeak();
    }

    /** What serves methods whose derivatives are given by hand. */
    public GivenResults given() {
        return given;
    }

    /** Where rules given by hand put the shares of their arguments. */
    public Shares shares() {
        return shares;
    }

    /** How many bytes lie on the tape now: what the reverse sweep will take off, and copies of the state of checkpointed loops. */
    public long bytes() {
        long sum = stacks.bytes();
        for (int i = 0; i < checkpointCount; i++) {
            sum += checkpoints.get(i).bytes();
        }
        return sum;
    }

    /** The most bytes that have lain on the tape since the last record was begun. */
    public long peakBytes() {
        return peak;
    }

    void notePeak() {
        peak = Math.max(peak, bytes());
    }

    /** How many steps of checkpointed loops have been run without a record since the last record was begun. */
    public long checkpointedRuns() {
        long sum = 0;
        for (int i = 0; i < checkpointCount; i++) {
            sum += checkpoints.get(i).runs();
        }
        return sum;
    }

    /** A new set of copies of the state of a loop. */
    public Checkpoints checkpoints(int slots) {
        if (checkpointCount == checkpoints.size()) {
            checkpoints.add(new Checkpoints(this));
        }
        Checkpoints next = checkpoints.get(checkpointCount++);
        next.restart(slots);
        return next;
    }

    void mark(Mark mark) {
        mark.memory = memory.mark(mark.memory);
        mark.shadowMemory = shadowMemory.mark(mark.shadowMemory);
        mark.shadows = shadows.mark();
        mark.furtherShadows = furtherShadows.mark();
        mark.checkpoints = checkpointCount;
    }

    /** Takes back the memory that was given since a mark. */
    void release(Mark mark) {
        memory.backTo(mark.memory);
        shadowMemory.backTo(mark.shadowMemory);
        shadows.backTo(mark.shadows);
        furtherShadows.backTo(mark.furtherShadows);
        checkpointCount = mark.checkpoints;
    }

    /**
     * Claims the record for a reverse sweep.
     *
     * @param forward the forward method whose record is wanted
     * @param backward the method that wants it
     * @throws IllegalStateException if the last record is another method's, was consumed or is not complete
     */
    public void consume(String forward, String backward) {
        prepare(forward, backward, " once.");
        state = State.CONSUMED;
    }

    /**
     * Claims the record for a reverse sweep that will not be the last.
     *
     * @param forward the forward method whose record is wanted
     * @param pullback the method that wants it
     * @throws IllegalStateException if the last record is another method's, was consumed or is not complete
     */
    public void repeat(String forward, String pullback) {
        if (state == State.RECORDED && method.equals(forward)) {
            repetition.note(checkpointCount > 0);
        }
        prepare(forward, pullback, " as often as you like.");
        state = State.REPEATED;
    }

    private void prepare(String forward, String backward, String then) {
        boolean isThere = state == State.RECORDED || state == State.REPEATED;
        if (!isThere || !method.equals(forward)) {
            throw new IllegalStateException(backward + " needs a record of " + forward + ", but " + reason(forward)
                    + ". Call " + forward + " first, then " + backward + then);
        }
        if (state == State.REPEATED) {
            repetition.restore();
        }
    }

    private String reason(String forward) {
        return switch (state) {
            case EMPTY -> "nothing has been recorded";
            case RECORDING -> method + " has not come to its end";
            case RECORDED, REPEATED -> "the last record is one of " + method;
            case CONSUMED ->
                method.equals(forward)
                        ? "its record has been consumed already"
                        : "the last record was one of " + method;
        };
    }

    /** The derivative object of a model on this tape: always the same one for the same model and type. */
    public <M, D> D derivativeOf(M model, Class<D> type, Function<M, D> maker) {
        return derivatives.of(model, type, maker);
    }

    public void push(double value) {
        stacks.push(value);
    }

    public void push(int value) {
        stacks.push(value);
    }

    public void push(long value) {
        stacks.push(value);
    }

    public void push(boolean value) {
        stacks.push(value);
    }

    public void pushReference(Object value) {
        stacks.push(value);
    }

    /** What numbers lie in on the tape, for code that keeps track of their count itself; {@link #room} may replace it. */
    public double[] cells() {
        return stacks.cells();
    }

    /** How many numbers lie on the tape. */
    public int top() {
        return stacks.top();
    }

    /** Says how many numbers lie on the tape. */
    public void top(int count) {
        stacks.top(count);
    }

    /** What numbers lie in, with room for so many more in each of so many turns. */
    public double[] room(int top, int each, long turns) {
        return stacks.room(top, each, turns);
    }

    /** What ints lie in on the tape, as {@link #cells}. */
    public int[] intCells() {
        return stacks.intCells();
    }

    /** How many ints lie on the tape. */
    public int intTop() {
        return stacks.intTop();
    }

    /** Says how many ints lie on the tape. */
    public void intTop(int count) {
        stacks.intTop(count);
    }

    /** What ints lie in, with room for so many more in each of so many turns. */
    public int[] intRoom(int top, int each, long turns) {
        return stacks.intRoom(top, each, turns);
    }

    public double popDouble() {
        return stacks.popDouble();
    }

    public int popInt() {
        return stacks.popInt();
    }

    public long popLong() {
        return stacks.popLong();
    }

    public boolean popBoolean() {
        return stacks.popBoolean();
    }

    /** Takes off the reference put on last; its type is the caller's knowledge. */
    @SuppressWarnings("unchecked")
    public <T> T popReference() {
        return (T) stacks.popReference();
    }

    /**
     * Gives a matrix and its shadow the shape that an operation is about to give the matrix, and records the old shape.
     *
     * @param matrix the matrix that is about to be overwritten as a whole
     * @param shadow its shadow, all zero
     */
    public void reshape(DMatrixRMaj matrix, DMatrixRMaj shadow, int numRows, int numCols) {
        stacks.push(shadow.numRows);
        stacks.push(shadow.numCols);
        stacks.push(shadow.data);
        matrix.reshape(numRows, numCols);
        shadow.reshape(numRows, numCols);
    }

    /** Gives a shadow, which must be all zero, the shape back that it had before the last {@link #reshape}. */
    public void restoreShape(DMatrixRMaj shadow) {
        int numCols = stacks.popInt();
        int numRows = stacks.popInt();
        double[] entries = (double[]) stacks.popReference();
        if (shadow.data != entries) {
            // the matrix had another array of entries then, which others may refer to
            shadow.data = entries;
            shadow.numRows = numRows;
            shadow.numCols = numCols;
        } else if (shadow.numRows != numRows || shadow.numCols != numCols) {
            shadow.reshape(numRows, numCols);
            shadow.zero();
        }
    }
}
