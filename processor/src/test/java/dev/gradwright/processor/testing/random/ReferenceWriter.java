package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.NumberWriter.Number;
import dev.gradwright.processor.testing.random.Var.Group;
import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes expressions that read places in arrays and matrices, and expressions whose values are arrays and matrices. */
final class ReferenceWriter {

    /** Every array has as many elements at least, every array of rows as many rows, of as many elements at least. */
    static final int LENGTH = 3;

    static final int ROWS = 2;

    private final Context context;
    private final Dice dice;
    private final NumberWriter numbers;
    private final IntegerWriter integers;

    ReferenceWriter(Context context, NumberWriter numbers, IntegerWriter integers) {
        this.context = context;
        this.dice = context.dice;
        this.numbers = numbers;
        this.integers = integers;
    }

    /** A place to read. */
    Optional<String> place() {
        List<Var> variables = context.all(variable ->
                List.of(Kind.ARRAY, Kind.ROWS, Kind.CUBE, Kind.MATRIX).contains(variable.kind()));
        return variables.isEmpty() ? Optional.empty() : Optional.of(place(dice.pick(variables)));
    }

    /** A place in a variable, to read or to assign to. */
    String place(Var variable) {
        return switch (variable.kind()) {
            case ARRAY -> element(variable);
            case ROWS -> variable.name() + "[" + row(variable) + "][" + integers.index(ROWS, "2") + "]";
            case CUBE ->
                variable.name() + "[" + row(variable) + "][" + integers.index(ROWS, "2") + "]["
                        + integers.index(ROWS, "2") + "]";
            case MATRIX ->
                variable.name() + ".data[" + integers.index(variable.shape() == 0 ? 1 : LENGTH, elements(variable))
                        + "]";
            default -> throw new IllegalArgumentException(variable.name());
        };
    }

    String element(Var array) {
        return array.name() + "[" + integers.index(LENGTH, array.name() + ".length") + "]";
    }

    String row(Var rows) {
        return integers.index(ROWS, rows.name() + ".length");
    }

    /** An entry of a matrix, read by a method. */
    String entry(Var matrix) {
        if (matrix.shape() == 0) {
            return matrix.name() + dice.pick(".get(0, 0)", ".get(0)", ".unsafe_get(0, 0)");
        } else if (dice.chance(0.3)) {
            return matrix.name() + ".get(" + integers.index(LENGTH, elements(matrix)) + ")";
        }
        return matrix.name() + dice.pick(".get(", ".unsafe_get(") + entryIndex(matrix) + ")";
    }

    String entryIndex(Var matrix) {
        return integers.index(matrix.rows(), "" + matrix.rows()) + ", "
                + integers.index(matrix.columns(), "" + matrix.columns());
    }

    private static String elements(Var matrix) {
        return matrix.shape() == 0 ? "1" : "" + matrix.rows() * matrix.columns();
    }

    /** A number made of all entries of something, or by another class. */
    Optional<Number> reduction(int depth) {
        List<Var> matrices = context.all(Kind.MATRIX);
        List<Var> arrays = context.all(Kind.ARRAY, Group.READ);
        if (!matrices.isEmpty() && dice.chance(0.6)) {
            Var matrix = dice.pick(matrices);
            List<Var> alike = context.all(other -> other.kind() == Kind.MATRIX && other.shape() == matrix.shape());
            if (matrix.shape() == 0 || matrix.rows() > 1 && dice.chance(0.7)) {
                return Optional.of(new Number("0.1 * CommonOps_DDRM.elementSum(" + matrix.name() + ")", 2));
            } else if (matrix.rows() > 1 || dice.chance(0.3)) {
                return Optional.of(new Number(entry(matrix), 2));
            }
            return Optional.of(new Number(
                    "0.1 * CommonOps_DDRM.dot(" + matrix.name() + ", "
                            + dice.pick(alike).name() + ")",
                    2));
        } else if (!arrays.isEmpty() && context.loops < 2 && !context.isRepeatable) {
            String array = dice.pick(arrays).name();
            String other =
                    dice.pick(array, array + ".clone()", dice.pick(arrays).name());
            return Optional.of(new Number(modelCall(array, other, depth), 2));
        }
        return Optional.empty();
    }

    private String modelCall(String array, String other, int depth) {
        List<Var> constants = context.all(Kind.ARRAY, Group.CONSTANT);
        String constant = constants.isEmpty()
                ? "new double[] {0.5, -1, 2}"
                : dice.pick(constants).name();
        if (!context.isInstance || dice.chance(0.3)) {
            return "0.1 * Dot.dot(" + array + ", " + other + ")";
        }
        String gain = dice.pick("gain", "gains[" + integers.index(2, "2") + "]");
        return dice.chance(0.5)
                ? "Math.tanh(" + gain + ".scalar(" + numbers.tame(depth) + ", " + dice.pick("0.5", "-1", "scale") + ", "
                        + integers.small(0) + "))"
                : gain + ".array(" + array + ", " + constant + ")[" + dice.below(3) + "]";
    }

