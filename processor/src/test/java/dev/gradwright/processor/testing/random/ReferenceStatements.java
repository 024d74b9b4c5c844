package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.Var.Group;
import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.ArrayList;
import java.util.List;

/** Writes statements about arrays and matrices: declarations, writes in place, aliases, swaps, copies, library operations. */
final class ReferenceStatements {

    private final Context context;
    private final Dice dice;
    private final NumberWriter numbers;
    private final IntegerWriter integers;
    private final ReferenceWriter references;

    ReferenceStatements(Context context, NumberWriter numbers) {
        this.context = context;
        this.dice = context.dice;
        this.numbers = numbers;
        this.integers = numbers.integers();
        this.references = numbers.references();
    }

    void declare(List<Node> nodes) {
        Kind kind = dice.pick(List.of(Kind.ARRAY, Kind.ARRAY, Kind.ROWS, Kind.CUBE, Kind.INTS, Kind.MATRIX));
        Group group = dice.pick(List.of(Group.WORK, Group.WORK, Group.READ));
        int shape = kind == Kind.MATRIX ? dice.pick(List.of(22, 23, 32, 33, 13, 0)) : 0;
        String name = context.fresh();
        List<Var> rows = context.all(kind == Kind.ARRAY ? Kind.ROWS : Kind.CUBE, group);
        String value = (kind == Kind.ARRAY || kind == Kind.ROWS) && !rows.isEmpty() && dice.chance(0.3)
                ? row(dice.pick(rows))
                : dice.chance(0.5) ? references.any(kind, group, shape) : references.created(kind, group, shape);
        if (context.isInstance && kind == Kind.MATRIX && group == Group.READ && shape == 22 && dice.chance(0.5)) {
            value = dice.pick("layer", "layers[" + integers.index(2, "2") + "]") + ".forward("
                    + references.any(kind, group, shape) + ")";
        }
        Var variable = kind == Kind.MATRIX ? Var.matrix(name, group, shape) : Var.reference(name, kind, group);
        boolean isFinal = dice.chance(0.3);
        nodes.add(Node.line((isFinal ? "final " : "") + (dice.chance(0.2) ? "var" : variable.type()) + " " + name
                + " = " + value + ";"));
        context.declare(isFinal ? variable.fixed() : variable);
    }

    private String row(Var rows) {
        return rows.name() + "[" + references.row(rows) + "]";
    }

    /** A write into contents. */
    void write(List<Node> nodes) {
        List<Var> writable = context.all(variable -> variable.kind().isReference()
                && variable.isWritable()
                && variable.data().isEmpty());
        if (writable.isEmpty()) {
            declare(nodes);
            return;
        }
        Var target = dice.pick(writable);
        String statement = switch (target.kind()) {
            case INTS ->
                target.name() + "[" + integers.index(3, target.name() + ".length") + "]"
                        + dice.pick(" = ", " += ", " ^= ") + integers.integer(1);
            case ROWS ->
                target.group() == Group.WORK && dice.chance(0.25)
                        ? replaceRow(target)
                        : change(references.place(target));
            case CUBE ->
                target.group() == Group.WORK && dice.chance(0.25)
                        ? row(target) + " = " + references.any(Kind.ROWS, Group.WORK, 0)
                        : change(references.place(target));
            case MATRIX -> dice.chance(0.5) ? change(references.place(target)) : entry(target);
            default -> change(references.element(target));
        };
        nodes.add(Node.line(statement + ";"));
    }

    private String replaceRow(Var rows) {
        return row(rows) + " = "
                + (dice.chance(0.3)
                        ? row(dice.pick(context.all(Kind.ROWS, Group.WORK)))
                        : references.any(Kind.ARRAY, Group.WORK, 0));
    }

    private String change(String place) {
        return switch (dice.below(8)) {
            case 0, 1, 2 -> place + " = " + numbers.tame(2);
            case 3, 4 -> place + dice.pick(" += ", " -= ") + numbers.factor(1);
            case 5 -> place + " *= " + numbers.factor(1);
            case 6 -> place + " = " + writablePlace(place) + " = " + numbers.tame(1);
            default -> place + dice.pick("++", "--", " /= 1.5");
        };
    }

    private String writablePlace(String otherwise) {
        List<Var> arrays = context.all(variable -> variable.kind() == Kind.ARRAY && variable.isWritable());
        return arrays.isEmpty() ? otherwise : references.element(dice.pick(arrays));
    }

    private String entry(Var matrix) {
        if (matrix.shape() == 0) {
            return matrix.name() + ".set(0, 0, " + numbers.tame(1) + ")";
        }
        String at = references.entryIndex(matrix);
        return switch (dice.below(4)) {
            case 0 -> matrix.name() + dice.pick(".set(", ".unsafe_set(") + at + ", " + numbers.tame(1) + ")";
            case 1 -> matrix.name() + ".add(" + at + ", " + numbers.factor(1) + ")";
            case 2 -> matrix.name() + ".times(" + dice.below(4) + ", " + numbers.factor(0) + ")";
            default -> matrix.name() + ".set(" + dice.below(4) + ", " + numbers.tame(1) + ")";
        };
    }

