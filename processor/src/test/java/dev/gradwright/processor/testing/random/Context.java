package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.Var.Group;
import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    final Declarations declarations;
    final List<Helper> helpers;
    final boolean isInstance;
    private final List<Var> variables = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private int unnamed;
    /** In how many lambdas. */
    int lambdas;
    /** How deep in loops, to keep programs from running long. */
    int loops;
    /** How many expressions for references are being written inside each other. */
    int nesting;
    /** In how many loops that can be left. */
    int breakable;
    /** Whether memory that outlives the call, or other models, may be used. */
    boolean isRepeatable;

    Context(Dice dice, Declarations declarations, List<Helper> helpers, boolean isInstance, List<Var> fields) {
        this.dice = dice;
        this.declarations = declarations;
        this.helpers = helpers;
        this.isInstance = isInstance;
        fields.forEach(this::declare);
    }

    /** The body of a lambda: it sees what it may capture, and its parameters. */
    Context lambda(List<Var> parameters) {
        Context inner = new Context(dice, declarations, helpers, isInstance, List.of());
        variables.stream().filter(Var::isFinal).forEach(inner.variables::add);
        inner.taken.addAll(taken);
        variables.forEach(variable -> inner.taken.add(variable.name()));
        parameters.forEach(inner::declare);
        inner.loops = Math.max(1, loops);
        inner.nesting = nesting;
        inner.lambdas = lambdas + 1;
        return inner;
    }

    /** Declares a variable, and with an object what can be reached from it. */
    void declare(Var variable) {
        variables.add(variable);
        if (variable.kind() == Kind.OBJECT) {
            DataType type = variable.data().orElseThrow();
            boolean isCalled = type.isRecord() && dice.chance(0.5);
            type.components()
                    .forEach(part -> declare(part.partOf(
                            variable,
                            variable.name() + "." + part.name() + (isCalled ? "()" : ""),
                            part.isAssignable())));
        } else if (variable.kind() == Kind.OBJECTS) {
            for (int i = 0; i < ReferenceWriter.ROWS; i++) {
                String element = variable.name() + "[" + i + "]";
                declare(Var.object(element, Kind.OBJECT, variable.data().orElseThrow())
                        .partOf(variable, element, true));
            }
        }
    }

    int mark() {
        return variables.size();
    }

    void forgetFrom(int mark) {
        variables.subList(mark, variables.size()).clear();
    }

    /** A name that nothing visible has, and that is taken from now on. */
    String fresh() {
        String name = untaken();
        variables.add(Var.number(name, Kind.NAME));
        return name;
    }

    private String untaken() {
        for (int attempt = 0; attempt < 4; attempt++) {
            String name = dice.pick(NAMES);
            if (!taken.contains(name)
                    && variables.stream().noneMatch(variable -> variable.name().equals(name))) {
                return name;
            }
        }
        return dice.pick("v", "w", "tmp", "u") + lambdas + unnamed++ + "_";
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

    List<Var> alike(Var type) {
        return all(type::isLike);
    }

    List<Var> assignable(Kind kind) {
        return all(variable -> variable.kind() == kind && variable.isAssignable());
    }
}
