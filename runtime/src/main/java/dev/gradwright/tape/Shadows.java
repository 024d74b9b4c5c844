package dev.gradwright.tape;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.ejml.data.DMatrixRMaj;

/**
 * Shadows by identity. The same array gets the same shadow however it is reached: as two arguments, as a row of an array of
 * arrays, as the entries of a matrix, or as a field of a model. So what is one thing in the program is one thing in its derivative.
 */
public final class Shadows {

    private final Arena arena;
    private final ShadowTable ofThisRecord = new ShadowTable();
    private final Map<Object, Object> parameters = new IdentityHashMap<>();
    private final Map<Object, String> parameterNames = new IdentityHashMap<>();
    private final Map<Object, Object> states = new IdentityHashMap<>();
    private final List<double[]> stateEntries = new ArrayList<>();
    private final List<StateMatrix> stateMatrices = new ArrayList<>();
    private String method = "";

    private record StateMatrix(DMatrixRMaj value, DMatrixRMaj shadow) {

        /** Zero, in the shape that the value has now: a reverse sweep leaves the shadow in the one it had at the start. */
        void clear() {
            shadow.reshape(value.numRows, value.numCols);
            Arrays.fill(shadow.data, 0.0);
        }
    }

    Shadows(Arena arena) {
        this.arena = arena;
    }

    /** Forgets the shadows of the record before. */
    void restart(String forward) {
        method = forward;
        ofThisRecord.restart();
        clearStates();
    }

    /** How many shadows were asked for in this record. */
    int mark() {
        return ofThisRecord.size();
    }

    /** Forgets the shadows that were asked for after a mark, whose memory is about to be used for others. */
    void backTo(int mark) {
        ofThisRecord.backTo(mark);
    }

    /** Shows the shadows of matrices that were asked for in this record. */
    void forEachMatrix(Consumer<DMatrixRMaj> visitor) {
        for (int i = 0; i < ofThisRecord.size(); i++) {
            if (ofThisRecord.shadow(i) instanceof DMatrixRMaj matrix) {
                visitor.accept(matrix);
            }
        }
    }

    /** Sets the shadows of fields to zero, in the shapes that the fields have now. */
    void clearStates() {
        for (int i = 0; i < stateEntries.size(); i++) {
            Arrays.fill(stateEntries.get(i), 0.0);
        }
        for (int i = 0; i < stateMatrices.size(); i++) {
            stateMatrices.get(i).clear();
        }
    }

    /** The shadow of an array: the same one whenever the same array is asked about. */
    public double[] of(double[] array) {
        Object known = find(present(array));
        if (known == null) {
            known = arena.doubles(array.length);
            ofThisRecord.add(array, known);
        }
        return (double[]) known;
    }

    /** The shadow of an array of arrays or matrices, whose elements are the shadows of the elements. */
    @SuppressWarnings("unchecked")
    public <T> T[] of(T[] array) {
        Object[] known = (Object[]) find(present(array));
        if (known == null) {
            known = arena.arrayOf(array.getClass(), array.length);
            for (int i = 0; i < array.length; i++) {
                known[i] = ofElement(array[i]);
            }
            ofThisRecord.add(array, known);
        }
        return (T[]) known;
    }

    private Object ofElement(Object element) {
        if (element instanceof double[] array) {
            return of(array);
        } else if (element instanceof Object[] array) {
            return of(array);
        }
        return element == null ? null : of((DMatrixRMaj) element);
    }

    /** The shadow of a matrix, whose entries are the shadow of the matrix's array of entries. */
    public DMatrixRMaj of(DMatrixRMaj matrix) {
        Object known = find(present(matrix));
        if (known == null) {
            Object entries = find(matrix.data);
            DMatrixRMaj shadow;
            if (entries == null) {
                // as long as the array of entries, so that both grow together when they are reshaped
                shadow = arena.matrix(1, matrix.data.length);
                shadow.numRows = matrix.numRows;
                shadow.numCols = matrix.numCols;
                ofThisRecord.add(matrix.data, shadow.data);
            } else {
                shadow = DMatrixRMaj.wrap(matrix.numRows, matrix.numCols, (double[]) entries);
            }
            ofThisRecord.add(matrix, shadow);
            known = shadow;
        }
        if (known instanceof ReusedMatrix reused) {
            reused.discard(false);
        }
        return (DMatrixRMaj) known;
    }

    /**
     * The shadow of an argument whose derivative the caller has no use for: the same as {@link #of(DMatrixRMaj)}, but unless that is asked for
     * too in this record, matrix products, which are the costly part, are not added to it.
     */
    public DMatrixRMaj ofUnwanted(DMatrixRMaj matrix) {
        boolean isNew = !isKnown(present(matrix));
        DMatrixRMaj shadow = of(matrix);
        if (isNew && shadow instanceof ReusedMatrix reused) {
            reused.discard(true);
        }
        return shadow;
    }

    /** The shadow of an argument that may be written; refuses a model's parameter, whose value must survive until backward. */
    public double[] ofWritten(double[] array) {
        requireNoParameter(array);
        return of(array);
    }

