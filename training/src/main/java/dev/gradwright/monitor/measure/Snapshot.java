package dev.gradwright.monitor.measure;

import dev.gradwright.NamedParameter;
import dev.gradwright.Parameters;
import java.util.IdentityHashMap;
import java.util.Map;

/** The values of parameters at some moment. Allocates when it is taken for the first time only. */
final class Snapshot {

    private final Map<double[], double[]> copies = new IdentityHashMap<>();

    void take(Parameters parameters) {
        for (int p = 0; p < parameters.list().size(); p++) {
            NamedParameter parameter = parameters.list().get(p);
            for (int s = 0; s < parameter.segments(); s++) {
                double[] value = parameter.value(s);
                double[] copy = copies.computeIfAbsent(value, v -> new double[v.length]);
                System.arraycopy(value, 0, copy, 0, parameter.length(s));
            }
        }
    }

    /** What was in an array. */
    double[] of(double[] value) {
        return copies.get(value);
    }
}
