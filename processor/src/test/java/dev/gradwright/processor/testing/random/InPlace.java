package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.ArrayList;
import java.util.List;

/** Loops that write into arrays they read, some of them behind themselves, some where they come back to: factorizations, recurrences, tables. */
final class InPlace implements Construct {

    /** Indices count from three to five, those of loops inside from two to six, and may be two more or less. */
    private static final int LENGTH = 9;

    private enum Shape {
        ARRAY("double[] %s = new double[9];", "%s[%s]"),
        ROWS("double[][] %s = new double[9][9];", "%s[%s][%s]"),
        MATRIX("DMatrixRMaj %s = new DMatrixRMaj(9, 9);", "%s.get(%s, %s)");

        private final String declaration;
        private final String place;

        Shape(String declaration, String place) {
            this.declaration = declaration;
            this.place = place;
        }
    }

    private final Context context;
    private final Dice dice;
    private final NumberWriter numbers;

    InPlace(Context context, NumberWriter numbers) {
        this.context = context;
        this.dice = context.dice;
        this.numbers = numbers;
    }

    @Override
    public boolean statement(List<Node> nodes, int budget) {
        if (context.loops > 0 || budget < 2) {
            return false;
        }
        String sum = context.fresh();
        int mark = context.mark();
        context.loops += 2;
        Shape shape = dice.pick(List.of(Shape.values()));
        String name = context.fresh();
        List<String> names = new ArrayList<>(List.of(name));
        List<Node> inner = new ArrayList<>();
        inner.add(Node.line(String.format(shape.declaration, name)));
        String row = context.fresh();
        String column = context.fresh();
        String start = "Math.cos(" + row + " + 2 * " + column + " + " + numbers.tame(0) + ")";
        inner.add(overAll(row, column, write(shape, name, row, column, start)));
        if (dice.chance(0.2)) {
            String other = context.fresh();
            inner.add(Node.line("var " + other + " = " + name + ";"));
            names.add(other);
        }
        if (shape == Shape.ROWS && dice.chance(0.2)) {
            inner.add(Node.line(name + "[" + dice.below(LENGTH) + "] = " + name + "[" + dice.below(LENGTH) + "];"));
        }
        Node loop = outer(shape, names);
        if (dice.chance(0.2)) {
            String t = context.fresh();
            loop = Node.block("for (int " + t + " = 0; " + t + " < 2; " + t + "++) {", List.of(loop));
        }
        inner.add(loop);
        if (dice.chance(0.2)) {
            inner.add(assignment(shape, names, List.of("4")));
        }
        context.forgetFrom(mark);
        nodes.add(Node.line("double " + sum + " = 0;"));
        String weight = "Math.sin(1 + " + row + " + 3 * " + column + ")";
        inner.add(overAll(
                row, column, sum + " += " + weight + " * " + String.format(shape.place, name, row, column) + ";"));
        nodes.add(Node.block("{", inner));
        context.loops -= 2;
        context.declare(Var.number(sum, Kind.DOUBLE));
        return true;
    }

    private Node outer(Shape shape, List<String> names) {
        String i = context.fresh();
        String head = String.format(
                dice.pick(
                        "for (int %1$s = 3; %1$s < 6; %1$s++) {",
                        "for (int %1$s = 3; %1$s <= 5; %1$s++) {",
                        "for (int %1$s = 5; %1$s >= 3; %1$s--) {",
                        "for (int %1$s = 5; %1$s > 2; %1$s--) {"),
                i);
        List<Node> body = new ArrayList<>();
        if (dice.chance(0.4)) {
            body.add(assignment(shape, names, List.of(i)));
        }
        if (dice.chance(0.7)) {
            body.add(inner(shape, names, i));
        }
        if (body.isEmpty() || dice.chance(0.6)) {
            body.add(assignment(shape, names, List.of(i)));
        }
        return Node.block(head, body);
    }

    private Node inner(Shape shape, List<String> names, String i) {
        String k = context.fresh();
        String near = i + dice.pick("", " + 1", " - 1");
        String head = String.format(
                dice.pick(
                        "for (int %1$s = 2; %1$s < %2$s; %1$s++) {",
                        "for (int %1$s = %2$s; %1$s < 7; %1$s++) {",
                        "for (int %1$s = %2$s; %1$s >= 2; %1$s--) {",
                        "for (int %1$s = 6; %1$s > %2$s; %1$s--) {"),
                k,
                near);
        List<Node> body = new ArrayList<>();
        for (int count = dice.between(1, 2); count > 0; count--) {
            body.add(assignment(shape, names, List.of(i, k)));
        }
        return Node.block(head, body);
    }

    private Node assignment(Shape shape, List<String> names, List<String> indices) {
        String first = read(shape, dice.pick(names), indices);
        String second = read(shape, dice.pick(names), indices);
        Node store = Node.line(store(
                shape,
                dice.pick(names),
                indices,
                "Math.sin(" + first + " * " + second + " + " + numbers.factor(0) + ")"));
        return dice.chance(0.15)
                ? Node.block("if (" + read(shape, dice.pick(names), indices) + " < 0.4) {", List.of(store))
                : store;
    }

    private String read(Shape shape, String name, List<String> indices) {
        return String.format(shape.place, name, index(indices), index(indices));
    }

    private String store(Shape shape, String name, List<String> indices, String value) {
        return write(shape, name, index(indices), index(indices), value);
    }

    private static String write(Shape shape, String name, String row, String column, String value) {
        return shape == Shape.MATRIX
                ? name + ".set(" + row + ", " + column + ", " + value + ");"
                : String.format(shape.place, name, row, column) + " = " + value + ";";
    }

    /** A statement for each element; in an array for some of them several times. */
    private static Node overAll(String row, String column, String statement) {
        return Node.block(
                "for (int " + row + " = 0; " + row + " < 9; " + row + "++) for (int " + column + " = 0; " + column
                        + " < 9; " + column + "++) {",
                List.of(Node.line(statement)));
    }

    private String index(List<String> indices) {
        if (indices.isEmpty() || dice.chance(0.1)) {
            return "" + dice.between(2, 6);
        }
        return dice.pick(indices) + dice.pick("", "", "", " + 1", " - 1", " - 2", " + 2");
    }
}
