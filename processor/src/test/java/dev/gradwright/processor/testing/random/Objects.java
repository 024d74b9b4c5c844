package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.List;
import java.util.Optional;

/** Records and objects whose fields change: made, shared, put into each other and into arrays, called. */
final class Objects implements Construct {

    private final Context context;
    private final Dice dice;
    private final ObjectWriter objects;

    Objects(Context context, NumberWriter numbers) {
        this.context = context;
        this.dice = context.dice;
        this.objects = numbers.objects();
    }

    @Override
    public boolean statement(List<Node> nodes, int budget) {
        return switch (dice.below(6)) {
            case 0, 1 -> declare(nodes);
            case 2, 3 -> assign(nodes);
            case 4 -> assignElement(nodes);
            default -> {
                Optional<String> call = objects.call(1);
                call.ifPresent(text -> nodes.add(Node.line(text + ";")));
                yield call.isPresent();
            }
        };
    }

    private boolean declare(List<Node> nodes) {
        if (context.declarations.types().isEmpty()) {
            return false;
        }
        DataType data = dice.pick(context.declarations.types());
        Var type = Var.object("", dice.chance(0.7) || !data.hasArrays() ? Kind.OBJECT : Kind.OBJECTS, data);
        Var variable = type.named(context.fresh());
        String value = dice.chance(0.6) ? objects.created(type, 2) : objects.any(type, 2);
        boolean isFinal = dice.chance(0.4);
        nodes.add(Node.line((isFinal ? "final " : "") + (dice.chance(0.2) ? "var" : variable.type()) + " "
                + variable.name() + " = " + value + ";"));
        context.declare(isFinal ? variable.fixed() : variable);
        return true;
    }

    private boolean assign(List<Node> nodes) {
        List<Var> variables = context.all(variable -> variable.data().isPresent() && variable.isAssignable());
        if (variables.isEmpty()) {
            return declare(nodes);
        }
        Var variable = dice.pick(variables);
        nodes.add(Node.line(variable.name() + " = " + objects.any(variable, 2) + ";"));
        return true;
    }

    private boolean assignElement(List<Node> nodes) {
        Optional<Var> element = objects.element();
        element.ifPresent(variable -> nodes.add(Node.line(variable.name() + " = " + objects.any(variable, 1) + ";")));
        return element.isPresent();
    }

    @Override
    public Optional<NumberWriter.Number> number(int depth) {
        return objects.number(depth);
    }
}
