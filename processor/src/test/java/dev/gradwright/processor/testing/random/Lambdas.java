package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.NumberWriter.Number;
import dev.gradwright.processor.testing.random.Var.Group;
import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions as values: given to methods, called, with what they capture. */
final class Lambdas implements Construct {

    private static final String APPLY =
            "static double apply(DoubleUnaryOperator g, double at) { double h = g.applyAsDouble(at); return 0.5 * h + 0.25 * g.applyAsDouble(0.5 * at - 0.1 * h); }";
    private static final String PASSED =
            "static double passed(DoubleUnaryOperator g, double at, int n) { return n > 0 ? apply(u -> Math.sin(g.applyAsDouble(u) * at), at) : passed(g, 0.5 * at, n + 1); }";
    private static final String FOLD =
            "static double fold(DoubleBinaryOperator g, double[] all) { double s = 0.1; for (double v : all) { if (v > 3) continue; s = Math.tanh(g.applyAsDouble(s, v)); } return s; }";
    private static final String EACH =
            "interface Visitor { void visit(int i, double v); } static void each(double[] all, Visitor visitor) { for (int i = 0; i < 3; i++) visitor.visit(i, all[i]); }";
    private static final String MADE =
            "static double[] made(IntToDoubleFunction g, int n) { double[] all = new double[3 + n % 3]; for (int i = 0; i < all.length; i++) all[i] = g.applyAsDouble(i % 3); return all; }";

    private final Context context;
    private final Dice dice;
    private final NumberWriter numbers;

    Lambdas(Context context, NumberWriter numbers) {
        this.context = context;
        this.dice = context.dice;
        this.numbers = numbers;
    }

    @Override
    public Optional<Number> number(int depth) {
        if (context.loops > 2 || context.lambdas > 1) {
            return Optional.empty();
        }
        List<Var> arrays = context.all(Kind.ARRAY);
        if (!arrays.isEmpty() && dice.chance(0.4)) {
            context.declarations.require(FOLD);
            return Optional.of(new Number(
                    "fold(" + lambda(2, depth) + ", " + dice.pick(arrays).name() + ")", 1));
        }
        context.declarations.require(APPLY);
        String function = dice.chance(0.15) ? dice.pick("Math::sin", "Math::tanh", "Math::cos") : lambda(1, depth);
        if (dice.chance(0.2)) {
            context.declarations.require(PASSED);
            return Optional.of(
                    new Number("passed(" + function + ", " + numbers.tame(depth) + ", " + dice.below(2) + ")", 2));
        }
        return Optional.of(new Number("apply(" + function + ", " + numbers.tame(depth) + ")", 2));
    }

    private String lambda(int parameters, int depth) {
        List<Var> all = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Context namer = context.lambda(List.of());
        for (int i = 0; i < parameters; i++) {
            String name = namer.fresh();
            all.add(Var.number(name, Kind.DOUBLE));
            names.add(name);
        }
        Context inner = context.lambda(all);
        String head = parameters == 1 && dice.chance(0.5) ? names.get(0) : "(" + String.join(", ", names) + ")";
        StatementWriter body = new StatementWriter(inner, Optional.of(Var.number("", Kind.DOUBLE)));
        if (dice.chance(0.7)) {
            return head + " -> " + body.numbers().tame(Math.max(1, depth));
        }
        List<Node> nodes = new ArrayList<>();
        body.add(nodes, dice.between(1, 2));
        nodes.add(body.end());
        return head + " -> { " + Node.text(nodes, "").replace("\n", " ") + "}";
    }

    @Override
    public boolean statement(List<Node> nodes, int budget) {
        if (context.loops > 1 || context.lambdas > 0) {
            return false;
        }
        return switch (dice.below(3)) {
            case 0 -> each(nodes);
            case 1 -> declare(nodes);
            default -> {
                context.declarations.require(MADE);
                Var made = Var.reference(context.fresh(), Kind.ARRAY, Group.WORK);
                Context inner = context.lambda(List.of(Var.counter("at", 3)));
                String body =
                        new StatementWriter(inner, Optional.empty()).numbers().tame(1);
                nodes.add(Node.line("double[] " + made.name() + " = made(at -> " + body + ", "
                        + numbers.integers().small(0) + ");"));
                context.declare(made);
                yield true;
            }
        };
    }

    private boolean each(List<Node> nodes) {
        List<Var> arrays = context.all(Kind.ARRAY);
        if (arrays.isEmpty()) {
            return false;
        }
        context.declarations.require(EACH);
        Context namer = context.lambda(List.of());
        Var index = Var.counter(namer.fresh(), 3);
        Var value = Var.number(namer.fresh(), Kind.DOUBLE);
        Context inner = context.lambda(List.of(index, value));
        List<Node> body = new ArrayList<>();
        new StatementWriter(inner, Optional.empty()).add(body, dice.between(1, 3));
        nodes.add(new Node.Block(
                List.of(new Node.Section(
                        "each(" + dice.pick(arrays).name() + ", (" + index.name() + ", " + value.name() + ") -> {",
                        body)),
                "});"));
        return true;
    }

    /** A function under a name, called at once and perhaps given on. */
    private boolean declare(List<Node> nodes) {
        String name = context.fresh();
        nodes.add(Node.line("DoubleUnaryOperator " + name + " = " + lambda(1, 2) + ";"));
        context.declarations.require(APPLY);
        Var result = Var.number(context.fresh(), Kind.DOUBLE);
        String value = name + ".applyAsDouble(" + numbers.tame(1) + ") + apply(" + name + ", " + numbers.tame(0) + ")";
        nodes.add(Node.line("double " + result.name() + " = " + value + ";"));
        context.declare(result);
        return true;
    }
}
