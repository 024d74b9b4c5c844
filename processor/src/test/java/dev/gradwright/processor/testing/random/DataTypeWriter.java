package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes records and small classes whose fields change, with methods. */
final class DataTypeWriter {

    private static final List<String> COMPONENTS =
            List.of("x", "y", "value", "rate", "n", "left", "a", "data", "tape", "seed", "index", "w");

    private final Dice dice;
    private final Declarations declarations;

    DataTypeWriter(Dice dice, Declarations declarations) {
        this.dice = dice;
        this.declarations = declarations;
    }

    void write() {
        boolean isRecord = dice.chance(0.55);
        boolean isTaken = !isRecord || dice.chance(0.8);
        List<Var> components = components(isRecord);
        boolean isPlain = isRecord
                && isTaken
                && components.stream()
                        .flatMap(component -> component.data().stream())
                        .allMatch(DataType::isPlain);
        DataType type = new DataType(
                declarations.fresh(isRecord ? "Pair" : "Cell"), isRecord, isPlain, components, new ArrayList<>());
        List<Node> body = new ArrayList<>();
        if (!isRecord) {
            type.components().forEach(field -> body.add(Node.line(declared(field) + ";")));
            body.add(Node.block(
                    type.name() + "(" + parameters(type.components()) + ") {",
                    type.components().stream()
                            .map(field -> Node.line("this." + field.name() + " = " + field.name() + ";"))
                            .toList()));
        } else if (!isTaken) {
            type.components().stream()
                    .filter(component -> component.kind() == Kind.DOUBLE)
                    .findFirst()
                    .ifPresent(component -> body.add(Node.line(
                            type.name() + " { " + component.name() + " = Math.sin(" + component.name() + "); }")));
        }
        int count = dice.below(3);
        for (int i = 0; i < count; i++) {
            method(type, body);
        }
        String head = isRecord
                ? "record " + type.name() + "(" + parameters(type.components()) + ") {"
                : "static final class " + type.name() + " {";
        declarations.add(Node.block(head, body));
        declarations.add(type);
    }

    private List<Var> components(boolean isRecord) {
        List<Var> components = new ArrayList<>();
        int count = dice.between(1, 3);
        List<String> names = new ArrayList<>(COMPONENTS);
        for (int i = 0; i < count; i++) {
            String name = names.remove(dice.below(names.size()));
            Var component = ObjectWriter.component(name, dice, declarations.types());
            boolean isFixed = isRecord || dice.chance(0.2) || DataType.rank(component) > 2;
            components.add(isFixed ? component.fixed() : component);
        }
        if (components.stream().noneMatch(component -> component.kind() == Kind.DOUBLE)) {
            Var number = Var.number(names.get(0), Kind.DOUBLE);
            components.add(isRecord ? number.fixed() : number);
        }
        return components;
    }

    private static String declared(Var field) {
        return (field.isAssignable() ? "" : "final ") + field.type() + " " + field.name();
    }

    static String parameters(List<Var> parameters) {
        return parameters.stream()
                .map(parameter -> parameter.type() + " " + parameter.name())
                .collect(Collectors.joining(", "));
    }

    private void method(DataType type, List<Node> body) {
        Context context = new Context(dice, declarations, List.copyOf(declarations.helpers()), false, List.of());
        for (Var field : type.components()) {
            Var itself = Var.object("this", Kind.OBJECT, type).fixed();
            context.declare(field.partOf(itself, field.name(), field.isAssignable()));
        }
        List<Var> parameters = new ArrayList<>();
        parameters.add(Var.number(context.fresh(), Kind.DOUBLE));
        parameters.forEach(context::declare);
        if (dice.chance(0.3)) {
            Var other = Var.object(context.fresh(), Kind.OBJECT, type);
            context.declare(other);
            parameters.add(other);
        }
        Optional<Var> result = switch (dice.below(4)) {
            case 0 -> Optional.of(Var.object("", Kind.OBJECT, type));
            case 1 -> type.isRecord() ? Optional.of(Var.number("", Kind.DOUBLE)) : Optional.empty();
            default -> Optional.of(Var.number("", Kind.DOUBLE));
        };
        context.loops = 1;
        String name = declarations.fresh(dice.pick("turned", "norm", "move", "update"));
        body.add(StatementWriter.method(
                context,
                Helper.type(result) + " " + name + "(" + parameters(parameters) + ") {",
                result,
                dice.below(4)));
        type.methods().add(new Helper(name, false, result, parameters));
    }
}
