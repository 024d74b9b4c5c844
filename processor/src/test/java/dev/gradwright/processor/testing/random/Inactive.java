package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.ArrayList;
import java.util.List;

/** What carries no derivative beside numbers: objects and their types, text, lists, checks. */
final class Inactive implements Construct {

    private final Context context;
    private final Dice dice;
    private final NumberWriter numbers;
    private final StatementWriter statements;

    Inactive(Context context, NumberWriter numbers, StatementWriter statements) {
        this.context = context;
        this.dice = context.dice;
        this.numbers = numbers;
        this.statements = statements;
    }

    @Override
    public boolean statement(List<Node> nodes, int budget) {
        if (context.isRepeatable || context.lambdas > 0) {
            return false;
        }
        switch (dice.below(6)) {
            case 0 -> pattern(nodes);
            case 1 -> text(nodes);
            case 2 -> list(nodes);
            case 3 -> attempt(nodes);
            case 4 ->
                nodes.add(Node.line("assert " + numbers.integers().condition(1) + " || true : \"at \" + "
                        + numbers.integers().integer(0) + ";"));
            default -> draws(nodes);
        }
        return true;
    }

    /** An object whose class is asked for. */
    private void pattern(List<Node> nodes) {
        String object = context.fresh();
        nodes.add(Node.line("Object " + object + " = " + numbers.integers().condition(1)
                + " ? \"text\" : (Object) Integer.valueOf(" + numbers.integers().integer(1) + ");"));
        int mark = context.mark();
        String whole = context.fresh();
        context.declare(Var.counter(whole, 0));
        String head = "if (" + object + " instanceof Integer " + whole + dice.pick("", " && " + whole + " > 1") + ") {";
        List<Node> yes = statements.block(dice.between(1, 2));
        context.forgetFrom(mark);
        nodes.add(
                dice.chance(0.5)
                        ? Node.block(head, yes)
                        : new Node.Block(
                                List.of(new Node.Section(head, yes), new Node.Section("} else {", statements.block(1))),
                                "}"));
    }

    /** A log that tells of numbers, and gives back how long it is. */
    private void text(List<Node> nodes) {
        String log = context.fresh();
        nodes.add(Node.line("StringBuilder " + log + " = new StringBuilder();"));
        nodes.add(Node.line(log + ".append(\"x\")"
                + dice.pick(".append(" + numbers.integers().integer(1) + ")", "") + ";"));
        String i = context.fresh();
        context.loops++;
        List<Node> body = new ArrayList<>(statements.block(1));
        context.loops--;
        body.add(Node.line(log + ".append('.');"));
        nodes.add(Node.block("for (int " + i + " = 0; " + i + " < " + dice.below(4) + "; " + i + "++) {", body));
        String length = context.fresh();
        nodes.add(Node.line("int " + length + " = " + log + ".length();"));
        context.declare(Var.number(length, Kind.INT));
    }

    private void list(List<Node> nodes) {
        String list = context.fresh();
        nodes.add(Node.line("List<Integer> " + list + " = new ArrayList<>();"));
        List<Node> body = new ArrayList<>();
        if (context.loops < 2) {
            context.loops++;
            int mark = context.mark();
            String i = context.fresh();
            context.declare(Var.counter(i, 3));
            body.add(Node.line(list + ".add(" + numbers.integers().integer(1) + ");"));
            body.addAll(statements.block(1));
            context.forgetFrom(mark);
            context.loops--;
            nodes.add(Node.block("for (int " + i + " = 0; " + i + " < 3; " + i + "++) {", body));
        }
        String value = context.fresh();
        nodes.add(Node.line("int " + value + " = " + list + ".isEmpty() ? 4 : " + list + ".get(0);"));
        context.declare(Var.number(value, Kind.INT));
    }

    /** Statements after which something happens in any case. */
    private void attempt(List<Node> nodes) {
        List<Var> ints = context.assignable(Kind.INT);
        String last = ints.isEmpty() ? "" : dice.pick(ints).name() + dice.pick("++;", " = 2;", " += 3;");
        nodes.add(new Node.Block(
                List.of(
                        new Node.Section("try {", statements.block(dice.between(1, 3))),
                        new Node.Section("} finally {", last.isEmpty() ? List.of() : List.of(Node.line(last)))),
                "}"));
    }

    /** Numbers from a source of random numbers. */
    private void draws(List<Node> nodes) {
        String source = context.fresh();
        nodes.add(Node.line("Random " + source + " = new Random(" + dice.below(9) + ");"));
        String drawn = context.fresh();
        nodes.add(Node.line("double " + drawn + " = " + source + dice.pick(".nextDouble();", ".nextInt(4) + 0.5;")));
        context.declare(Var.number(drawn, Kind.DOUBLE));
    }
}
