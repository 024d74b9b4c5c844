package dev.gradwright.optimize;

import dev.gradwright.NamedParameter;
import dev.gradwright.Parameters;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What an {@link Optimizer} or a {@link WeightAverage} remembers, with the names and shapes of the parameters it belongs to, as it was when
 * it was saved.
 *
 * <p>Written, it is a sequence of big-endian values as {@link DataOutputStream} writes them: the text {@code gradwright-state}, the
 * version 1 as an int, the kind as a text; the number of parameters as an int, and for each its name and its shape; the number of
 * states as an int, and for each its name, its length as an int, and its numbers as doubles, bit by bit.
 */
public final class SavedState {

    private static final String MAGIC = "gradwright-state";
    private static final int VERSION = 1;

    private final String kind;
    private final Map<String, String> shapes;
    private final Map<String, double[]> numbers;

    private SavedState(String kind, Map<String, String> shapes, Map<String, double[]> numbers) {
        this.kind = kind;
        this.shapes = shapes;
        this.numbers = numbers;
    }

    static SavedState save(String kind, Parameters parameters, Consumer<StateVisitor> states) {
        StateReader reader = new StateReader();
        states.accept(reader);
        return new SavedState(kind, shapes(parameters), reader.numbers());
    }

    void restore(String wanted, Parameters parameters, Consumer<StateVisitor> states) {
        if (!kind.equals(wanted)) {
            throw new IllegalArgumentException("this is the state of an " + kind + ", not of an " + wanted);
        }
        requireSameParameters(shapes(parameters));
        StateReader now = new StateReader();
        states.accept(now);
        requireSameStates(now.numbers());
        states.accept(new StateWriter(numbers));
    }

    private static Map<String, String> shapes(Parameters parameters) {
        Map<String, String> shapes = new LinkedHashMap<>();
        for (NamedParameter parameter : parameters) {
            shapes.put(parameter.name(), parameter.shape());
        }
        return shapes;
    }

    private void requireSameParameters(Map<String, String> now) {
        for (Map.Entry<String, String> entry : shapes.entrySet()) {
            String shape = now.get(entry.getKey());
            if (shape == null) {
                throw new IllegalArgumentException("the saved state is of a model with a parameter " + entry.getKey()
                        + ", which is missing here; there are " + now.keySet());
            }
            if (!shape.equals(entry.getValue())) {
                throw new IllegalArgumentException("the parameter " + entry.getKey() + " is " + shape + ", but was "
                        + entry.getValue() + " when the state was saved");
            }
        }
        for (String name : now.keySet()) {
            if (!shapes.containsKey(name)) {
                throw new IllegalArgumentException(
                        "the saved state knows no parameter " + name + "; it has " + shapes.keySet());
            }
        }
        if (!shapes.keySet().stream().toList().equals(now.keySet().stream().toList())) {
            throw new IllegalArgumentException("the parameters are " + now.keySet() + ", but were in the order "
                    + shapes.keySet() + " when the state was saved");
        }
    }

    private void requireSameStates(Map<String, double[]> now) {
        if (!numbers.keySet().equals(now.keySet())) {
            throw new IllegalArgumentException("another method has been saved: it remembers " + numbers.keySet()
                    + ", but this one " + now.keySet());
        }
        for (Map.Entry<String, double[]> entry : now.entrySet()) {
            int saved = numbers.get(entry.getKey()).length;
            if (saved != entry.getValue().length) {
                throw new IllegalArgumentException("the saved state has " + saved + " numbers of " + entry.getKey()
                        + ", but here there are " + entry.getValue().length);
            }
        }
    }

    /** Writes the state, exactly; the stream stays open. */
    public void writeTo(OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(stream);
        out.writeUTF(MAGIC);
        out.writeInt(VERSION);
        out.writeUTF(kind);
        out.writeInt(shapes.size());
        for (Map.Entry<String, String> entry : shapes.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeUTF(entry.getValue());
        }
        out.writeInt(numbers.size());
        for (Map.Entry<String, double[]> entry : numbers.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeInt(entry.getValue().length);
            for (double number : entry.getValue()) {
                out.writeLong(Double.doubleToRawLongBits(number));
            }
        }
        out.flush();
    }

    /**
     * Reads what {@link #writeTo} has written; the stream stays open.
     *
     * @throws IOException if it cannot be read, is something else, or of a version that this one does not know
     */
    public static SavedState readFrom(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        if (in.readUnsignedShort() != MAGIC.length() || !new String(in.readNBytes(MAGIC.length())).equals(MAGIC)) {
            throw new IOException("this is no saved state: it does not begin with " + MAGIC);
        }
        int version = in.readInt();
        if (version != VERSION) {
            throw new IOException("the saved state has version " + version + ", but only " + VERSION + " can be read");
        }
        String kind = in.readUTF();
        Map<String, String> shapes = new LinkedHashMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            shapes.put(in.readUTF(), in.readUTF());
        }
        Map<String, double[]> numbers = new LinkedHashMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            String name = in.readUTF();
            double[] values = new double[in.readInt()];
            for (int j = 0; j < values.length; j++) {
                values[j] = Double.longBitsToDouble(in.readLong());
            }
            numbers.put(name, values);
        }
        return new SavedState(kind, shapes, numbers);
    }

    @Override
    public String toString() {
        return "state of an " + kind + " with " + shapes.size() + " parameters, " + numbers.keySet();
    }
}
