package dev.gradwright.tape;

import dev.gradwright.kernel.Discarding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * A matrix that is handed out again and again. Each time it is as a new one, with the array it was made with; where it grows, it takes the
 * arrays that it has grown to before.
 */
@SuppressWarnings("unchecked") // EJML overrides generic methods by plain ones
final class ReusedMatrix extends DMatrixRMaj implements Discarding {

    private static final long serialVersionUID = 1;

    private final transient double[] own;
    private final transient List<double[]> grown = new ArrayList<>();
    private transient int taken;
    private transient boolean discards;

    ReusedMatrix(int elements) {
        super(1, elements);
        own = data;
    }

    /** How many entries it is made for. */
    int size() {
        return own.length;
    }

    /** Gives one whose entries are zero a shape of the size that it was made for. */
    void renew(int rows, int columns) {
        if (data != own) {
            data = own;
            clear();
        }
        numRows = rows;
        numCols = columns;
        taken = 0;
        discards = false;
    }

    /** Makes all entries zero. */
    void clear() {
        Arrays.fill(data, 0.0);
    }

    /** Says whether nobody will read what is added to it. */
    void discard(boolean isUnwanted) {
        discards = isUnwanted;
    }

    @Override
    public boolean discards() {
        return discards;
    }

    @Override
    public void reshape(int rows, int columns, boolean saveValues) {
        if (data.length < rows * columns) {
            double[] larger = next(rows * columns);
            if (saveValues) {
                System.arraycopy(data, 0, larger, 0, getNumElements());
            }
            data = larger;
        }
        super.reshape(rows, columns, saveValues);
    }

    private double[] next(int length) {
        if (taken == grown.size()) {
            grown.add(new double[length]);
        } else if (grown.get(taken).length == length) {
            Arrays.fill(grown.get(taken), 0.0);
        } else {
            grown.set(taken, new double[length]);
        }
        return grown.get(taken++);
    }
}