    /** The shadow of an argument that may be written; refuses a model's parameter. */
    public <T> T[] ofWritten(T[] array) {
        requireNoParameter(array);
        return of(array);
    }

    /** The shadow of an argument that may be written; refuses a model's parameter. */
    public DMatrixRMaj ofWritten(DMatrixRMaj matrix) {
        requireNoParameter(matrix);
        return of(matrix);
    }

    private <T> T present(T primal) {
        if (primal == null) {
            throw new NullPointerException(
                    method
                            + " is given null for an array or a matrix, or for a part of a record that is one; pass an empty one");
        }
        return primal;
    }

    private void requireNoParameter(Object argument) {
        if (parameterNames.isEmpty()) {
            return;
        }
        if (argument instanceof Object[] elements) {
            for (Object element : elements) {
                requireNoParameter(element);
            }
        }
        String name = parameterNames.get(argument instanceof DMatrixRMaj matrix ? matrix.data : argument);
        if (name != null) {
            throw new IllegalArgumentException("an argument that is written to is the array of parameter " + name
                    + ", whose value must stay as it is until backward; pass a copy");
        }
    }

    /** Whether an array has an element that is not zero, or not a number. */
    public static boolean isAnySet(double[] array) {
        for (double element : array) {
            if (element != 0) {
                return true;
            }
        }
        return false;
    }

    /** The derivative of a parameter: lasts as long as the tape and is cleared by nobody but the user. */
    public double[] parameter(String name, double[] value) {
        requireNonNull(name, value);
        parameterNames.putIfAbsent(value, name);
        return (double[]) parameters.computeIfAbsent(value, v -> new double[value.length]);
    }

    /** The derivative of a parameter. */
    @SuppressWarnings("unchecked")
    public <T> T[] parameter(String name, T[] value) {
        requireNonNull(name, value);
        parameterNames.putIfAbsent(value, name);
        Object[] known = (Object[]) parameters.get(value);
        if (known == null) {
            known = emptyLike(value);
            for (int i = 0; i < value.length; i++) {
                known[i] = parameterOfElement(name, value[i]);
            }
            parameters.put(value, known);
        }
        return (T[]) known;
    }

    private Object parameterOfElement(String name, Object element) {
        if (element instanceof double[] array) {
            return parameter(name, array);
        } else if (element instanceof Object[] array) {
            return parameter(name, array);
        }
        return parameter(name, (DMatrixRMaj) element);
    }

    /** The derivative of a parameter. */
    public DMatrixRMaj parameter(String name, DMatrixRMaj value) {
        requireNonNull(name, value);
        double[] entries = parameter(name, value.data);
        return (DMatrixRMaj)
                parameters.computeIfAbsent(value, v -> DMatrixRMaj.wrap(value.numRows, value.numCols, entries));
    }

    /** The derivative of a field that methods write: lasts as long as the tape and is cleared with each record. */
    public double[] state(String name, double[] value) {
        requireNonNull(name, value);
        return (double[]) states.computeIfAbsent(value, v -> {
            double[] shadow = new double[value.length];
            stateEntries.add(shadow);
            return shadow;
        });
    }

    /** The derivative of a field that methods write. */
    @SuppressWarnings("unchecked")
    public <T> T[] state(String name, T[] value) {
        requireNonNull(name, value);
        Object[] known = (Object[]) states.get(value);
        if (known == null) {
            known = emptyLike(value);
            for (int i = 0; i < value.length; i++) {
                known[i] = stateOfElement(name, value[i]);
            }
            states.put(value, known);
        }
        return (T[]) known;
    }

    private Object stateOfElement(String name, Object element) {
        if (element instanceof double[] array) {
            return state(name, array);
        } else if (element instanceof Object[] array) {
            return state(name, array);
        }
        return element == null ? null : state(name, (DMatrixRMaj) element);
    }

    /** The derivative of a field that methods write. */
    public DMatrixRMaj state(String name, DMatrixRMaj value) {
        requireNonNull(name, value);
        return (DMatrixRMaj) states.computeIfAbsent(value, v -> {
            DMatrixRMaj shadow = new DMatrixRMaj(1, value.data.length);
            shadow.numRows = value.numRows;
            shadow.numCols = value.numCols;
            stateMatrices.add(new StateMatrix(value, shadow));
            return shadow;
        });
    }

    /** Whether something has a shadow already; of a matrix, whether its entries have one. */
    boolean isKnown(Object primal) {
        return find(primal) != null || primal instanceof DMatrixRMaj matrix && find(matrix.data) != null;
    }

    private static Object[] emptyLike(Object[] array) {
        return (Object[]) Array.newInstance(array.getClass().getComponentType(), array.length);
    }

    private Object find(Object primal) {
        Object known = parameters.isEmpty() ? null : parameters.get(primal);
        if (known == null && !states.isEmpty()) {
            known = states.get(primal);
        }
        return known == null ? ofThisRecord.of(primal) : known;
    }

    private static void requireNonNull(String name, Object value) {
        Objects.requireNonNull(value, () -> name + " is null; it must be set before the model's gradient is made");
    }
}
