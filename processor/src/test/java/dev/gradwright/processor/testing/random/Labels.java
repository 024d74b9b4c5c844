package dev.gradwright.processor.testing.random;

import java.util.ArrayList;
import java.util.List;

/** Loops in loops, left and gone on with by name. */
final class Labels implements Construct {

    private final Context context;
    private final Dice dice;
    private final NumberWriter numbers;
    private final StatementWriter statements;

    Labels(Context context, NumberWriter numbers, StatementWriter statements) {
        this.context = context;
        this.dice = context.dice;
        this.numbers = numbers;
        this.statements = statements;
    }

    @Override
    public boolean statement(List<Node> nodes, int budget) {
        if (context.loops > 0 || budget < 2 || context.lambdas > 0) {
            return false;
        }
        int mark = context.mark();
        context.loops += 2;
        context.breakable += 2;
        String label = dice.pick("outer", "search", "rows") + context.declarations.fresh("");
        String i = context.fresh();
        context.declare(Var.counter(i, 3));
        List<Node> outer = new ArrayList<>();
        statements.add(outer, dice.below(2));
        outer.add(inner(label));
        statements.add(outer, dice.below(3));
        nodes.add(Node.block(label + ": for (int " + i + " = 0; " + i + " < 3; " + i + "++) {", outer));
        context.loops -= 2;
        context.breakable -= 2;
        context.forgetFrom(mark);
        return true;
    }

    private Node inner(String label) {
        int mark = context.mark();
        String j = context.fresh();
        context.declare(Var.counter(j, 2));
        List<Node> body = new ArrayList<>();
        statements.add(body, dice.between(1, 2));
        body.add(jump(label));
        statements.add(body, dice.below(3));
        context.forgetFrom(mark);
        return Node.block("for (int " + j + " = 0; " + j + " < 2; " + j + "++) {", body);
    }

    private Node jump(String label) {
        String jump = dice.pick("break ", "continue ") + label + ";";
        return Node.block("if (" + numbers.integers().condition(2) + ") {", List.of(Node.line(jump)));
    }
}
