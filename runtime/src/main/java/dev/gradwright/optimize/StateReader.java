package dev.gradwright.optimize;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies all state, under full names. */
final class StateReader implements StateVisitor {

    private final Map<String, double[]> numbers = new LinkedHashMap<>();
    private String prefix = "";

    @Override
    public void numbers(String name, double[]... arrays) {
        double[] all = Arrays.stream(arrays).flatMapToDouble(Arrays::stream).toArray();
        if (numbers.put(prefix + name, all) != null) {
            throw new IllegalStateException("two states are named " + prefix + name);
        }
    }

    @Override
    public void inside(String name, BoundTransformation part) {
        String outer = prefix;
        prefix = outer + name + ".";
        part.visitState(this);
        prefix = outer;
    }

    Map<String, double[]> numbers() {
        return numbers;
    }
}
