package dev.gradwright.train.sanity;

import dev.gradwright.Gradient;
import dev.gradwright.Parameters;
import dev.gradwright.tape.ResultLog;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;

/** Listens to what the methods of a model and of those inside return for a batch: a row for each example, a column for each unit. */
final class LayerOutputs extends ResultLog {

    private final Map<Object, String> names = new IdentityHashMap<>();
    private final Map<String, UnitOutputs> layers = new LinkedHashMap<>();

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private String last = "";

    LayerOutputs(Gradient gradient, Parameters parameters) {
        super(gradient);
        parameters.models().forEach((name, inner) -> names.putIfAbsent(inner, name + "."));
    }

    @Override
    protected void returned(Object of, String method, Object result) {
        if (result == null || !seen.add(result)) {
            return; // it hands on what another method has returned
        }
        String layer = names.getOrDefault(of, "") + method;
        last = layer;
        if (result instanceof DMatrixRMaj matrix) {
            for (int i = 0; i < matrix.numRows; i++) {
                units(layer, matrix.numCols).add(matrix.data, i * matrix.numCols);
            }
        } else if (result instanceof double[] units) {
            units(layer, units.length).add(units, 0);
        } else if (result instanceof double[][] rows) {
            for (double[] row : rows) {
                units(layer, row.length).add(row, 0);
            }
        }
    }

    private UnitOutputs units(String layer, int count) {
        UnitOutputs units = layers.computeIfAbsent(layer, name -> new UnitOutputs(count));
        return units.count() == count
                ? units
                : layers.computeIfAbsent(layer + " (" + count + ")", name -> new UnitOutputs(count));
    }

    /** The layer that was heard last: what the model gives, which may be zero at the beginning. */
    String last() {
        return last;
    }

    /** What was heard, by the path of the method. */
    Map<String, UnitOutputs> layers() {
        return layers;
    }
}
