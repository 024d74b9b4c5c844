package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.NumberWriter.Number;
import dev.gradwright.processor.testing.random.Var.Group;
import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.List;
import java.util.Optional;

/** Constants of the class: numbers, tables and records. */
final class Constants implements Construct {

    private static final String TABLES =
            "static final double HALF = 0.5; static final double[] NODES = {0.3, -0.7, 1.1}; static final int[] PICKED = {2, 0, 1};";
    private static final String OPTIONS =
            "record Options(double rate, double[] steps, int count) {} static final Options OPTIONS = new Options(0.4, new double[] {0.2, 0.9, -0.4}, 2);";

    private final Context context;
    private final Dice dice;
    private final NumberWriter numbers;

    Constants(Context context, NumberWriter numbers) {
        this.context = context;
        this.dice = context.dice;
        this.numbers = numbers;
    }

    @Override
    public Optional<Number> number(int depth) {
        context.declarations.require(TABLES);
        context.declarations.require(OPTIONS);
        return Optional.of(new Number(
                dice.pick(
                        "HALF",
                        "NODES[" + numbers.integers().index(3, "NODES.length") + "]",
                        "NODES[PICKED[" + numbers.integers().index(3, "3") + "]]",
                        "OPTIONS.rate()",
                        "OPTIONS.steps()[" + numbers.integers().index(3, "3") + "]",
                        "(OPTIONS.steps[OPTIONS.count] * " + numbers.tame(depth) + ")"),
                2));
    }

    @Override
    public boolean statement(List<Node> nodes, int budget) {
        context.declarations.require(OPTIONS);
        Var steps = Var.reference(context.fresh(), Kind.ARRAY, Group.CONSTANT);
        nodes.add(Node.line("final double[] " + steps.name() + " = OPTIONS.steps();"));
        context.declare(steps.fixed());
        return true;
    }
}
