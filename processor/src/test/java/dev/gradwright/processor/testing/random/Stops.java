package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.NumberWriter.Number;
import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.List;
import java.util.Optional;

/** Values that are taken for constants. */
final class Stops implements Construct {

    private final Context context;
    private final Dice dice;
    private final NumberWriter numbers;

    Stops(Context context, NumberWriter numbers) {
        this.context = context;
        this.dice = context.dice;
        this.numbers = numbers;
    }

    @Override
    public Optional<Number> number(int depth) {
        return Optional.of(new Number("Derivatives.stopGradient(1.0 * " + numbers.tame(depth) + ")", 2));
    }

    @Override
    public boolean statement(List<Node> nodes, int budget) {
        String name = context.fresh();
        String value = dice.chance(0.5)
                ? "Derivatives.stopGradient(1.0 * " + numbers.tame(2) + ")"
                : numbers.integers().small(1) + " * 0.25";
        nodes.add(Node.line("@Constant double " + name + " = " + value + ";"));
        context.declare(Var.number(name, Kind.DOUBLE).fixed());
        return true;
    }
}
