package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.Var.Group;
import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes expressions of type double that stay within bounds, given variables that do. */
final class NumberWriter {

    private final List<Construct> constructs = new ArrayList<>();

    /** An expression, and about how large its value can be. */
    record Number(String text, double bound) {}

    private static final double USUAL = 2;

    private final Context context;
    private final Dice dice;
    private final IntegerWriter integers;
    private final ReferenceWriter references;
    private final ObjectWriter objects;

    NumberWriter(Context context) {
        this.context = context;
        this.dice = context.dice;
        this.integers = new IntegerWriter(context, this);
        this.references = new ReferenceWriter(context, this, integers);
        this.objects = new ObjectWriter(context, this);
    }

    IntegerWriter integers() {
        return integers;
    }

    ReferenceWriter references() {
        return references;
    }

    ObjectWriter objects() {
        return objects;
    }

    /** Lets expressions contain what can be said with constructs. */
    void use(List<Construct> others) {
        constructs.addAll(others);
    }

    /** An expression whose value is about as large as variables may be. */
    String tame(int depth) {
        Number number = number(depth);
        if (number.bound() <= USUAL) {
            return number.text();
        } else if (number.bound() <= 4 * USUAL && dice.chance(0.3)) {
            return "0.25 * " + number.text();
        }
        return dice.pick("Math.sin(", "Math.tanh(", "Math.atan(", "Math.cos(") + number.text() + ")";
    }

    /** An expression whose value is at most about one, for products that go on and on. */
    String factor(int depth) {
        return dice.pick("Math.sin(", "Math.cos(", "Math.tanh(") + number(depth).text() + ")";
    }

    Number number(int depth) {
        if (depth <= 0) {
            return leaf();
        } else if (!constructs.isEmpty() && dice.chance(0.2)) {
            return dice.pick(constructs).number(depth - 1).orElseGet(this::leaf);
        }
        return switch (dice.below(24)) {
            case 0, 1, 2 -> sum(number(depth - 1), number(depth - 1));
            case 3, 4, 5 -> product(number(depth - 1), number(depth - 1));
            case 6 -> new Number("(" + number(depth - 1).text() + " / " + divisor(depth - 1) + ")", USUAL);
            case 7 -> new Number("-" + parenthesized(number(depth - 1)), USUAL);
            case 8, 9, 10 -> function(depth - 1);
            case 11, 12 -> choice(depth - 1);
            case 13 -> withInteger(depth - 1);
            case 14, 15 -> call(depth - 1);
            case 16 -> effect(depth - 1);
            case 17 -> references.reduction(depth - 1).orElseGet(this::leaf);
            case 18 -> new Number("(" + number(depth - 1).text() + " % " + dice.pick("2.5", "1.75", "-3") + ")", USUAL);
            case 19 -> twoArguments(depth - 1);
            default -> leaf();
        };
    }

    private static String parenthesized(Number number) {
        return "(" + number.text() + ")";
    }

    private Number sum(Number a, Number b) {
        return new Number("(" + a.text() + dice.pick(" + ", " - ") + b.text() + ")", a.bound() + b.bound());
    }

    private static Number product(Number a, Number b) {
        return new Number(a.text() + " * " + b.text(), a.bound() * b.bound());
    }

    private String divisor(int depth) {
        return switch (dice.below(4)) {
            case 0 -> "1.7";
            case 1 -> "(2.5 + " + factor(depth) + ")";
            case 2 -> "Math.hypot(1.5, " + number(depth).text() + ")";
            default -> "-4";
        };
    }

    private Number function(int depth) {
        String a = number(depth).text();
        return switch (dice.below(14)) {
            case 0 -> new Number("Math.sin(" + a + ")", 1);
            case 1 -> new Number("Math.cos(" + a + ")", 1);
            case 2 -> new Number("Math.tanh(" + a + ")", 1);
            case 3 -> new Number("Math.exp(0.5 * Math.sin(" + a + "))", USUAL);
            case 4 -> new Number("Math.sqrt(1 + Math.abs(" + a + "))", USUAL);
            case 5 -> new Number("Math.log(2.5 + " + factor(depth) + ")", USUAL);
            case 6 -> new Number("Math.atan(" + a + ")", USUAL);
            case 7 -> new Number("Math.abs(" + a + ")", 2 * USUAL);
            case 8 -> new Number("Math.cbrt(3 + " + factor(depth) + ")", USUAL);
            case 9 -> new Number("Math.floor(" + a + ")", 2 * USUAL);
            case 10 -> new Number("StrictMath.log1p(1.5 + " + factor(depth) + ")", USUAL);
            case 11 -> new Number("Math.expm1(" + factor(depth) + ")", USUAL);
            case 12 -> new Number("Math.asin(0.9 * " + factor(depth) + ")", USUAL);
            default -> new Number("Math.signum(1.0 * " + a + ")", 1);
        };
    }

