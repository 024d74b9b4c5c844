package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the statements of a method. */
final class StatementWriter {

    private final Context context;
    private final Dice dice;
    private final NumberWriter numbers;
    private final IntegerWriter integers;
    private final ReferenceWriter references;
    private final ReferenceStatements referenceStatements;
    private final LoopWriter loops;
    private final List<Construct> constructs;
    private final Optional<Var> result;

    /**
     * @param result the type of what the method returns and the group where that belongs, empty for nothing
     */
    StatementWriter(Context context, Optional<Var> result) {
        this.context = context;
        this.dice = context.dice;
        this.numbers = new NumberWriter(context);
        this.integers = numbers.integers();
        this.references = numbers.references();
        this.referenceStatements = new ReferenceStatements(context, numbers);
        this.loops = new LoopWriter(context, numbers, this);
        this.result = result;
        this.constructs = List.of(
                new Objects(context, numbers),
                new Objects(context, numbers),
                new Lambdas(context, numbers),
                new Switches(context, numbers, this),
                new Labels(context, numbers, this),
                new Stops(context, numbers),
                new Inactive(context, numbers, this),
                new Sweeps(context, numbers, this),
                new Extrema(context, numbers),
                new Narrow(context, numbers, this),
                new Constants(context, numbers),
                new Matrices(context, numbers),
                new Stencils(context),
                new Checkpoints(context),
                new InPlace(context, numbers),
                new SmallVectors(context, numbers));
        numbers.use(constructs);
    }

    /** A method, from its head to its closing brace. */
    static Node method(Context context, String head, Optional<Var> result, int budget) {
        StatementWriter statements = new StatementWriter(context, result);
        List<Node> body = new ArrayList<>();
        statements.add(body, budget);
        if (result.isPresent()) {
            body.add(statements.end());
        }
        return Node.block(head, body);
    }

    NumberWriter numbers() {
        return numbers;
    }

    /** Statements with a scope of their own. */
    List<Node> block(int budget) {
        int mark = context.mark();
        List<Node> nodes = new ArrayList<>();
        add(nodes, budget);
        context.forgetFrom(mark);
        return nodes;
    }

    /** Adds statements, whose variables stay in scope. */
    void add(List<Node> nodes, int budget) {
        for (int left = budget; left > 0; left--) {
            statement(nodes, left);
        }
    }

    /** The statement that gives a method's result: numbers are gathered from all over, so that little is computed in vain. */
    Node end() {
        StringBuilder value = new StringBuilder(resultValue(2));
        if (result.orElseThrow().kind() == Kind.DOUBLE) {
            List<Var> doubles = context.all(Kind.DOUBLE);
            for (int i = 0; i < 2 && !doubles.isEmpty(); i++) {
                value.append(" + 0.2 * ").append(dice.pick(doubles).name());
            }
            for (int i = 0; i < 2; i++) {
                references.place().ifPresent(place -> value.append(" + 0.1 * ").append(place));
            }
        }
        return Node.line("return " + value + ";");
    }

    private String resultValue(int depth) {
        Var type = result.orElseThrow();
        return switch (type.kind()) {
            case DOUBLE -> numbers.tame(depth);
            case INT -> integers.integer(depth);
            case OBJECT, OBJECTS -> numbers.objects().any(type, depth);
            default -> references.any(type.kind(), type.group(), type.shape());
        };
    }

    private void statement(List<Node> nodes, int budget) {
        if (dice.chance(0.3) && dice.pick(constructs).statement(nodes, budget)) {
            return;
        }
        switch (dice.below(26)) {
            case 0, 1, 2 -> declareNumber(nodes);
            case 3, 4, 5 -> assignNumber(nodes);
            case 6 -> integerStatement(nodes);
            case 7, 8, 9, 10 -> referenceStatements.write(nodes);
            case 11, 12 -> referenceStatements.declare(nodes);
            case 13 -> referenceStatements.reassign(nodes);
            case 14 -> referenceStatements.library(nodes);
            case 15, 16 -> referenceStatements.matrix(nodes);
            case 17, 18, 19 -> choice(nodes, budget);
            case 20, 21, 22 -> loops.write(nodes, budget);
            case 23 -> exit(nodes);
            case 24 -> call(nodes);
            default -> nodes.add(Node.block("{", block(Math.min(2, budget - 1))));
        }
    }

