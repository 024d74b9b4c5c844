package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.NumberWriter.Number;
import dev.gradwright.processor.testing.random.Var.Group;
import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes expressions whose values are objects or arrays of objects, and calls of their methods. */
final class ObjectWriter {

    private final Context context;
    private final Dice dice;
    private final NumberWriter numbers;

    ObjectWriter(Context context, NumberWriter numbers) {
        this.context = context;
        this.dice = context.dice;
        this.numbers = numbers;
    }

    /** An object or array of objects of a type. */
    String any(Var type, int depth) {
        List<Var> fitting = context.alike(type);
        if (fitting.isEmpty() || dice.chance(0.15)) {
            return created(type, depth);
        } else if (dice.chance(0.1)) {
            return "(" + numbers.integers().condition(1) + " ? "
                    + dice.pick(fitting).name() + " : " + dice.pick(fitting).name() + ")";
        }
        return dice.pick(fitting).name();
    }

    /** A new object or array of objects, or what a method gives. */
    String created(Var type, int depth) {
        DataType data = type.data().orElseThrow();
        if (type.kind() == Kind.OBJECTS) {
            List<Var> copied = context.alike(type);
            if (!copied.isEmpty() && dice.chance(0.3)) {
                return dice.pick(copied).name() + ".clone()";
            }
            Var element = Var.object("", Kind.OBJECT, data);
            return "new " + data.name() + "[] {" + any(element, depth - 1) + ", " + any(element, depth - 1) + "}";
        }
        List<Helper> makers = new ArrayList<>(
                context.helpers.stream().filter(helper -> helper.gives(type)).toList());
        makers.addAll(methods(type));
        if (!makers.isEmpty() && depth > 0 && context.loops < 3 && dice.chance(0.4)) {
            return numbers.call(dice.pick(makers), depth - 1);
        }
        return "new " + data.name() + "("
                + data.components().stream()
                        .map(component -> numbers.argument(component, depth - 1))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    /** Methods of visible objects that give something of a type. */
    private List<Helper> methods(Var type) {
        return calls(method -> method.gives(type));
    }

    private List<Helper> calls(Predicate<Helper> wanted) {
        List<Helper> found = new ArrayList<>();
        for (Var object : context.all(Kind.OBJECT)) {
            object.data().orElseThrow().methods().stream()
                    .filter(wanted)
                    .forEach(method -> found.add(method.named(object.name() + "." + method.name())));
        }
        return found;
    }

    /** A number that a method of an object gives, or a part of an element of an array of objects. */
    Optional<Number> number(int depth) {
        List<Helper> methods = calls(method -> method.gives(Kind.DOUBLE));
        if (!methods.isEmpty() && context.loops < 3 && dice.chance(0.7)) {
            return Optional.of(new Number(numbers.call(dice.pick(methods), depth), 2));
        }
        return element()
                .flatMap(element -> element.data().orElseThrow().components().stream()
                        .filter(part -> part.kind() == Kind.DOUBLE)
                        .findFirst()
                        .map(part -> new Number(element.name() + "." + part.name(), 2)));
    }

    /** An element of an array of objects, wherever it is. */
    Optional<Var> element() {
        List<Var> arrays = context.all(Kind.OBJECTS);
        if (arrays.isEmpty()) {
            return Optional.empty();
        }
        Var array = dice.pick(arrays);
        String index = numbers.integers().index(ReferenceWriter.ROWS, array.name() + ".length");
        return Optional.of(Var.object(
                array.name() + "[" + index + "]", Kind.OBJECT, array.data().orElseThrow()));
    }

    /** A call of a method for what it does. */
    Optional<String> call(int depth) {
        List<Helper> methods = calls(method -> true);
        return methods.isEmpty() || context.loops > 2
                ? Optional.empty()
                : Optional.of(numbers.call(dice.pick(methods), depth));
    }

    /** The kinds of what a component can be. */
    static Var component(String name, Dice dice, List<DataType> others) {
        return switch (dice.below(others.isEmpty() ? 6 : 8)) {
            case 0, 1, 2 -> Var.number(name, Kind.DOUBLE);
            case 3 -> Var.number(name, Kind.INT);
            case 4 -> Var.reference(name, Kind.ARRAY, Group.WORK);
            case 5 ->
                dice.chance(0.5)
                        ? Var.reference(name, Kind.ARRAY, Group.READ)
                        : Var.reference(name, Kind.ROWS, dice.pick(List.of(Group.READ, Group.OUTER)));
            default -> Var.object(name, Kind.OBJECT, dice.pick(others));
        };
    }
}
