package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.ArrayList;
import java.util.List;

/** Writes loops that end. */
final class LoopWriter {

    private final Context context;
    private final Dice dice;
    private final NumberWriter numbers;
    private final StatementWriter statements;

    LoopWriter(Context context, NumberWriter numbers, StatementWriter statements) {
        this.context = context;
        this.dice = context.dice;
        this.numbers = numbers;
        this.statements = statements;
    }

    void write(List<Node> nodes, int budget) {
        if (context.loops > 1 || budget < 2) {
            return;
        }
        int mark = context.mark();
        context.loops++;
        context.breakable++;
        List<Node> loop = new ArrayList<>();
        switch (dice.below(9)) {
            case 0, 1, 2 -> counting(loop);
            case 3 -> odd(loop);
            case 4, 5 -> forEach(loop);
            case 6 -> fueled(loop);
            case 7 -> twoCounters(loop);
            default -> endless(loop);
        }
        if (loop.size() == 1) {
            nodes.addAll(loop);
        } else {
            nodes.add(Node.block("{", loop));
        }
        context.loops--;
        context.breakable--;
        context.forgetFrom(mark);
    }

    private List<Node> body() {
        return statements.block(dice.between(1, 4));
    }

    private void counting(List<Node> nodes) {
        String i = context.fresh();
        switch (dice.below(5)) {
            case 0 -> {
                context.declare(Var.counter(i, 3));
                nodes.add(Node.block("for (int " + i + " = 0; " + i + " < 3; " + i + "++) {", body()));
            }
            case 1 -> {
                context.declare(Var.counter(i, 2));
                nodes.add(Node.block("for (int " + i + " = 1; " + i + " >= 0; --" + i + ") {", body()));
            }
            case 2 -> {
                List<Var> arrays = context.all(Kind.ARRAY);
                String bound = arrays.isEmpty() ? "3" : dice.pick(arrays).name() + ".length - 1";
                context.declare(Var.counter(i, 0));
                nodes.add(Node.block("for (int " + i + " = 0; " + i + " < " + bound + "; " + i + " += 2) {", body()));
            }
            case 3 -> {
                String bound = numbers.integers().small(0);
                context.declare(Var.counter(i, 8));
                nodes.add(
                        Node.block("for (int " + i + " = 0; " + i + " < (" + bound + ") % 4; " + i + "++) {", body()));
            }
            default -> {
                context.declare(Var.counter(i, 3));
                nodes.add(Node.block("for (int " + i + " = 2; " + i + " > 0; " + i + "--) {", body()));
            }
        }
    }

    /** Loops whose bound or index changes in the body, or which count with a long. */
    private void odd(List<Node> nodes) {
        String i = context.fresh();
        if (dice.chance(0.3)) {
            context.declare(Var.counter(i, Kind.LONG, 0));
            nodes.add(Node.block("for (long " + i + " = -1; " + i + " <= 2; " + i + " += 2) {", body()));
        } else if (dice.chance(0.5)) {
            context.declare(Var.counter(i, 0));
            List<Node> body = new ArrayList<>(List.of(Node.block("{", body())));
            body.add(dice.below(2), Node.line("if (" + numbers.integers().condition(1) + ") " + i + "++;"));
            nodes.add(Node.block("for (int " + i + " = 0; " + i + " < 4; " + i + "++) {", body));
        } else {
            String bound = context.fresh();
            context.declare(Var.counter(bound, 0));
            i = context.fresh();
            context.declare(Var.counter(i, 0));
            nodes.add(Node.line("int " + bound + " = 4;"));
            List<Node> body = new ArrayList<>(List.of(Node.block("{", body())));
            body.add(dice.below(2), Node.line("if (" + numbers.integers().condition(1) + ") " + bound + "--;"));
            nodes.add(Node.block("for (int " + i + " = 0; " + i + " < " + bound + "; " + i + "++) {", body));
            nodes.add(Node.line(bound + " = 0;"));
        }
    }

    private void forEach(List<Node> nodes) {
        List<Var> arrays = context.all(variable -> List.of(Kind.ARRAY, Kind.ROWS, Kind.CUBE, Kind.INTS, Kind.OBJECTS)
                .contains(variable.kind()));
        if (arrays.isEmpty()) {
            counting(nodes);
            return;
        }
        Var array = dice.pick(arrays);
        String name = context.fresh();
        Var element = switch (array.kind()) {
            case ARRAY -> Var.number(name, Kind.DOUBLE);
            case ROWS -> Var.reference(name, Kind.ARRAY, array.group());
            case CUBE -> Var.reference(name, Kind.ROWS, array.group());
            case OBJECTS -> Var.object(name, Kind.OBJECT, array.data().orElseThrow());
            default -> Var.number(name, Kind.INT);
        };
        context.declare(element);
        String type = dice.chance(0.2) ? "var" : element.type();
        nodes.add(Node.block("for (" + type + " " + name + " : " + array.name() + ") {", body()));
    }

    private void fueled(List<Node> nodes) {
        String fuel = context.fresh();
        context.declare(Var.counter(fuel, 0));
        nodes.add(Node.line("int " + fuel + " = 0;"));
        switch (dice.below(3)) {
            case 0 -> {
                String condition = numbers.integers().condition(2);
                nodes.add(Node.block("while (" + fuel + " < 4 && " + condition + ") { " + fuel + " += 1;", body()));
            }
            case 1 -> nodes.add(Node.block("while (" + fuel + "++ < 3) {", body()));
            default -> {
                List<Node> body = body();
                nodes.add(new Node.Block(
                        List.of(new Node.Section("do {", body)),
                        "} while (++" + fuel + " < 3 && " + numbers.integers().condition(1) + ");"));
            }
        }
    }

    private void twoCounters(List<Node> nodes) {
        String i = context.fresh();
        context.declare(Var.counter(i, 3));
        String j = context.fresh();
        context.declare(Var.counter(j, 4));
        nodes.add(Node.block(
                "for (int " + i + " = 0, " + j + " = 3; " + i + " < " + j + "; " + i + "++, " + j + "--) {", body()));
    }

    private void endless(List<Node> nodes) {
        String fuel = context.fresh();
        context.declare(Var.counter(fuel, 0));
        nodes.add(Node.line("int " + fuel + " = 0;"));
        String exit = " if (" + fuel + "++ >= 3) break;";
        nodes.add(Node.block(dice.pick("for (;;) {", "while (true) {") + exit, body()));
    }
}
