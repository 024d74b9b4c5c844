package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.ArrayList;
import java.util.List;

/** Algorithms that work in place: prefix sums, relaxation, butterflies, sorting, rings, element by element. */
final class Sweeps implements Construct {

    private final Context context;
    private final Dice dice;
    private final NumberWriter numbers;
    private final StatementWriter statements;

    Sweeps(Context context, NumberWriter numbers, StatementWriter statements) {
        this.context = context;
        this.dice = context.dice;
        this.numbers = numbers;
        this.statements = statements;
    }

    @Override
    public boolean statement(List<Node> nodes, int budget) {
        List<Var> arrays = context.all(variable -> variable.kind() == Kind.ARRAY && variable.isWritable());
        if (arrays.isEmpty() || context.loops > 1) {
            return false;
        }
        String a = dice.pick(arrays).name();
        String i = context.fresh();
        String f = numbers.factor(1);
        switch (dice.below(7)) {
            case 0 ->
                loop(
                        nodes,
                        i,
                        "1",
                        a,
                        a + "[" + i + "] = 0.5 * (" + a + "[" + i + "] + " + f + " * " + a + "[" + i + " - 1]);");
            case 1 ->
                nodes.add(Node.block(
                        "for (int " + i + " = 1; " + i + " + 1 < " + a + ".length; " + i + "++) {",
                        body(
                                i,
                                a + "[" + i + "] = 0.3 * (" + a + "[" + i + " - 1] + " + f + " + " + a + "[" + i
                                        + " + 1]);")));
            case 2 ->
                nodes.add(Node.block(
                        "for (int " + i + " = 0; " + i + " + 1 < " + a + ".length; " + i + " += 2) {",
                        List.of(
                                Node.line("double " + i + "_ = " + a + "[" + i + "] * " + f + ";"),
                                Node.line(a + "[" + i + "] = 0.5 * (" + a + "[" + i + "] + " + a + "[" + i + " + 1]);"),
                                Node.line(a + "[" + i + " + 1] -= " + i + "_;"))));
            case 3 -> sort(nodes, a, i);
            case 5 -> loop(nodes, i, "0", a, a + "[" + i + "] = 0.5 * " + a + "[" + i + "] + " + f + ";");
            case 4 ->
                nodes.add(Node.block(
                        "for (int " + i + " = " + a + ".length - 1; " + i + " > 0; " + i + "--) {",
                        body(
                                i,
                                "double " + i + "_ = " + a + "[" + i + "]; " + a + "[" + i + "] = " + a + "[" + i
                                        + " - 1]; " + a + "[" + i + " - 1] = 0.9 * " + i + "_;")));
            default ->
                loop(
                        nodes,
                        i,
                        "0",
                        a,
                        a + "[(" + i + " + 1) % " + a + ".length] += 0.5 * " + a + "[" + i + "] * " + f + ";");
        }
        return true;
    }

    private void loop(List<Node> nodes, String i, String start, String a, String statement) {
        nodes.add(Node.block(
                "for (int " + i + " = " + start + "; " + i + " < " + a + ".length; " + i + "++) {",
                body(i, statement)));
    }

    private List<Node> body(String i, String statement) {
        List<Node> body = new ArrayList<>();
        body.add(Node.line(statement));
        if (dice.chance(0.3)) {
            int mark = context.mark();
            context.loops++;
            context.breakable++;
            context.declare(Var.counter(i, 0));
            body.addAll(statements.block(1));
            context.loops--;
            context.breakable--;
            context.forgetFrom(mark);
        }
        return body;
    }

    private static void sort(List<Node> nodes, String a, String i) {
        nodes.add(Node.block(
                "for (int " + i + " = 1; " + i + " < " + a + ".length; " + i + "++) {",
                List.of(
                        Node.line("double key" + i + " = " + a + "[" + i + "];"),
                        Node.line("int " + i + "_ = " + i + ";"),
                        Node.block(
                                "while (" + i + "_ > 0 && " + a + "[" + i + "_ - 1] > key" + i + ") {",
                                List.of(
                                        Node.line(a + "[" + i + "_] = " + a + "[" + i + "_ - 1];"),
                                        Node.line(i + "_--;"))),
                        Node.line(a + "[" + i + "_] = key" + i + ";"))));
    }
}
