package dev.gradwright.optimize;

import java.util.Map;

/** Gives all state the numbers that were copied under full names. */
final class StateWriter implements StateVisitor {

    private final Map<String, double[]> numbers;
    private String prefix = "";

    StateWriter(Map<String, double[]> numbers) {
        this.numbers = numbers;
    }

    @Override
    public void numbers(String name, double[]... arrays) {
        double[] all = numbers.get(prefix + name);
        int at = 0;
        for (double[] array : arrays) {
            System.arraycopy(all, at, array, 0, array.length);
            at += array.length;
        }
    }

    @Override
    public void inside(String name, BoundTransformation part) {
        String outer = prefix;
        prefix = outer + name + ".";
        part.visitState(this);
        prefix = outer;
    }
}
