package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.NumberWriter.Number;
import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.List;
import java.util.Optional;

/** Loops over neighbours in an array, and over those in another one that may be the same. */
final class Stencils implements Construct {

    private static final String RISE =
            "static double rise(double[] v) { double s = 0.1; for (int i = 0; i < v.length - 1; i++) { s += 0.3 * Math.sin(v[i + 1] - v[i]); } return Math.tanh(s); }";
    private static final String BEND =
            "static double bend(double[] v) { double s = 0.1; for (int i = v.length - 2; i >= 1; i--) { s -= 0.2 * v[i] * (v[i - 1] - 2 * v[i] + v[i + 1]); } return Math.tanh(s); }";
    private static final String MEMORY =
            "static double memory(double[] v) { double s = 0.1; for (int i = 1; i <= v.length - 1; i++) { s = Math.tanh(0.5 * s + v[i - 1] * v[i]); } return s; }";
    private static final String MEET =
            "static double meet(double[] v, double[] w) { double s = 0.1; for (int i = 1; i < v.length && i < w.length; i++) { s += 0.3 * Math.sin(v[i] * w[i - 1]); } return Math.tanh(s); }";

    private final Context context;
    private final Dice dice;

    Stencils(Context context) {
        this.context = context;
        this.dice = context.dice;
    }

    @Override
    public Optional<Number> number(int depth) {
        List<Var> arrays = context.all(Kind.ARRAY);
        if (arrays.isEmpty()) {
            return Optional.empty();
        }
        List.of(RISE, BEND, MEMORY, MEET).forEach(context.declarations::require);
        String array = dice.pick(arrays).name();
        String call = dice.pick(
                "rise(", "bend(", "memory(", "meet(" + dice.pick(arrays).name() + ", ");
        return Optional.of(new Number(call + array + ")", 1));
    }
}
