package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.Var.Group;
import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes methods that others call: plain ones, with a variable number of arguments, and such that call themselves or each other. */
final class HelperWriter {

    private static final Var DOUBLE = Var.number("", Kind.DOUBLE);

    private final Dice dice;
    private final Declarations declarations;

    HelperWriter(Dice dice, Declarations declarations) {
        this.dice = dice;
        this.declarations = declarations;
    }

    /** Declares a method whose body sees a context. */
    void write(Context context) {
        switch (dice.below(8)) {
            case 0 -> recursive();
            case 1 -> mutual();
            case 2 -> varargs(context);
            default -> plain(context);
        }
    }

    private void plain(Context context) {
        List<Var> parameters = parameters(context);
        Group group = dice.chance(0.6) ? Group.WORK : Group.READ;
        Optional<Var> result = switch (dice.below(7)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(Var.reference("", Kind.ARRAY, group));
            case 2 -> Optional.of(Var.number("", Kind.INT));
            case 3 ->
                declarations.types().isEmpty()
                        ? Optional.of(Var.reference("", Kind.ROWS, group))
                        : Optional.of(object("", dice.chance(0.7) ? Kind.OBJECT : Kind.OBJECTS));
            default -> Optional.of(DOUBLE);
        };
        declare(context, dice.pick("help", "step", "zero", "parameters", "of", "backward"), parameters, result, "");
    }

    private Var object(String name, Kind kind) {
        DataType data = dice.pick(declarations.types());
        return Var.object(name, data.hasArrays() ? kind : Kind.OBJECT, data);
    }

    private void declare(Context context, String stem, List<Var> parameters, Optional<Var> result, String dots) {
        String name = declarations.fresh(stem);
        String head = (context.isInstance ? "" : "static ") + Helper.type(result) + " " + name + "("
                + DataTypeWriter.parameters(parameters) + dots + ") {";
        context.loops = 1;
        declarations.add(StatementWriter.method(context, head, result, dice.between(1, 4)));
        declarations.add(new Helper(name, context.isInstance, result, parameters));
    }

    private List<Var> parameters(Context context) {
        List<Var> parameters = new ArrayList<>();
        int count = dice.between(1, 4);
        for (int i = 0; i < count; i++) {
            String name = context.fresh();
            Group group = dice.chance(0.6) ? Group.WORK : Group.READ;
            Group outer = group == Group.READ ? group : Group.OUTER;
            Var parameter = switch (dice.below(declarations.types().isEmpty() ? 9 : 12)) {
                case 0, 1 -> Var.number(name, Kind.DOUBLE);
                case 2, 3 -> Var.reference(name, Kind.ARRAY, group);
                case 4 -> Var.number(name, Kind.INT);
                case 5 -> Var.reference(name, Kind.ROWS, outer);
                case 6 -> Var.matrix(name, group, 22);
                case 7 -> Var.reference(name, Kind.CUBE, outer);
                case 8 -> Var.reference(name, Kind.INTS, Group.WORK);
                default -> object(name, dice.chance(0.75) ? Kind.OBJECT : Kind.OBJECTS);
            };
            parameters.add(parameter);
            context.declare(parameter);
        }
        return parameters;
    }

    /** A helper whose last numbers make an array. */
    private void varargs(Context context) {
        Var first = Var.number(context.fresh(), Kind.DOUBLE);
        context.declare(first);
        Var rest = Var.reference(context.fresh(), Kind.ARRAY, Group.WORK);
        context.declare(rest);
        String name = declarations.fresh("total");
        String head = (context.isInstance ? "" : "static ") + "double " + name + "(double " + first.name()
                + ", double... " + rest.name() + ") {";
        context.loops = 1;
        declarations.add(StatementWriter.method(context, head, Optional.of(DOUBLE), dice.between(1, 4)));
        List<Var> numbers = List.of(first, first, first, first);
        declarations.add(new Helper(
                name, context.isInstance, Optional.of(DOUBLE), dice.chance(0.6) ? numbers : List.of(first, rest)));
    }

    private static List<Var> descending() {
        return List.of(
                Var.number("x", Kind.DOUBLE), Var.reference("a", Kind.ARRAY, Group.WORK), Var.counter("depth", 4));
    }

    /** A helper that calls itself, with one less each time. */
    private void recursive() {
        String name = declarations.fresh("again");
        declarations.add(descending(name, name));
        declarations.add(new Helper(name, false, Optional.of(DOUBLE), descending()));
    }

    /** Two helpers that call each other. */
    private void mutual() {
        String even = declarations.fresh("even");
        String odd = declarations.fresh("odd");
        declarations.add(descending(even, odd));
        declarations.add(descending(odd, even));
        declarations.add(new Helper(even, false, Optional.of(DOUBLE), descending()));
        declarations.add(new Helper(odd, false, Optional.of(DOUBLE), descending()));
    }

    private Node descending(String name, String called) {
        Context context = new Context(dice, declarations, List.of(), false, descending());
        context.loops = 2;
        StatementWriter statements = new StatementWriter(context, Optional.of(DOUBLE));
        List<Node> body = new ArrayList<>();
        statements.add(body, dice.between(1, 3));
        body.add(Node.line(
                "double deeper = " + called + "(" + statements.numbers().tame(1) + ", "
                        + statements.numbers().references().any(Kind.ARRAY, Group.WORK, 0) + ", depth - 1);"));
        context.declare(Var.number("deeper", Kind.DOUBLE));
        statements.add(body, dice.between(1, 2));
        body.add(statements.end());
        String end = dice.pick(" if (depth <= 0) return x;", " if (depth <= 0) return a[0] * x;");
        return Node.block(
                "private static double " + name + "(" + DataTypeWriter.parameters(descending()) + ") {" + end, body);
    }
}
