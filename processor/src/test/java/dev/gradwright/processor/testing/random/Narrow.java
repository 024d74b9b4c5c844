package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.ArrayList;
import java.util.List;

/** Integers of few bits, which wrap around, and loops that count in unusual ways. */
final class Narrow implements Construct {

    private final Context context;
    private final Dice dice;
    private final NumberWriter numbers;
    private final StatementWriter statements;

    Narrow(Context context, NumberWriter numbers, StatementWriter statements) {
        this.context = context;
        this.dice = context.dice;
        this.numbers = numbers;
        this.statements = statements;
    }

    @Override
    public boolean statement(List<Node> nodes, int budget) {
        if (dice.chance(0.5) || context.loops > 1 || budget < 2) {
            variable(nodes);
        } else {
            loop(nodes);
        }
        return true;
    }

    private void variable(List<Node> nodes) {
        String type = dice.pick("byte", "short", "char");
        String name = context.fresh();
        nodes.add(Node.line(type + " " + name + " = (" + type + ") (1 * "
                + numbers.integers().integer(1) + ");"));
        String operator = dice.pick(" += ", " *= ", " -= ", " >>= ", " ^= ");
        nodes.add(Node.line(name + operator
                + (operator.equals(" *= ") && dice.chance(0.5)
                        ? "1.5 * " + numbers.tame(1)
                        : numbers.integers().integer(1))
                + ";"));
        nodes.add(Node.line(name + dice.pick("++;", "--;")));
        String widened = context.fresh();
        nodes.add(Node.line("int " + widened + " = " + name + ";"));
        context.declare(Var.number(widened, Kind.INT));
    }

    private void loop(List<Node> nodes) {
        int mark = context.mark();
        String i = context.fresh();
        String start = "(" + numbers.integers().integer(1) + " & 3)";
        context.loops++;
        context.breakable++;
        context.declare(Var.counter(i, 0));
        String head = switch (dice.below(6)) {
            case 0 -> "for (byte " + i + " = 118; " + i + " > 0; " + i + " += 5) {";
            case 1 -> "for (int " + i + " = " + start + "; " + i + "-- > 0; ) {";
            case 2 -> "for (int " + i + " = " + start + " - 3; " + i + " != 2; " + i + "++) {";
            case 3 -> "for (int " + i + " = 5; " + i + " >= " + start + "; " + i + " -= 2) {";
            case 4 -> "for (short " + i + " = -4; " + i + " < " + start + "; " + i + " += 3) {";
            default -> "for (int " + i + " = 1; " + i + " < 20; " + i + " *= 3) {";
        };
        List<Node> body = new ArrayList<>(statements.block(dice.between(1, 2)));
        context.loops--;
        context.breakable--;
        context.forgetFrom(mark);
        nodes.add(Node.block(head, body));
    }
}
