package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.ArrayList;
import java.util.List;

/** Arrays of two or three numbers, used by known indices mostly, and handed from name to name. */
final class SmallVectors implements Construct {

    private final Context context;
    private final Dice dice;
    private final NumberWriter numbers;

    SmallVectors(Context context, NumberWriter numbers) {
        this.context = context;
        this.dice = context.dice;
        this.numbers = numbers;
    }

    @Override
    public boolean statement(List<Node> nodes, int budget) {
        if (budget < 2) {
            return false;
        }
        String sum = context.fresh();
        int mark = context.mark();
        int length = dice.between(2, 3);
        List<String> names = new ArrayList<>();
        List<Node> inner = new ArrayList<>();
        for (int count = dice.between(1, 3); count > 0; count--) {
            String name = context.fresh();
            inner.add(Node.line("double[] " + name + " = " + made(length, names) + ";"));
            names.add(name);
        }
        inner.addAll(lines(names, length, 2));
        context.forgetFrom(mark);
        nodes.add(Node.line("double " + sum + " = 0;"));
        inner.add(Node.line(sum + " = " + element(names, length) + " + " + element(names, length) + " * 0.5;"));
        nodes.add(Node.block("{", inner));
        context.declare(Var.number(sum, Kind.DOUBLE));
        return true;
    }

    private List<Node> lines(List<String> names, int length, int depth) {
        List<Node> lines = new ArrayList<>();
        for (int count = dice.between(1, 4); count > 0; count--) {
            lines.add(line(names, length, depth));
        }
        return lines;
    }

    private Node line(List<String> names, int length, int depth) {
        if (depth > 0 && dice.chance(0.2)) {
            return Node.block("if (" + element(names, length) + " < 0.3) {", lines(names, length, depth - 1));
        } else if (depth > 0 && dice.chance(0.2)) {
            String i = context.fresh();
            String head = "for (int " + i + " = 0; " + i + " < " + dice.between(1, length) + "; " + i + "++) {";
            return Node.block(
                    head,
                    dice.chance(0.7)
                            ? List.of(store(names, dice.pick(i, "0", length - 1 + " - " + i), length))
                            : lines(names, length, depth - 1));
        } else if (dice.chance(0.25)) {
            return Node.line(
                    dice.pick(names) + " = " + (dice.chance(0.5) ? dice.pick(names) : made(length, names)) + ";");
        }
        return store(names, "" + dice.below(length), length);
    }

    private Node store(List<String> names, String index, int length) {
        String place = dice.pick(names) + "[" + index + "]";
        String value = element(names, length);
        return Node.line(place + " = "
                + dice.pick(
                        "Math.sin(" + value + ") * Math.cos(" + value + ")",
                        "Math.cos(" + value + ") + " + numbers.factor(0),
                        "0.4 * " + value + " * " + element(names, length),
                        value + " + 0.1 * " + place)
                + ";");
    }

    private String made(int length, List<String> names) {
        if (dice.chance(0.3)) {
            return "new double[" + length + "]";
        } else if (!names.isEmpty() && dice.chance(0.15)) {
            return dice.pick(names) + dice.pick("", ".clone()");
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            values.add(numbers.tame(1));
        }
        return "new double[] {" + String.join(", ", values) + "}";
    }

    private String element(List<String> names, int length) {
        return dice.pick(names) + "[" + dice.below(length) + "]";
    }
}
