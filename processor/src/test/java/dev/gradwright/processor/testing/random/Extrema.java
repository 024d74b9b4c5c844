package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.List;

/** Loops that look for the largest or smallest of some numbers. */
final class Extrema implements Construct {

    private final Context context;
    private final Dice dice;
    private final NumberWriter numbers;

    Extrema(Context context, NumberWriter numbers) {
        this.context = context;
        this.dice = context.dice;
        this.numbers = numbers;
    }

    @Override
    public boolean statement(List<Node> nodes, int budget) {
        List<Var> arrays = context.all(Kind.ARRAY);
        if (arrays.isEmpty() || context.loops > 1) {
            return false;
        }
        String array = dice.pick(arrays).name();
        String before = numbers.tame(1);
        String extremum = context.fresh();
        nodes.add(Node.line("double " + extremum + " = " + before + ";"));
        String i = context.fresh();
        String element = array + "[" + i + "]";
        String compared = dice.pick(element, "0.5 * " + element + " + " + numbers.tame(0), "Math.sin(" + element + ")");
        String function = dice.pick("Math.max(", "Math.min(");
        String found = dice.chance(0.7) ? extremum + ", " + compared : compared + ", " + extremum;
        nodes.add(Node.block(
                "for (int " + i + " = " + dice.below(2) + "; " + i + " < " + array + ".length; " + i + "++) {",
                List.of(Node.line(extremum + " = " + function + found + ");"))));
        context.declare(Var.number(extremum, Kind.DOUBLE));
        return true;
    }
}
