package dev.gradwright.tape;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;

/**
 * The record of one forward sweep and the memory it lives in: values by stack, arrays and matrices by arena, and for each array and
 * matrix that a derivative flows through its shadow, which holds the adjoints (or tangents) of its entries.
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
    private final Arena arena = new Arena();
    private final Arena shadowArena = new Arena();
    private final Shadows shadows = new Shadows(shadowArena);
    /** What belongs to shadows: in second derivatives tangents, where a sweep carries several seeds the shadows for the further ones. */
    private final Shadows tangents = new Shadows(shadowArena);

    private final Derivatives derivatives = new Derivatives();
    private final DecisionNotes decisions = new DecisionNotes();
    private final ResultNotes results = new ResultNotes(derivatives);
    private final GivenResults given = new GivenResults(arena, shadows);
    private final Shares shares = new Shares();
    private final Repetition repetition = new Repetition(stacks, arena, shadowArena, shadows, tangents);
    private State state = State.EMPTY;
    private final List<Checkpoints> checkpoints = new ArrayList<>();
    private int checkpointCount;
    private long peak;
    private String method = "";
    private TransposeLog transposes;

    /** How much of the tape's memory was in use at some moment. */
    static final class Mark {
        private int[] arena = {};
        private int[] shadowArena = {};
        private int shadows;
        private int tangents;
        private int checkpoints;
    }

    /** Starts a record, dropping what was recorded before. */
    public void begin(String forward) {
        stacks.clear();
        arena.restart();
        shadowArena.restart();
        checkpointCount = 0;
        peak = 0;
        shadows.restart();
        tangents.restart();
        method = forward;
        state = State.RECORDING;
        decisions.begin();
        transposes = TransposeLog.current();
        results.begin();
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
        mark.arena = arena.mark(mark.arena);
        mark.shadowArena = shadowArena.mark(mark.shadowArena);
        mark.shadows = shadows.mark();
        mark.tangents = tangents.mark();
        mark.checkpoints = checkpointCount;
    }

    /** Takes back the memory that was given since a mark. */
    void release(Mark mark) {
        arena.backTo(mark.arena);
        shadowArena.backTo(mark.shadowArena);
        shadows.backTo(mark.shadows);
        tangents.backTo(mark.tangents);
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

    /** A new array of zeros. */
    public double[] doubles(int length) {
        return arena.doubles(length);
    }

    /** A new array of arrays of zeros. */
    public double[][] doubles(int length, int rowLength) {
        double[][] rows = references(double[][].class, length);
        for (int i = 0; i < length; i++) {
            rows[i] = arena.doubles(rowLength);
        }
        return rows;
    }

    /** Whether an array has an element that is not zero, or not a number. */
    public boolean isAnySet(double[] array) {
        for (double element : array) {
            if (element != 0) {
                return true;
            }
        }
        return false;
    }

    /** A new array of zeros. */
    public int[] ints(int length) {
        return arena.ints(length);
    }

    /** A new array of zeros. */
    public long[] longs(int length) {
        return arena.longs(length);
    }

    /** A new array of false. */
    public boolean[] booleans(int length) {
        return arena.booleans(length);
    }

    /** A new array of nulls. */
    public <T> T[] references(Class<T[]> type, int length) {
        return type.cast(arena.references(type, length));
    }

    /** A new matrix of zeros. */
    public DMatrixRMaj matrix(int numRows, int numCols) {
        return arena.matrix(numRows, numCols);
    }

    /** An object that lasts as long as the record, such as a factorization: the same ones in the same order in each record. */
    public <T> T kept(Class<T> type, Supplier<T> maker) {
        return arena.kept(type, maker);
    }

    /** A new array of zeros that holds derivatives. */
    public double[] shadowDoubles(int length) {
        return shadowArena.doubles(length);
    }

    /** A new array of arrays of zeros that hold derivatives. */
    public double[][] shadowDoubles(int length, int rowLength) {
        double[][] rows = references(double[][].class, length);
        for (int i = 0; i < length; i++) {
            rows[i] = shadowArena.doubles(rowLength);
        }
        return rows;
    }

    /** A new matrix of zeros that holds derivatives. */
    public DMatrixRMaj shadowMatrix(int numRows, int numCols) {
        return shadowArena.matrix(numRows, numCols);
    }

    public double[] copyOf(double[] source) {
        double[] copy = arena.doubles(source.length);
        System.arraycopy(source, 0, copy, 0, source.length);
        return copy;
    }

    public int[] copyOf(int[] source) {
        int[] copy = arena.ints(source.length);
        System.arraycopy(source, 0, copy, 0, source.length);
        return copy;
    }

    public long[] copyOf(long[] source) {
        long[] copy = arena.longs(source.length);
        System.arraycopy(source, 0, copy, 0, source.length);
        return copy;
    }

    public boolean[] copyOf(boolean[] source) {
        boolean[] copy = arena.booleans(source.length);
        System.arraycopy(source, 0, copy, 0, source.length);
        return copy;
    }

    /** A copy that shares its elements with the original, as {@code clone()} makes it. */
    @SuppressWarnings("unchecked")
    public <T> T[] copyOf(T[] source) {
        T[] copy = (T[]) arena.references(source.getClass(), source.length);
        System.arraycopy(source, 0, copy, 0, source.length);
        return copy;
    }

    public DMatrixRMaj copyOf(DMatrixRMaj source) {
        DMatrixRMaj copy = arena.matrix(source.numRows, source.numCols);
        System.arraycopy(source.data, 0, copy.data, 0, source.getNumElements());
        return copy;
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

    /** The shadow of an array: the same one whenever the same array is asked about. */
    public double[] shadowOf(double[] array) {
        return shadows.of(present(array));
    }

    /** The shadow of an array of arrays or matrices, whose elements are the shadows of the elements. */
    @SuppressWarnings("unchecked")
    public <T> T[] shadowOf(T[] array) {
        return (T[]) shadows.of(present(array));
    }

    /** The shadow of a matrix, whose entries are the shadow of the matrix's array of entries. */
    public DMatrixRMaj shadowOf(DMatrixRMaj matrix) {
        return shadows.of(present(matrix));
    }

    /**
     * The shadow of an argument whose derivative the caller has no use for: the same as {@link #shadowOf(DMatrixRMaj)}, but unless that is asked
     * for too in this record, matrix products, which are the costly part, are not added to it.
     */
    public DMatrixRMaj unwantedShadowOf(DMatrixRMaj matrix) {
        return shadows.unwantedOf(present(matrix));
    }

    /** The shadow of an argument that may be written; refuses a model's parameter, whose value must survive until backward. */
    public double[] shadowOfWritten(double[] array) {
        shadows.requireNoParameter(array);
        return shadows.of(present(array));
    }

    /** The shadow of an argument that may be written; refuses a model's parameter. */
    public <T> T[] shadowOfWritten(T[] array) {
        shadows.requireNoParameter(array);
        return shadowOf(array);
    }

    /** The shadow of an argument that may be written; refuses a model's parameter. */
    public DMatrixRMaj shadowOfWritten(DMatrixRMaj matrix) {
        shadows.requireNoParameter(matrix);
        return shadows.of(present(matrix));
    }

    private <T> T present(T primal) {
        if (primal == null) {
            throw new NullPointerException(
                    method
                            + " is given null for an array or a matrix, or for a part of a record that is one; pass an empty one");
        }
        return primal;
    }

    /** Refuses two arguments that share an array, for a method that writes one and has another model keep the other. */
    public void requireDistinct(String method, Object first, Object second) {
        if (shadows.share(first, second)) {
            throw new IllegalArgumentException(
                    "two arguments of " + method + " share an array, and it writes into arguments"
                            + " and calls other models with them, which rely on what they were given; pass a copy");
        }
    }

    /** Refuses an argument that active values are written to, if what the method takes for constant is in the same array. */
    public void requireConstant(String method, Object written, Object constant) {
        if (shadows.share(written, constant)) {
            throw new IllegalArgumentException(
                    "two arguments of " + method + " share an array, and it writes active values into one of them"
                            + " and takes the other for constant, so their derivative would be lost; pass a copy");
        }
    }

    /** The gradient of a parameter: lasts as long as the tape and is cleared by nobody but the user. */
    public double[] parameter(String name, double[] value) {
        return shadows.parameter(name, value);
    }

    /** The gradient of a parameter. */
    @SuppressWarnings("unchecked")
    public <T> T[] parameter(String name, T[] value) {
        return (T[]) shadows.parameter(name, value);
    }

    /** The gradient of a parameter. */
    public DMatrixRMaj parameter(String name, DMatrixRMaj value) {
        return shadows.parameter(name, value);
    }

    /** The shadow of a field that methods write: lasts as long as the tape and is cleared with each record. */
    public double[] state(String name, double[] value) {
        return shadows.state(name, value);
    }

    /** The shadow of a field that methods write. */
    @SuppressWarnings("unchecked")
    public <T> T[] state(String name, T[] value) {
        return (T[]) shadows.state(name, value);
    }

    /** The shadow of a field that methods write. */
    public DMatrixRMaj state(String name, DMatrixRMaj value) {
        return shadows.state(name, value);
    }

    /** Where second derivatives keep the tangent of an array, be it one of values or a shadow: the same for the same array. */
    public double[] tangentOf(double[] array) {
        return tangents.of(array);
    }

    /** Where second derivatives keep the tangent of an array of arrays or matrices. */
    @SuppressWarnings("unchecked")
    public <T> T[] tangentOf(T[] array) {
        return (T[]) tangents.of(array);
    }

    /** Where second derivatives keep the tangent of a matrix. */
    public DMatrixRMaj tangentOf(DMatrixRMaj matrix) {
        return tangents.of(matrix);
    }

    /** The tangent of a parameter, or of its gradient: lasts as long as the tape and is cleared by nobody but the user. */
    public double[] parameterTangent(String name, double[] value) {
        return tangents.parameter(name, value);
    }

    /** The tangent of a parameter, or of its gradient. */
    @SuppressWarnings("unchecked")
    public <T> T[] parameterTangent(String name, T[] value) {
        return (T[]) tangents.parameter(name, value);
    }

    /** The tangent of a parameter, or of its gradient. */
    public DMatrixRMaj parameterTangent(String name, DMatrixRMaj value) {
        return tangents.parameter(name, value);
    }

    /** The tangent of a field that methods write, or of its shadow: cleared with each record. */
    public double[] stateTangent(String name, double[] value) {
        return tangents.state(name, value);
    }

    /** The tangent of a field that methods write, or of its shadow. */
    @SuppressWarnings("unchecked")
    public <T> T[] stateTangent(String name, T[] value) {
        return (T[]) tangents.state(name, value);
    }

    /** The tangent of a field that methods write, or of its shadow. */
    public DMatrixRMaj stateTangent(String name, DMatrixRMaj value) {
        return tangents.state(name, value);
    }

    /** Where a sweep carries several seeds: from the shadow for one of them the one for the next. */
    public double[] nextLaneOf(double[] shadow) {
        return tangents.of(shadow);
    }

    /** Where a sweep carries several seeds: from the shadow for one of them the one for the next. */
    @SuppressWarnings("unchecked")
    public <T> T[] nextLaneOf(T[] shadow) {
        return (T[]) tangents.of(shadow);
    }

    /** Where a sweep carries several seeds: from the shadow for one of them the one for the next. */
    public DMatrixRMaj nextLaneOf(DMatrixRMaj shadow) {
        return tangents.of(shadow);
    }

    /** The same for an argument whose derivative the caller has no use for. */
    public DMatrixRMaj unwantedNextLaneOf(DMatrixRMaj shadow) {
        return tangents.unwantedOf(shadow);
    }

    /** The shadows of a parameter for so many seeds: they last as long as the tape and are cleared by nobody but the user. */
    public double[][] parameterLanes(String name, double[] value, int seeds) {
        return lanes(new double[seeds][], shadows.parameter(name, value), lane -> tangents.parameter(name, lane));
    }

    /** The shadows of a parameter for so many seeds. */
    @SuppressWarnings("unchecked")
    public <T> T[][] parameterLanes(String name, T[] value, int seeds) {
        T[][] lanes = (T[][]) Array.newInstance(value.getClass(), seeds);
        return lanes(lanes, (T[]) shadows.parameter(name, value), lane -> (T[]) tangents.parameter(name, lane));
    }

    /** The shadows of a parameter for so many seeds. */
    public DMatrixRMaj[] parameterLanes(String name, DMatrixRMaj value, int seeds) {
        return lanes(new DMatrixRMaj[seeds], shadows.parameter(name, value), lane -> tangents.parameter(name, lane));
    }

    /** The shadows of a field that methods write for so many seeds: cleared with each record. */
    public double[][] stateLanes(String name, double[] value, int seeds) {
        return lanes(new double[seeds][], shadows.state(name, value), lane -> tangents.state(name, lane));
    }

    /** The shadows of a field that methods write for so many seeds. */
    @SuppressWarnings("unchecked")
    public <T> T[][] stateLanes(String name, T[] value, int seeds) {
        T[][] lanes = (T[][]) Array.newInstance(value.getClass(), seeds);
        return lanes(lanes, (T[]) shadows.state(name, value), lane -> (T[]) tangents.state(name, lane));
    }

    /** The shadows of a field that methods write for so many seeds. */
    public DMatrixRMaj[] stateLanes(String name, DMatrixRMaj value, int seeds) {
        return lanes(new DMatrixRMaj[seeds], shadows.state(name, value), lane -> tangents.state(name, lane));
    }

    /** Fills in the shadows for all seeds, from that for the first one on. */
    private static <T> T[] lanes(T[] lanes, T first, UnaryOperator<T> next) {
        lanes[0] = first;
        for (int i = 1; i < lanes.length; i++) {
            lanes[i] = next.apply(lanes[i - 1]);
        }
        return lanes;
    }

    /** Adds the derivative of the objective with respect to a result to the result's shadow. */
    public void addSeed(String backward, double[] seed, double[] shadow) {
        if (seed.length != shadow.length) {
            Seeds.requireSame(backward, seed.length + "", shadow.length + "");
        }
        Seeds.add(seed, shadow, shadow.length);
    }

    /** Adds the derivative of the objective with respect to a result to the result's shadow. */
    public void addSeed(String backward, Object[] seed, Object[] shadow) {
        if (seed.length != shadow.length) {
            Seeds.requireSame(backward, seed.length + " rows", shadow.length + " rows");
        }
        for (int i = 0; i < seed.length; i++) {
            if (seed[i] instanceof double[] array) {
                addSeed(backward, array, (double[]) shadow[i]);
            } else if (seed[i] instanceof Object[] array) {
                addSeed(backward, array, (Object[]) shadow[i]);
            } else if (seed[i] instanceof DMatrixRMaj matrix) {
                addSeed(backward, matrix, (DMatrixRMaj) shadow[i]);
            }
        }
    }

    /** Adds the derivative of the objective with respect to a result to the result's shadow. */
    public void addSeed(String backward, DMatrixRMaj seed, DMatrixRMaj shadow) {
        if (seed.numRows != shadow.numRows || seed.numCols != shadow.numCols) {
            Seeds.requireSame(backward, seed.numRows + "x" + seed.numCols, shadow.numRows + "x" + shadow.numCols);
        }
        Seeds.add(seed.data, shadow.data, shadow.getNumElements());
    }
}
