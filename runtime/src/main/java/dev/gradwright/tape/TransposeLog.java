package dev.gradwright.tape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.ejml.data.DMatrixRMaj;

/**
 * Is told what the derivatives of single statements read and write, by whoever wants to see where a gradient is not the transpose of the tangent.
 * A tangent tells the tangents of all that a statement reads and writes, as they are before the statement and after it; a reverse sweep the
 * adjoints of the very same, first as they are after the statement, then before it.
 */
public abstract class TransposeLog {

    private static final ThreadLocal<TransposeLog> CURRENT = new ThreadLocal<>();

    /** How many logs there are in all threads. Where there is none, nobody need look for the thread's own. */
    private static final AtomicInteger LOGS = new AtomicInteger();

    private final boolean wantsDifferences;
    private final List<Object> whole = new ArrayList<>();
    private Object[] containers = new Object[8];
    private int[] indices = new int[8];
    private int places;
    private double[] values = new double[8];
    private int count;
    private boolean isAfter;
    private boolean isRule;
    private String place;
    private String what;

    /**
     * A log.
     *
     * @param wantsDifferences whether tangents are to be differences where there is no forward rule by hand
     */
    protected TransposeLog(boolean wantsDifferences) {
        this.wantsDifferences = wantsDifferences;
    }

    boolean wantsDifferences() {
        return wantsDifferences;
    }

    /**
     * Something has been told.
     *
     * @param isAfter whether of after the statement
     * @param isRule whether the statement calls a rule by hand
     * @param place where the statement is in the source: {@code Softplus.java:12}
     * @param what the statement, for people
     * @param values the tangents or adjoints, in order; valid during the call
     * @param count how many there are
     */
    protected abstract void told(
            boolean isAfter, boolean isRule, String place, String what, double[] values, int count);

    /** Calls something, with this log for what its statements read and write. */
    public final void whileCalling(Runnable call) {
        TransposeLog outer = CURRENT.get();
        LOGS.incrementAndGet();
        CURRENT.set(this);
        try {
            call.run();
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
    static TransposeLog current() {
        return LOGS.get() == 0 ? null : CURRENT.get();
    }

    /** Begins to tell of the moment before a statement. */
    public final TransposeLog before(String statementPlace, String statement) {
        return begin(false, false, statementPlace, statement);
    }

    /** Begins to tell of the moment after a statement. */
    public final TransposeLog after(String statementPlace, String statement) {
        return begin(true, false, statementPlace, statement);
    }

    /** Begins to tell of the moment before a call of a rule by hand. */
    public final TransposeLog beforeRule(String statementPlace, String rule) {
        return begin(false, true, statementPlace, rule);
    }

    /** Begins to tell of the moment after a call of a rule by hand. */
    public final TransposeLog afterRule(String statementPlace, String rule) {
        return begin(true, true, statementPlace, rule);
    }

    private TransposeLog begin(boolean after, boolean rule, String statementPlace, String statement) {
        isAfter = after;
        isRule = rule;
        place = statementPlace;
        what = statement;
        count = 0;
        whole.clear();
        Arrays.fill(containers, 0, places, null);
        places = 0;
        return this;
    }

    /** Tells the tangent or adjoint of a number. */
    public final TransposeLog add(double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = value;
        return this;
    }

    /** Tells that of an element; once, whatever names it has. */
    public final TransposeLog add(double[] array, int index) {
        if (isNew(array, index)) {
            if (places == indices.length) {
                containers = Arrays.copyOf(containers, 2 * places);
                indices = Arrays.copyOf(indices, 2 * places);
            }
            containers[places] = array;
            indices[places++] = index;
            add(array[index]);
        }
        return this;
    }

    /** Tells that of an entry; once, whatever names it has. */
    public final TransposeLog add(DMatrixRMaj matrix, int row, int column) {
        return add(matrix.data, row * matrix.numCols + column);
    }

    /** Tells that of an entry, by its row-major index. */
    public final TransposeLog add(DMatrixRMaj matrix, int index) {
        return add(matrix.data, index);
    }

    /** Tells those of all elements or entries, of those of arrays in an array too. */
    public final TransposeLog addAll(Object contents) {
        if (contents instanceof double[] array) {
            addAll(array, array.length);
        } else if (contents instanceof DMatrixRMaj matrix) {
            addAll(matrix.data, matrix.getNumElements());
        } else if (contents instanceof Object[] elements) {
            for (Object element : elements) {
                addAll(element);
            }
        }
        return this;
    }

    private void addAll(double[] array, int length) {
        if (!isWhole(array)) {
            for (int i = 0; i < length; i++) {
                if (isNew(array, i)) {
                    add(array[i]);
                }
            }
            whole.add(array);
        }
    }

    private boolean isNew(double[] array, int index) {
        for (int i = 0; i < places; i++) {
            if (containers[i] == array && indices[i] == index) {
                return false;
            }
        }
        return !isWhole(array);
    }

    private boolean isWhole(double[] array) {
        for (Object known : whole) {
            if (known == array) {
                return true;
            }
        }
        return false;
    }

    /** Ends what has been begun. */
    public final void end() {
        told(isAfter, isRule, place, what, values, count);
    }
}