    /** Another array or matrix under a name, or two of them exchanged. */
    void reassign(List<Node> nodes) {
        List<Var> variables = context.all(variable -> variable.kind().isReference()
                && variable.isAssignable()
                && variable.data().isEmpty());
        if (variables.isEmpty()) {
            declare(nodes);
            return;
        }
        Var variable = dice.pick(variables);
        List<Var> alike = context.all(other -> other.isLike(variable) && other.isAssignable());
        if (alike.size() > 1 && dice.chance(0.4)) {
            Var other = dice.pick(alike);
            String name = context.fresh();
            nodes.add(Node.block(
                    "{",
                    List.of(
                            Node.line(variable.type() + " " + name + " = " + variable.name() + ";"),
                            Node.line(variable.name() + " = " + other.name() + ";"),
                            Node.line(other.name() + " = " + name + ";"))));
        } else {
            nodes.add(Node.line(variable.name() + " = "
                    + references.any(variable.kind(), variable.group(), variable.shape()) + ";"));
        }
    }

    /** Fills and copies. */
    void library(List<Node> nodes) {
        List<Var> targets = context.all(variable -> variable.kind() == Kind.ARRAY && variable.isWritable());
        if (targets.isEmpty()) {
            declare(nodes);
            return;
        }
        String target = dice.pick(targets).name();
        String source =
                dice.chance(0.5) ? target : dice.pick(context.all(Kind.ARRAY)).name();
        nodes.add(Node.line(
                switch (dice.below(4)) {
                    case 0 -> "Arrays.fill(" + target + ", " + numbers.tame(1) + ");";
                    case 1 ->
                        "Arrays.fill(" + target + ", " + dice.pick("0, 2", "1, 3", "1, 1") + ", " + numbers.tame(1)
                                + ");";
                    case 2 ->
                        "System.arraycopy(" + target + ", " + dice.pick("0, " + target + ", 1", "1, " + target + ", 0")
                                + ", " + target + ".length - 1);";
                    default ->
                        "System.arraycopy(" + source + ", " + dice.below(2) + ", " + target + ", " + dice.below(2)
                                + ", 2);";
                }));
    }

    /** An operation on matrices. */
    void matrix(List<Node> nodes) {
        List<Var> outputs = context.all(Kind.MATRIX, Group.WORK);
        if (outputs.isEmpty()) {
            declare(nodes);
            return;
        }
        Var out = dice.pick(outputs);
        List<String> choices = new ArrayList<>();
        if (out.shape() != 0) {
            elementwise(choices, out);
        } else {
            List<Var> all = context.all(variable -> variable.kind() == Kind.MATRIX && variable.shape() != 0);
            if (!all.isEmpty()) {
                intoBuffer(choices, dice.pick(all), out.name());
            }
        }
        products(choices, out);
        if (!choices.isEmpty()) {
            nodes.add(Node.line("CommonOps_DDRM." + dice.pick(choices) + ";"));
            if (dice.chance(0.6)) {
                nodes.add(Node.line(
                        "CommonOps_DDRM.scale(" + dice.pick("0.3", numbers.factor(0)) + ", " + out.name() + ");"));
            }
        }
    }

    private void elementwise(List<String> choices, Var out) {
        List<Var> alike = context.all(variable -> variable.kind() == Kind.MATRIX && variable.shape() == out.shape());
        String a = dice.pick(alike).name();
        String b = dice.pick(alike).name();
        String c = out.name();
        String s = numbers.factor(1);
        choices.addAll(List.of(
                "add(" + a + ", " + b + ", " + c + ")",
                "add(" + a + ", " + s + ", " + b + ", " + c + ")",
                "add(" + a + ", " + s + ", " + c + ")",
                "add(0.5, " + a + ", " + s + ", " + b + ", " + c + ")",
                "addEquals(" + c + ", " + a + ")",
                "addEquals(" + c + ", " + s + ", " + a + ")",
                "subtract(" + a + ", " + b + ", " + c + ")",
                "subtract(" + s + ", " + b + ", " + c + ")",
                "subtractEquals(" + c + ", " + a + ")",
                "scale(" + s + ", " + c + ")",
                "scale(" + s + ", " + a + ", " + c + ")",
                "divide(" + a + ", 2.5 + " + s + ", " + c + ")",
                "elementMult(" + a + ", " + b + ", " + c + ")",
                "elementMult(" + c + ", " + a + ")",
                "changeSign(" + c + ")",
                "fill(" + c + ", " + s + ")"));
    }

    private void intoBuffer(List<String> choices, Var a, String out) {
        choices.addAll(List.of(
                "transpose(" + a.name() + ", " + out + ")",
                "sumRows(" + a.name() + ", " + out + ")",
                "sumCols(" + a.name() + ", " + out + ")",
                "add(" + a.name() + ", " + numbers.factor(0) + ", " + out + ")",
                "elementMult(" + a.name() + ", " + a.name() + ", " + out + ")",
                "scale(" + numbers.factor(0) + ", " + a.name() + ", " + out + ")"));
    }

    private void products(List<String> choices, Var out) {
        List<Var> all = context.all(variable -> variable.kind() == Kind.MATRIX
                && variable.shape() != 0
                && !variable.name().equals(out.name()));
        String factor = dice.pick("", "0.5, ", numbers.factor(0) + ", ");
        for (Var a : all) {
            for (Var b : all) {
                String arguments = "(" + factor + a.name() + ", " + b.name() + ", " + out.name() + ")";
                String verb = out.shape() != 0 && dice.chance(0.5) ? "multAdd" : "mult";
                if (a.columns() == b.rows() && fits(out, a.rows(), b.columns())) {
                    choices.add(verb + arguments);
                }
                if (a.rows() == b.rows() && fits(out, a.columns(), b.columns())) {
                    choices.add(verb + "TransA" + arguments);
                }
                if (a.columns() == b.columns() && fits(out, a.rows(), b.rows())) {
                    choices.add(verb + "TransB" + arguments);
                }
            }
        }
    }

    private static boolean fits(Var out, int rows, int columns) {
        return out.shape() == 0 || out.shape() == 10 * rows + columns;
    }
}
