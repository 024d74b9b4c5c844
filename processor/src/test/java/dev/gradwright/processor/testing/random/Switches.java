package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.NumberWriter.Number;
import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Switches on integers, texts and enums: arrows, fall-through, values and yield. */
final class Switches implements Construct {

    private static final String MODE =
            "enum Mode { LOW, MID, HIGH; static Mode of(int n) { return values()[Math.floorMod(n, 3)]; } }";

    private final Context context;
    private final Dice dice;
    private final NumberWriter numbers;
    private final StatementWriter statements;

    Switches(Context context, NumberWriter numbers, StatementWriter statements) {
        this.context = context;
        this.dice = context.dice;
        this.numbers = numbers;
        this.statements = statements;
    }

    /** What is switched on, and labels for it. */
    private record Selector(String text, List<String> labels) {}

    private Selector selector() {
        String number = numbers.integers().integer(1);
        switch (dice.below(4)) {
            case 0 -> {
                context.declarations.require(MODE);
                String mode = context.isRepeatable || dice.chance(0.3)
                        ? "(" + numbers.integers().condition(1) + " ? Mode.MID : Mode.HIGH)"
                        : "Mode.of(" + number + ")";
                return new Selector(mode, List.of("LOW", "MID", "HIGH"));
            }
            case 1 -> {
                return new Selector(
                        "(" + numbers.integers().condition(1) + " ? \"a\" : \"b\" + "
                                + numbers.integers().small(0) + ")",
                        List.of("\"a\"", "\"b1\"", "\"b0\""));
            }
            case 2 -> {
                return new Selector("(char) ('a' + Math.floorMod(" + number + ", 4))", List.of("'a'", "'b'", "'d'"));
            }
            default -> {
                return new Selector("Math.floorMod(" + number + ", 4)", List.of("0", "1", "3"));
            }
        }
    }

    @Override
    public boolean statement(List<Node> nodes, int budget) {
        if (budget < 2) {
            return false;
        }
        Selector selector = selector();
        boolean isArrow = dice.chance(0.5);
        List<Node> cases = new ArrayList<>();
        int count = dice.between(1, 3);
        boolean hasDefault = dice.chance(0.6);
        for (int i = 0; i < count; i++) {
            String labels = i == 0 && count == 1 && dice.chance(0.5)
                    ? selector.labels().get(0) + ", " + selector.labels().get(1)
                    : selector.labels().get(i);
            add(cases, "case " + labels, isArrow);
        }
        if (hasDefault) {
            add(cases, "default", isArrow);
        }
        nodes.add(Node.block("switch (" + selector.text() + ") {", cases));
        return true;
    }

    private void add(List<Node> cases, String label, boolean isArrow) {
        int mark = context.mark();
        List<Node> body = new ArrayList<>();
        statements.add(body, dice.between(1, 2));
        if (isArrow) {
            cases.add(Node.block(label + " -> {", body));
        } else {
            if (dice.chance(0.6)) {
                body.add(Node.line("break;"));
            } else if (dice.chance(0.4)) {
                body.add(Node.line("if (" + numbers.integers().condition(1) + ") break;"));
            }
            cases.add(Node.block(label + ": {", body));
        }
        context.forgetFrom(mark);
    }

    @Override
    public Optional<Number> number(int depth) {
        Selector selector = selector();
        String text = "switch (" + selector.text() + ") { case "
                + selector.labels().get(0) + " -> " + numbers.tame(depth) + "; case "
                + selector.labels().get(1) + dice.pick(", " + selector.labels().get(2), "") + " -> "
                + dice.pick(numbers.tame(depth) + ";", "{ " + local(depth) + " }") + " default -> "
                + numbers.tame(depth) + "; }";
        if (dice.chance(0.2)) {
            text = "switch (" + selector.text() + ") { case "
                    + selector.labels().get(1) + ": yield 1.0 * " + numbers.tame(depth) + "; case "
                    + selector.labels().get(0) + ": " + effect() + " default: yield 1.0 * " + numbers.tame(depth)
                    + "; }";
        }
        return Optional.of(new Number("(" + text + ")", 2));
    }

    private String local(int depth) {
        int mark = context.mark();
        String name = context.fresh();
        String value = numbers.tame(depth);
        context.declare(Var.number(name, Kind.DOUBLE));
        String text =
                "double " + name + " = " + value + "; if (" + numbers.integers().condition(0) + ") yield " + name + "; "
                        + effect() + " yield 1.0 * " + numbers.tame(depth) + ";";
        context.forgetFrom(mark);
        return text;
    }

    private String effect() {
        List<Var> variables = context.assignable(Kind.DOUBLE);
        return variables.isEmpty() ? "" : statements.change(dice.pick(variables).name(), 1) + ";";
    }
}
