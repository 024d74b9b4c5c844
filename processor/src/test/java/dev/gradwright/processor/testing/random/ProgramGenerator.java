package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.Var.Group;
import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes a program from a seed: a class with a differentiable method {@code f}, helpers, and perhaps parameters and state. */
final class ProgramGenerator {

    private static final List<Var> FIELDS = List.of(
            Var.number("scale", Kind.DOUBLE).fixed(),
            Var.reference("table", Kind.ARRAY, Group.CONSTANT).fixed(),
            Var.reference("order", Kind.INTS, Group.CONSTANT).fixed(),
            Var.reference("weight", Kind.ARRAY, Group.READ).fixed(),
            Var.reference("slope", Kind.ROWS, Group.READ).fixed(),
            Var.matrix("mix", Group.READ, 22).fixed());

    private static final String FIELD_TEXT = """
            final double scale = 0.7; final double[] table = {0.5, -1, 1.5}; final int[] order = {1, 0, 2};
            @Parameter final double[] weight = {0.4, -0.8, 1.1};
            @Parameter final double[][] slope = {{0.3, 1.2}, {-0.6, 0.9, 0.2}};
            @Parameter final DMatrixRMaj mix = new DMatrixRMaj(2, 2, true, 0.3, -0.5, 0.8, 0.2);
            final double[] work = {0.1, 0.2, 0.3, 0.4}; final DMatrixRMaj buffer = new DMatrixRMaj(2, 2);
            final Gain gain = new Gain(); final Gain[] gains = {new Gain(), gain};
            final Layer layer = new Layer(0.3); final Layer[] layers = {new Layer(-0.2), layer};""";

    private final Dice dice;
    private final long seed;
    private final List<Helper> helpers = new ArrayList<>();
    private boolean isInstance;
    private boolean hasState;

    private ProgramGenerator(long seed) {
        this.seed = seed;
        this.dice = new Dice(seed);
    }

    static Program program(long seed) {
        return new ProgramGenerator(seed).program();
    }

    private Program program() {
        isInstance = dice.chance(0.35);
        hasState = isInstance && dice.chance(0.5);
        List<Node> members = new ArrayList<>();
        int count = dice.below(4);
        for (int i = 0; i < count; i++) {
            members.add(dice.chance(0.25) ? recursive(i) : helper(i));
        }
        members.add(main());
        if (isInstance) {
            String name = "P" + Long.toUnsignedString(seed);
            FIELD_TEXT.lines().forEach(line -> members.add(Node.line(line)));
            members.add(Node.line("static " + name + " sample() { return new " + name + "(); }"));
        }
        return new Program(seed, members);
    }

    private Context context(boolean seesFields) {
        List<Var> fields = new ArrayList<>();
        if (seesFields) {
            fields.addAll(FIELDS);
            if (hasState) {
                fields.add(Var.reference("work", Kind.ARRAY, Group.WORK).fixed());
                fields.add(Var.matrix("buffer", Group.WORK, 0).fixed());
            }
        }
        return new Context(
                dice,
                helpers.stream()
                        .filter(helper -> seesFields || !helper.needsObject())
                        .toList(),
                isInstance && seesFields,
                fields);
    }

    private Node main() {
        Context context = context(isInstance);
        List<String> parameters = new ArrayList<>();
        for (Var parameter : mainParameters(context)) {
            String constant = parameter.group() == Group.CONSTANT && parameter.kind() != Kind.INTS ? "@Constant " : "";
            parameters.add(constant + parameter.kind().type + " " + parameter.name());
        }
        Kind result = hasState
                ? Kind.DOUBLE
                : dice.pick(List.of(Kind.DOUBLE, Kind.DOUBLE, Kind.DOUBLE, Kind.ARRAY, Kind.ROWS, Kind.MATRIX));
        Group group = dice.chance(0.7) ? Group.WORK : Group.READ;
        String head = "@Differentiable " + (isInstance ? "" : "static ") + result.type + " f(";
        return method(context, head, parameters, Optional.of(result), group, dice.between(3, 12));
    }