    private void declareNumber(List<Node> nodes) {
        String name = context.fresh();
        switch (dice.below(7)) {
            case 0 -> nodes.add(Node.line("var " + name + " = 1.0 * " + numbers.tame(1) + ";"));
            case 1 -> nodes.add(Node.line("double " + name + " = " + integers.small(1) + ";"));
            case 2 -> nodes.add(Node.line("final double " + name + " = " + numbers.tame(2) + ";"));
            case 3 -> {
                nodes.add(Node.line("double " + name + ";"));
                nodes.add(ifElse(
                        List.of(Node.line(name + " = " + numbers.tame(1) + ";")),
                        List.of(Node.line(name + " = " + numbers.tame(1) + ";"))));
            }
            default -> nodes.add(Node.line("double " + name + " = " + numbers.tame(2) + ";"));
        }
        boolean isFinal = nodes.get(nodes.size() - 1).text("").startsWith("final");
        Var variable = Var.number(name, Kind.DOUBLE);
        context.declare(isFinal ? variable.fixed() : variable);
    }

    private void assignNumber(List<Node> nodes) {
        List<Var> variables = context.assignable(Kind.DOUBLE);
        if (variables.isEmpty()) {
            declareNumber(nodes);
            return;
        }
        nodes.add(Node.line(change(dice.pick(variables).name(), 2) + ";"));
    }

    /** A change of a number, be it a variable or an element. */
    String change(String place, int depth) {
        return switch (dice.below(10)) {
            case 0, 1, 2 -> place + " = " + numbers.tame(depth);
            case 3, 4 -> place + dice.pick(" += ", " -= ") + numbers.factor(depth - 1);
            case 5, 6 -> place + " *= " + numbers.factor(depth - 1);
            case 7 -> place + " /= " + dice.pick("1.5", "-3", "2.5 + " + numbers.factor(depth - 1));
            case 8 -> place + " %= " + dice.pick("2.5", "1.25");
            default -> place + dice.pick("++", "--");
        };
    }

    private void integerStatement(List<Node> nodes) {
        List<Var> ints = context.assignable(Kind.INT);
        if (ints.isEmpty() || dice.chance(0.4)) {
            Kind kind = dice.pick(List.of(Kind.INT, Kind.INT, Kind.LONG, Kind.BOOLEAN));
            String name = context.fresh();
            String value = kind == Kind.INT
                    ? integers.integer(2)
                    : kind == Kind.LONG ? integers.longer(2) : integers.condition(1);
            nodes.add(Node.line(Var.number("", kind).type() + " " + name + " = " + value + ";"));
            context.declare(Var.number(name, kind));
            return;
        }
        String name = dice.pick(ints).name();
        String operator = dice.pick(" += ", " -= ", " *= ", " = ", " ^= ", " &= ", " <<= ", " %= 7 + 0 * ");
        String value = dice.chance(0.2) ? "1.6 * " + numbers.tame(1) : integers.integer(1);
        boolean isNumeric = List.of(" += ", " -= ", " *= ").contains(operator);
        nodes.add(Node.line(name + operator + (isNumeric ? value : integers.integer(1)) + ";"));
    }

    private Node ifElse(List<Node> yes, List<Node> no) {
        return new Node.Block(
                List.of(
                        new Node.Section("if (" + integers.condition(2) + ") {", yes),
                        new Node.Section("} else {", no)),
                "}");
    }

    private void choice(List<Node> nodes, int budget) {
        List<Node> yes = block(Math.min(3, budget - 1));
        if (dice.chance(0.5)) {
            nodes.add(ifElse(yes, block(Math.min(3, budget - 1))));
        } else {
            nodes.add(Node.block("if (" + integers.condition(2) + ") {", yes));
        }
    }

    private void exit(List<Node> nodes) {
        int mark = context.mark();
        List<Node> body = new ArrayList<>();
        add(body, dice.chance(0.4) ? 1 : 0);
        String exit = context.breakable > 0 && dice.chance(0.7)
                ? dice.pick("break;", "continue;")
                : "return" + (result.isEmpty() ? "" : " " + resultValue(1)) + ";";
        body.add(Node.line(exit));
        context.forgetFrom(mark);
        nodes.add(Node.block("if (" + integers.condition(2) + ") {", body));
    }

    private void call(List<Node> nodes) {
        if (context.helpers.isEmpty() || context.loops > 2) {
            assignNumber(nodes);
            return;
        }
        nodes.add(Node.line(numbers.call(dice.pick(context.helpers), 1) + ";"));
    }
}
