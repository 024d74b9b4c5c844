package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.Var.Group;
import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Loops over steps that are not all recorded. */
final class Checkpoints implements Construct {

    private final Context context;
    private final Dice dice;

    Checkpoints(Context context) {
        this.context = context;
        this.dice = context.dice;
    }

    @Override
    public boolean statement(List<Node> nodes, int budget) {
        List<Var> states = context.all(Kind.ARRAY, Group.WORK);
        if (states.isEmpty() || context.loops > 1 || context.isRepeatable || context.lambdas > 0) {
            return false;
        }
        String step = context.declarations.fresh("advance");
        List<Var> parameters = List.of(
                Var.reference("state", Kind.ARRAY, Group.WORK),
                Var.number("c", Kind.DOUBLE),
                Var.reference("other", Kind.ARRAY, Group.WORK),
                Var.counter("t", 5));
        Context inner = new Context(dice, context.declarations, List.of(), false, parameters);
        inner.loops = 1;
        inner.isRepeatable = true;
        List<Node> body = new ArrayList<>();
        new StatementWriter(inner, Optional.empty()).add(body, dice.between(1, 4));
        context.declarations.add(Node.block(
                "@Checkpoint(slots = " + dice.between(1, 3) + ") private static void " + step + "("
                        + DataTypeWriter.parameters(parameters) + ") {",
                body));
        String t = context.fresh();
        List<Var> doubles = context.all(
                variable -> variable.kind() == Kind.DOUBLE && variable.name().matches("\\w+"));
        String c = doubles.isEmpty() ? "0.5" : dice.pick(doubles).name();
        List<Var> plain = states.stream()
                .filter(variable -> variable.name().matches("\\w+"))
                .toList();
        if (plain.isEmpty()) {
            return false;
        }
        nodes.add(Node.block(
                "for (int " + t + " = 0; " + t + " < " + dice.below(6) + "; " + t + "++) {",
                List.of(Node.line(step + "(" + dice.pick(plain).name() + ", " + c + ", "
                        + dice.pick(plain).name() + ", " + t + ");"))));
        return true;
    }
}