    private List<Var> mainParameters(Context context) {
        List<Var> parameters = new ArrayList<>();
        int count = dice.between(2, 6);
        for (int i = 0; i < count; i++) {
            String name = context.fresh();
            Group group = dice.chance(0.6) ? Group.WORK : Group.READ;
            Var parameter = switch (dice.below(12)) {
                case 0, 1, 2 -> Var.number(name, Kind.DOUBLE);
                case 3, 4, 5 -> Var.reference(name, Kind.ARRAY, group);
                case 6 -> Var.reference(name, Kind.ROWS, group == Group.READ ? group : Group.OUTER);
                case 7 -> Var.number(name, Kind.INT);
                case 8 -> Var.reference(name, Kind.INTS, Group.WORK);
                case 9 -> Var.reference(name, Kind.ARRAY, Group.CONSTANT);
                case 10 -> dice.chance(0.5) ? Var.number(name, Kind.LONG) : Var.number(name, Kind.BOOLEAN);
                default -> matrixParameter(i, group);
            };
            parameters.add(parameter);
            context.declare(parameter);
        }
        if (parameters.stream().noneMatch(p -> p.kind() == Kind.DOUBLE)) {
            parameters.add(Var.number("x0", Kind.DOUBLE));
            context.declare(parameters.get(parameters.size() - 1));
        }
        return parameters;
    }

    private Var matrixParameter(int index, Group group) {
        int shape = dice.pick(List.of(22, 22, 23, 32, 33, 13));
        return Var.matrix("m" + index + "_" + shape, group, shape);
    }

    private Node helper(int index) {
        boolean seesFields = isInstance && dice.chance(0.7);
        Context context = context(seesFields);
        List<Var> parameters = helperParameters(context);
        Optional<Kind> result = switch (dice.below(6)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(Kind.ARRAY);
            case 2 -> Optional.of(Kind.INT);
            default -> Optional.of(Kind.DOUBLE);
        };
        Group group = dice.chance(0.6) ? Group.WORK : Group.READ;
        String name = dice.pick("help", "step", "zero", "parameters", "of", "backward") + index;
        String head =
                (seesFields ? "" : "static ") + result.map(kind -> kind.type).orElse("void") + " " + name + "(";
        context.loops = 1;
        Node method = method(context, head, texts(parameters), result, group, dice.between(1, 5));
        helpers.add(new Helper(name, seesFields, result, group, parameters));
        return method;
    }

    private List<Var> helperParameters(Context context) {
        List<Var> parameters = new ArrayList<>();
        int count = dice.between(1, 4);
        for (int i = 0; i < count; i++) {
            String name = context.fresh();
            Group group = dice.chance(0.6) ? Group.WORK : Group.READ;
            Var parameter = switch (dice.below(8)) {
                case 0, 1 -> Var.number(name, Kind.DOUBLE);
                case 2, 3 -> Var.reference(name, Kind.ARRAY, group);
                case 4 -> Var.number(name, Kind.INT);
                case 5 -> Var.reference(name, Kind.ROWS, group == Group.READ ? group : Group.OUTER);
                case 6 -> Var.matrix(name, group, 22);
                default -> Var.reference(name, Kind.INTS, Group.WORK);
            };
            parameters.add(parameter);
            context.declare(parameter);
        }
        return parameters;
    }

    /** A helper that calls itself, with one less each time. */
    private Node recursive(int index) {
        Context context = context(false);
        String name = "again" + index;
        List<Var> parameters = List.of(
                Var.number("x", Kind.DOUBLE), Var.reference("a", Kind.ARRAY, Group.WORK), Var.counter("depth", 4));
        parameters.forEach(context::declare);
        context.loops = 2;
        StatementWriter statements = new StatementWriter(context, Optional.of(Kind.DOUBLE), Group.WORK);
        List<Node> body = new ArrayList<>();
        String end = " if (depth <= 0) return " + statements.numbers().tame(1) + ";";
        statements.add(body, dice.between(0, 3));
        String again = name + "(" + statements.numbers().tame(1) + ", "
                + statements.numbers().references().any(Kind.ARRAY, Group.WORK, 0) + ", depth - 1)";
        body.add(Node.line("double deeper = " + again + ";"));
        context.declare(Var.number("deeper", Kind.DOUBLE));
        statements.add(body, dice.between(0, 3));
        body.add(statements.end());
        helpers.add(new Helper(name, false, Optional.of(Kind.DOUBLE), Group.WORK, parameters));
        return Node.block(
                "private static double " + name + "(" + String.join(", ", texts(parameters)) + ") {" + end, body);
    }

    private static List<String> texts(List<Var> parameters) {
        return parameters.stream()
                .map(parameter -> parameter.kind().type + " " + parameter.name())
                .collect(Collectors.toList());
    }

    private static Node method(
            Context context, String head, List<String> parameters, Optional<Kind> result, Group group, int budget) {
        StatementWriter statements = new StatementWriter(context, result, group);
        List<Node> body = new ArrayList<>();
        statements.add(body, budget);
        if (result.isPresent()) {
            body.add(statements.end());
        }
        return Node.block(head + String.join(", ", parameters) + ") {", body);
    }
}