    /** A reference of a kind to contents of a group. */
    String any(Kind kind, Group group, int shape) {
        List<Var> fitting = context.all(variable -> variable.kind() == kind
                && (variable.group() == group || kind == Kind.INTS)
                && variable.shape() == shape);
        if (fitting.isEmpty() || dice.chance(0.1)) {
            context.nesting++;
            String made = created(kind, group, shape);
            context.nesting--;
            return made;
        } else if (dice.chance(0.12)) {
            return "(" + integers.condition(1) + " ? " + dice.pick(fitting).name() + " : "
                    + dice.pick(fitting).name() + ")";
        }
        return dice.pick(fitting).name();
    }

    /** A new array or matrix, or what a helper returns. */
    String created(Kind kind, Group group, int shape) {
        List<Helper> helpers = context.helpers.stream()
                .filter(helper -> helper.gives(Var.reference("", kind, group)))
                .toList();
        if (!helpers.isEmpty() && kind != Kind.MATRIX && context.loops < 2 && context.nesting < 3 && dice.chance(0.4)) {
            return numbers.call(dice.pick(helpers), 1);
        }
        return switch (kind) {
            case ARRAY -> array(group);
            case ROWS -> rows(group);
            case CUBE -> cube(group);
            case INTS -> dice.pick("new int[3]", "new int[] {1, 0, " + integers.integer(1) + "}", ints());
            case MATRIX -> matrix(group, shape);
            default -> throw new IllegalArgumentException(kind.name());
        };
    }

    private String ints() {
        List<Var> all = context.all(Kind.INTS);
        return all.isEmpty() ? "new int[] {2, 4, 1}" : dice.pick(all).name() + ".clone()";
    }

    private String array(Group group) {
        if (group == Group.CONSTANT) {
            return "new double[] {1.5, -0.5, 0.25}";
        }
        List<Var> copyable =
                context.all(variable -> variable.kind() == Kind.ARRAY && variable.group() != Group.CONSTANT);
        if (!copyable.isEmpty() && dice.chance(0.5)) {
            return dice.pick(copyable).name() + ".clone()";
        } else if (group == Group.WORK && dice.chance(0.3)) {
            return "new double[" + dice.pick("3", "4", "3 + " + integers.small(0)) + "]";
        }
        int depth = context.nesting < 3 ? 1 : 0;
        return "new double[] {" + numbers.tame(depth) + ", " + numbers.tame(0) + ", " + numbers.tame(depth) + "}";
    }

    private String rows(Group group) {
        List<Var> copyable = context.all(Kind.ROWS, group);
        if (!copyable.isEmpty() && dice.chance(0.3)) {
            return dice.pick(copyable).name() + ".clone()";
        } else if (dice.chance(0.3)) {
            return "new double[" + dice.pick("2", "3") + "][" + dice.pick("2", "3 + " + integers.small(0)) + "]";
        }
        String first = any(Kind.ARRAY, group, 0);
        return "new double[][] {" + first + ", " + any(Kind.ARRAY, group, 0) + "}";
    }

    private String cube(Group group) {
        List<Var> copyable = context.all(Kind.CUBE, group);
        if (!copyable.isEmpty() && dice.chance(0.3)) {
            return dice.pick(copyable).name() + ".clone()";
        } else if (dice.chance(0.4)) {
            return "new double[2][" + dice.pick("2", "3") + "][" + dice.pick("2", "3 + " + integers.small(0)) + "]";
        }
        return "new double[][][] {" + any(Kind.ROWS, group, 0) + ", " + any(Kind.ROWS, group, 0) + "}";
    }

    private String matrix(Group group, int shape) {
        List<Var> alike = context.all(other -> other.kind() == Kind.MATRIX && other.shape() == shape);
        if (!alike.isEmpty() && dice.chance(0.5)) {
            return dice.pick(alike).name() + dice.pick(".copy()", ".copy()", ".createLike()");
        }
        List<String> products = new ArrayList<>();
        for (Var a : context.all(other -> other.kind() == Kind.MATRIX && other.rows() == shape / 10)) {
            context.all(other ->
                            other.kind() == Kind.MATRIX && other.rows() == a.columns() && other.columns() == shape % 10)
                    .forEach(b -> products.add("CommonOps_DDRM.mult(" + a.name() + ", " + b.name() + ", null)"));
        }
        if (shape != 0 && !products.isEmpty() && dice.chance(0.5)) {
            return dice.pick(products);
        }
        return "new DMatrixRMaj(" + Math.max(1, shape / 10) + ", " + Math.max(1, shape % 10) + ")";
    }
}
