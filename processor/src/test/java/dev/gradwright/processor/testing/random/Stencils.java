package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.ArrayList;
import java.util.List;

/** Loops over neighbours in an array, and over those in another one that may be the same. */
final class Stencils implements Construct {

    private final Context context;
    private final Dice dice;

    Stencils(Context context) {
        this.context = context;
        this.dice = context.dice;
    }

    @Override
    public boolean statement(List<Node> nodes, int budget) {
        List<Var> arrays = context.all(Kind.ARRAY);
        if (arrays.isEmpty() || context.loops > 1) {
            return false;
        }
        String sum = context.fresh();
        int mark = context.mark();
        String i = context.fresh();
        String array = dice.pick(arrays).name();
        String other = dice.chance(0.7) ? array : dice.pick(arrays).name();
        int low = -dice.below(2);
        int high = low + dice.between(1, 2);
        String first = "" + -low;
        String last = other + ".length - " + (1 + high);
        if (!other.equals(array)) {
            last = "Math.min(" + array + ".length, " + other + ".length) - " + (1 + high);
        }
        nodes.add(Node.line("double " + sum + " = 0.1;"));
        List<Node> body = new ArrayList<>();
        body.add(Node.line(
                sum + " += 0.3 * Math.sin(" + element(array, i, low) + ") * " + element(other, i, high) + ";"));
        if (dice.chance(0.5)) {
            body.add(Node.line(sum + " -= 0.2 * " + element(array, i, low + 1) + ";"));
        }
        if (dice.chance(0.3)) {
            body.add(Node.line(sum + " = Math.tanh(" + sum + ");"));
        }
        String head = dice.chance(0.5)
                ? "for (int " + i + " = " + first + "; " + i + " <= " + last + "; " + i + "++) {"
                : "for (int " + i + " = " + last + "; " + i + " >= " + first + "; " + i + "--) {";
        nodes.add(Node.block(head, body));
        context.forgetFrom(mark);
        context.declare(Var.number(sum, Kind.DOUBLE));
        return true;
    }

    private static String element(String array, String index, int distance) {
        String sign = distance < 0 ? " - " : " + ";
        return array + "[" + index + (distance == 0 ? "" : sign + Math.abs(distance)) + "]";
    }
}
