package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.Var.Group;
import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a place in a random program can see. */
final class Context {

    /** Names that users choose; some of them are also names in generated code. */
    private static final List<String> NAMES = List.of(
            "x",
            "y",
            "z",
            "s",
            "t",
            "r",
            "a",
            "b",
            "c",
            "d",
            "e",
            "h",
            "k",
            "n",
            "q",
            "i",
            "j",
            "l",
            "p",
            "total",
            "mean",
            "left",
            "right",
            "tape",
            "seed",
            "result",
            "gradient",
            "xBar",
            "model",
            "value",
            "random",
            "aDot",
            "count",
            "sum",
            "next",
            "trips",
            "previous",
            "shadows",
            "index",
            "taken",
            "done",
            "length",
            "g",
            "f");

    final Dice dice;
    final List<Helper> helpers;
    final boolean isInstance;
    private final List<Var> variables = new ArrayList<>();
    private int unnamed;
    /** How deep in loops, to keep programs from running long. */
    int loops;
    /** How many expressions for references are being written inside each other. */
    int nesting;
    /** In how many loops that can be left. */
    int breakable;
    /** Whether a variable that is to be read in the same expression may be assigned. */
    boolean hasEffects = true;

    Context(Dice dice, List<Helper> helpers, boolean isInstance, List<Var> fields) {
        this.dice = dice;
        this.helpers = helpers;
        this.isInstance = isInstance;
        this.variables.addAll(fields);
    }

    void declare(Var variable) {
        variables.add(variable);
    }

    int mark() {
        return variables.size();
    }

    void forgetFrom(int mark) {
        variables.subList(mark, variables.size()).clear();
    }

    /** A name that nothing visible has. */
    String fresh() {
        for (int attempt = 0; attempt < 4; attempt++) {
            String name = dice.pick(NAMES);
            if (variables.stream().noneMatch(variable -> variable.name().equals(name))) {
                return name;
            }
        }
        return dice.pick("v", "w", "tmp", "u") + unnamed++ + "_";
    }

    List<Var> all(Predicate<Var> wanted) {
        return variables.stream().filter(wanted).toList();
    }

    List<Var> all(Kind kind) {
        return all(variable -> variable.kind() == kind);
    }

    List<Var> all(Kind kind, Group group) {
        return all(variable -> variable.kind() == kind && variable.group() == group);
    }

    List<Var> assignable(Kind kind) {
        return all(variable -> variable.kind() == kind && variable.isAssignable());
    }
}