    private Number twoArguments(int depth) {
        String a = tame(depth);
        String b = tame(depth);
        return switch (dice.below(7)) {
            case 0 -> new Number("Math.max(" + a + ", " + b + ")", USUAL);
            case 1 -> new Number("Math.min(" + a + ", " + b + ")", USUAL);
            case 2 -> new Number("Math.atan2(" + a + ", 2.5 + " + factor(depth) + ")", USUAL);
            case 3 ->
                new Number("Math.pow(2.5 + " + factor(depth) + ", " + dice.pick("2", "0.5", "-1", a) + ")", 2 * USUAL);
            case 4 -> new Number("Math.fma(1.0 * " + a + ", " + b + ", " + tame(depth) + ")", 3 * USUAL);
            case 5 -> new Number("Math.hypot(1.2, " + a + ")", USUAL);
            default -> new Number("Math.copySign(1.0 * " + a + ", " + b + ")", USUAL);
        };
    }

    private Number choice(int depth) {
        Number a = number(depth);
        Number b = dice.chance(0.2) ? new Number(integers.small(depth), 7) : number(depth);
        String text = "(" + integers.condition(depth) + " ? " + a.text() + " : " + b.text() + ")";
        return new Number(text, Math.max(a.bound(), b.bound()));
    }

    private Number withInteger(int depth) {
        Number a = number(depth);
        String whole = integers.small(depth);
        return switch (dice.below(5)) {
            case 0 -> new Number("(" + whole + " * " + a.text() + ")", 7 * a.bound());
            case 1 -> new Number("(" + whole + " / 2 * " + a.text() + ")", 4 * a.bound());
            case 2 -> new Number("((double) " + whole + " / 4)", USUAL);
            case 3 -> new Number("((int) " + parenthesized(a) + " * " + tame(depth) + ")", a.bound() * USUAL);
            default -> new Number("(" + a.text() + " + " + integers.longer(depth) + " % 4)", a.bound() + 3);
        };
    }

    private Number call(int depth) {
        List<Helper> fitting = context.helpers.stream()
                .filter(helper -> helper.gives(Kind.DOUBLE))
                .toList();
        return fitting.isEmpty() || context.loops > 2 ? leaf() : new Number(call(dice.pick(fitting), depth), USUAL);
    }

    /** A call of a helper with arguments that fit. */
    String call(Helper helper, int depth) {
        String arguments = helper.parameters().stream()
                .map(parameter -> argument(parameter, depth))
                .collect(Collectors.joining(", "));
        return helper.name() + "(" + arguments + ")";
    }

    String argument(Var parameter, int depth) {
        return switch (parameter.kind()) {
            case DOUBLE ->
                parameter.group() == Group.CONSTANT
                        ? dice.pick("0.5", "-1.25", "0.25 * " + integers.small(0))
                        : dice.chance(0.1) ? integers.small(0) : tame(depth);
            case INT -> parameter.below() > 0 ? dice.pick("0", "1", "2", "3") : integers.integer(depth);
            case LONG -> dice.pick(integers.integer(depth), integers.longer(depth));
            case BOOLEAN -> integers.condition(depth);
            case OBJECT, OBJECTS -> objects.any(parameter, depth);
            default -> references.any(parameter.kind(), parameter.group(), parameter.shape());
        };
    }

    private Number effect(int depth) {
        List<Var> variables = context.assignable(Kind.DOUBLE);
        if (variables.isEmpty()) {
            return leaf();
        }
        String name = dice.pick(variables).name();
        List<Var> arrays = context.all(Kind.ARRAY, Group.WORK);
        return switch (dice.below(5)) {
            case 0 -> new Number("(" + name + " = " + tame(depth) + ")", USUAL);
            case 1 -> new Number("(" + name + " *= " + factor(depth) + ")", USUAL);
            case 2 -> new Number("(" + name + dice.pick(" += ", " -= ") + "0.25 * " + factor(depth) + ")", USUAL);
            case 3 -> new Number(dice.pick(name + "--", "++" + name), USUAL);
            default ->
                arrays.isEmpty()
                        ? leaf()
                        : new Number("(" + references.element(dice.pick(arrays)) + " = " + tame(depth) + ")", USUAL);
        };
    }

    private Number leaf() {
        List<Var> variables = context.all(Kind.DOUBLE);
        int choice = dice.below(10);
        if (choice < 5 && !variables.isEmpty()) {
            return new Number(dice.pick(variables).name(), USUAL);
        } else if (choice < 9) {
            Optional<String> place = references.place();
            if (place.isPresent()) {
                return new Number(place.get(), USUAL);
            }
        }
        return new Number(
                dice.pick("0.5", "1.5", "(-0.7)", "2", "0.25", "1e-2", "3", "(-1)", "0.0", "1d", "0x1p-1"), USUAL);
    }
}
