package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.Var.Group;
import java.util.List;

/** Arrays of matrices. */
final class Matrices implements Construct {

    private static final int SHAPE = 22;

    private final Context context;
    private final Dice dice;
    private final NumberWriter numbers;

    Matrices(Context context, NumberWriter numbers) {
        this.context = context;
        this.dice = context.dice;
        this.numbers = numbers;
    }

    @Override
    public boolean statement(List<Node> nodes, int budget) {
        if (context.isRepeatable) {
            return false;
        }
        Group group = dice.chance(0.7) ? Group.WORK : Group.READ;
        String name = context.fresh();
        nodes.add(Node.line("final DMatrixRMaj[] " + name + " = {" + matrix(group) + ", " + matrix(group) + "};"));
        for (int i = 0; i < 2; i++) {
            Var element = Var.matrix(name + "[" + i + "]", group, SHAPE);
            context.declare(element.partOf(element.fixed(), element.name(), true));
        }
        String other = context.fresh();
        nodes.add(Node.line(
                "DMatrixRMaj " + other + " = " + name + "[" + numbers.integers().index(2, "2") + "];"));
        context.declare(Var.matrix(other, group, SHAPE));
        return true;
    }

    private String matrix(Group group) {
        return numbers.references().any(Var.Kind.MATRIX, group, SHAPE);
    }
}
