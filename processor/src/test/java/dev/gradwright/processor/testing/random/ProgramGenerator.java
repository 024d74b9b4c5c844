package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.Var.Group;
import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    private final Declarations declarations = new Declarations();
    private boolean isInstance;
    private boolean hasState;
    private boolean inherits;

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
        inherits = isInstance && dice.chance(0.3);
        int types = dice.chance(0.5) ? 0 : dice.between(1, 2);
        for (int i = 0; i < types; i++) {
            new DataTypeWriter(dice, declarations).write();
        }
        if (dice.chance(0.3)) {
            new ModelWriter(dice, declarations, isInstance).write();
        }
        HelperWriter helpers = new HelperWriter(dice, declarations);
        int count = dice.below(3);
        for (int i = 0; i < count; i++) {
            helpers.write(context(isInstance && dice.chance(0.7)));
        }
        declarations.add(main());
        if (isInstance) {
            FIELD_TEXT.lines().forEach(line -> declarations.add(Node.line(line)));
            String name = "P" + Long.toUnsignedString(seed);
            declarations.add(Node.line("static " + name + " sample() { return new " + name + "(); }"));
        }
        return new Program(seed, inherits, declarations.members());
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
        List<Helper> helpers = new ArrayList<>(declarations.helpers().stream()
                .filter(helper -> seesFields || !helper.needsObject())
                .toList());
        if (inherits && seesFields) {
            fields.add(Var.reference("base", Kind.ARRAY, Group.READ).fixed());
            helpers.add(new Helper(
                    dice.pick("inherited", "this.inherited", "super.inherited"),
                    true,
                    Optional.of(Var.number("", Kind.DOUBLE)),
                    List.of(Var.number("x", Kind.DOUBLE), Var.reference("a", Kind.ARRAY, Group.READ))));
        }
        return new Context(dice, declarations, helpers, isInstance && seesFields, fields);
    }

    private Node main() {
        Context context = context(isInstance);
        List<String> parameters = new ArrayList<>();
        List<Var> all = mainParameters(context);
        for (Var parameter : all) {
            String constant = parameter.group() == Group.CONSTANT && parameter.kind() != Kind.INTS ? "@Constant " : "";
            parameters.add(constant + parameter.type() + " " + parameter.name());
        }
        List<DataType> plain =
                declarations.types().stream().filter(DataType::isPlain).toList();
        Kind kind = hasState
                ? Kind.DOUBLE
                : dice.pick(List.of(Kind.DOUBLE, Kind.DOUBLE, Kind.DOUBLE, Kind.ARRAY, Kind.ROWS, Kind.MATRIX));
        Group group = dice.chance(0.7) ? Group.WORK : Group.READ;
        Var result = kind == Kind.DOUBLE
                ? !plain.isEmpty() && !hasState && dice.chance(0.3)
                        ? Var.object("", Kind.OBJECT, dice.pick(plain))
                        : Var.number("", kind)
                : kind == Kind.MATRIX ? Var.matrix("", group, 22) : Var.reference("", kind, group);
        String wrt = isInstance || dice.chance(0.9)
                ? ""
                : "(wrt = {\""
                        + all.stream()
                                .filter(parameter -> parameter.kind() == Kind.DOUBLE)
                                .findFirst()
                                .orElseThrow()
                                .name()
                        + "\"})";
        String head = "@Differentiable" + wrt + " " + (isInstance ? "" : "static ") + result.type() + " f("
                + String.join(", ", parameters) + ") {";
        return StatementWriter.method(context, head, Optional.of(result), dice.between(2, 8));
    }

    private List<Var> mainParameters(Context context) {
        List<Var> parameters = new ArrayList<>();
        int count = dice.between(2, 6);
        List<DataType> plain =
                declarations.types().stream().filter(DataType::isPlain).toList();
        for (int i = 0; i < count; i++) {
            String name = context.fresh();
            Group group = dice.chance(0.6) ? Group.WORK : Group.READ;
            Var parameter = switch (plain.isEmpty() ? dice.below(12) : dice.below(15)) {
                case 12, 13, 14 -> Var.object(name + "1", Kind.OBJECT, dice.pick(plain));
                case 0, 1, 2 -> Var.number(name, Kind.DOUBLE);
                case 3, 4, 5 -> Var.reference(name, Kind.ARRAY, group);
                case 6 ->
                    Var.reference(
                            name, dice.chance(0.6) ? Kind.ROWS : Kind.CUBE, group == Group.READ ? group : Group.OUTER);
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
}
