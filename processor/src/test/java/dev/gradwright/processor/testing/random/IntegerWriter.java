package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.List;

/** Writes expressions of types that carry no derivative: int, long, boolean, and indices that are in bounds. */
final class IntegerWriter {

    private final Context context;
    private final Dice dice;
    private final NumberWriter numbers;

    IntegerWriter(Context context, NumberWriter numbers) {
        this.context = context;
        this.dice = context.dice;
        this.numbers = numbers;
    }

    /** An index into what has at least a number of elements, which a length expression may say more exactly. */
    String index(int atLeast, String length) {
        List<Var> counters = context.all(variable -> variable.below() > 0 && variable.below() <= atLeast);
        if (!counters.isEmpty() && dice.chance(0.6)) {
            return dice.pick(counters).name();
        } else if (dice.chance(0.4)) {
            return String.valueOf(dice.below(atLeast));
        }
        List<Var> ints = context.assignable(Kind.INT);
        if (!ints.isEmpty() && dice.chance(0.15)) {
            String name = dice.pick(ints).name();
            return "Math.floorMod(" + dice.pick(name + "++", "--" + name, name + " += 2", name + " = " + integer(1))
                    + ", " + length + ")";
        }
        return "Math.floorMod(" + integer(1) + ", " + length + ")";
    }

    /** An int of any size. */
    String integer(int depth) {
        if (depth <= 0) {
            return leaf();
        }
        String a = integer(depth - 1);
        return switch (dice.below(16)) {
            case 0 -> "(" + a + " + " + integer(depth - 1) + ")";
            case 1 -> "(" + a + " - " + integer(depth - 1) + ")";
            case 2 -> "(" + a + " * " + integer(depth - 1) + ")";
            case 3 -> "(" + a + " / " + dice.pick("2", "3", "-7") + ")";
            case 4 -> "(" + a + " % " + dice.pick("2", "5", "-3") + ")";
            case 5 -> "(" + a + dice.pick(" & ", " | ", " ^ ") + integer(depth - 1) + ")";
            case 6 -> "(" + a + dice.pick(" << ", " >> ", " >>> ") + dice.below(4) + ")";
            case 7 -> dice.pick("~", "-") + "(" + a + ")";
            case 8 -> "(" + condition(depth - 1) + " ? " + a + " : " + integer(depth - 1) + ")";
            case 9 -> "Math." + dice.pick("max", "min") + "(" + a + ", " + integer(depth - 1) + ")";
            case 10 -> "(int) (" + (dice.chance(0.5) ? longer(depth - 1) : numbers.tame(depth - 1)) + ")";
            case 11 -> "(int) (" + dice.pick("3.7", "-2.9", "1e3") + " * " + numbers.tame(depth - 1) + ")";
            case 12 -> "(" + small(depth - 1) + " + 1)";
            case 13 -> effect(a);
            default -> a;
        };
    }

    /** An int from 0 to 7. */
    String small(int depth) {
        List<Var> counters = context.all(variable -> variable.below() > 0);
        return counters.isEmpty() || dice.chance(0.4)
                ? "(" + integer(depth) + " & " + dice.pick("1", "3", "7") + ")"
                : dice.pick(counters).name();
    }

    private String effect(String value) {
        List<Var> ints = context.assignable(Kind.INT);
        if (ints.isEmpty()) {
            return value;
        }
        String name = dice.pick(ints).name();
        return switch (dice.below(4)) {
            case 0 -> name + "++";
            case 1 -> "--" + name;
            case 2 -> "(" + name + " = " + value + ")";
            default -> "(" + name + dice.pick(" += ", " -= ", " *= ", " ^= ", " >>= ") + value + ")";
        };
    }

    private String leaf() {
        List<Var> ints = context.all(Kind.INT);
        if (!ints.isEmpty() && dice.chance(0.5)) {
            return dice.pick(ints).name();
        }
        List<Var> arrays = context.all(Kind.INTS);
        if (!arrays.isEmpty() && dice.chance(0.5)) {
            String array = dice.pick(arrays).name();
            return array + "[" + index(3, array + ".length") + "]";
        }
        List<Var> sized = context.all(Kind.ARRAY);
        if (!sized.isEmpty() && dice.chance(0.2)) {
            return dice.pick(sized).name() + ".length";
        }
        List<Var> matrices = context.all(Kind.MATRIX);
        if (!matrices.isEmpty() && dice.chance(0.2)) {
            return dice.pick(matrices).name() + dice.pick(".numRows", ".numCols", ".getNumElements()", ".getNumRows()");
        }
        return dice.pick("0", "1", "2", "3", "5", "-1", "-4", "0x10");
    }

    String longer(int depth) {
        List<Var> longs = context.all(Kind.LONG);
        String leaf = longs.isEmpty() || dice.chance(0.3)
                ? dice.pick("3L", "-2L", "0x7fffffffL")
                : dice.pick(longs).name();
        if (depth <= 0) {
            return leaf;
        }
        return switch (dice.below(7)) {
            case 0 -> "(" + leaf + " + " + integer(depth - 1) + ")";
            case 1 -> "(" + integer(depth - 1) + " * " + leaf + ")";
            case 2 -> "(" + leaf + " * 6364136223846793005L + 1442695040888963407L)";
            case 3 -> "(" + leaf + " >>> " + dice.pick("3", "33") + ")";
            case 4 -> "(" + leaf + " ^ " + integer(depth - 1) + ")";
            case 5 -> "Math.round(1.0 * " + numbers.tame(depth - 1) + ")";
            default -> "(" + condition(depth - 1) + " ? " + integer(depth - 1) + " : " + leaf + ")";
        };
    }

    String condition(int depth) {
        List<Var> flags = context.all(Kind.BOOLEAN);
        if (!flags.isEmpty() && dice.chance(0.15)) {
            return dice.pick(flags).name();
        }
        if (depth > 0 && dice.chance(0.25)) {
            return "(" + condition(depth - 1) + dice.pick(" && ", " || ", " ^ ", " & ", " | ") + condition(depth - 1)
                    + ")";
        } else if (depth > 0 && dice.chance(0.1)) {
            return "!(" + condition(depth - 1) + ")";
        }
        String comparison = dice.pick(" < ", " > ", " <= ", " >= ", " == ", " != ");
        if (dice.chance(0.5)) {
            return integer(depth) + comparison + integer(0);
        }
        return numbers.number(depth).text()
                + dice.pick(" < ", " > ", " <= ")
                + numbers.number(0).text();
    }
}
