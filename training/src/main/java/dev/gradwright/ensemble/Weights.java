package dev.gradwright.ensemble;

import dev.gradwright.NamedParameter;
import dev.gradwright.Parameters;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of a model's parameters at one time, with their names and shapes. Does not change. */
public final class Weights {

    private final Map<String, String> shapes;
    private final double[] values;

    private Weights(Map<String, String> shapes, double[] values) {
        this.shapes = shapes;
        this.values = values;
    }

    /** The values as they are now. */
    public static Weights of(Parameters parameters) {
        double[] values = new double[parameters.size()];
        parameters.copyValuesTo(values);
        return new Weights(shapes(parameters), values);
    }

    /**
     * The mean of several weights of one model, number by number. Means of one training, late in it, are often better than the last weights (P.
     * Izmailov et al., Averaging weights leads to wider optima and better generalization, UAI 2018); means of models that were trained apart are
     * not, as their hidden units have nothing to do with each other: ask those as an {@link Ensemble}.
     *
     * @throws IllegalArgumentException if there are none, or they belong to different models, saying where they differ
     */
    public static Weights mean(List<Weights> several) {
        if (several.isEmpty()) {
            throw new IllegalArgumentException("no weights have no mean; give at least one");
        }
        Weights first = several.get(0);
        double[] mean = new double[first.values.length];
        for (int k = 0; k < several.size(); k++) {
            Weights next = several.get(k);
            first.requireShapes(next.shapes, "weights number " + (k + 1));
            for (int i = 0; i < mean.length; i++) {
                mean[i] += (next.values[i] - mean[i]) / (k + 1);
            }
        }
        return new Weights(first.shapes, mean);
    }

    /**
     * Gives these values to a model.
     *
     * @throws IllegalArgumentException if its parameters differ in names, order or shapes, saying where; then nothing has changed
     */
    public void copyTo(Parameters parameters) {
        requireShapes(shapes(parameters), "the model");
        parameters.setValues(values);
    }

    /** How many numbers there are. */
    public int size() {
        return values.length;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(shapes.size());
        for (Map.Entry<String, String> entry : shapes.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeUTF(entry.getValue());
        }
        out.writeInt(values.length);
        for (double value : values) {
            out.writeLong(Double.doubleToRawLongBits(value));
        }
    }

    static Weights readFrom(DataInput in) throws IOException {
        Map<String, String> shapes = new LinkedHashMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            String name = in.readUTF();
            shapes.put(name, in.readUTF());
        }
        double[] values = new double[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.longBitsToDouble(in.readLong());
        }
        return new Weights(shapes, values);
    }

    private void requireShapes(Map<String, String> others, String whose) {
        if (!List.copyOf(shapes.entrySet()).equals(List.copyOf(others.entrySet()))) {
            throw new IllegalArgumentException(
                    "these weights are of " + shapes + ", but " + whose + " has " + others + "; use the same model");
        }
    }

    private static Map<String, String> shapes(Parameters parameters) {
        Map<String, String> shapes = new LinkedHashMap<>();
        for (NamedParameter parameter : parameters) {
            shapes.put(parameter.name(), parameter.shape());
        }
        return shapes;
    }

    @Override
    public String toString() {
        return values.length + " weights of " + shapes;
    }
}
