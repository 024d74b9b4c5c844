package dev.gradwright.processor.check;

import dev.gradwright.processor.emit.Composing;
import dev.gradwright.processor.emit.Names;
import dev.gradwright.processor.ir.FixedMatrix;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Samples;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.source.ClassName;
import dev.gradwright.processor.source.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a model and the arguments of one of its methods can be made for a check, or why they cannot. */
final class SamplePlan {

    private static final ClassName SAMPLES = ClassName.get("dev.gradwright.check.subject", "Samples");

    private final Unit unit;
    private final Method method;
    private final Dimensions dimensions = new Dimensions();
    private final List<String> obstacles = new ArrayList<>();
    private final Optional<CodeBlock> model;
    private final List<CodeBlock> arguments;

    SamplePlan(Unit unit, Method method) {
        this.unit = unit;
        this.method = method;
        this.model = unit.hasModel() ? Optional.of(model()) : Optional.empty();
        this.arguments = method.parameters().stream().map(this::argument).toList();
        unit.fields().stream()
                .filter(field -> !method.isStatic() && Randomness.isSplittable(field.type()))
                .forEach(field -> impossible("draws from the field " + field.name() + " cannot be repeated"));
    }

    /** Why no sample can be made; empty if one can. */
    Optional<String> obstacle() {
        return obstacles.stream().findFirst();
    }

    Dimensions dimensions() {
        return dimensions;
    }

    /** What makes the model; empty for a class that needs none. */
    Optional<CodeBlock> modelCode() {
        return model;
    }

    /** What makes each argument. */
    List<CodeBlock> argumentCode() {
        return arguments;
    }

    private CodeBlock model() {
        Samples.Factory factory = unit.samples().factories().get("");
        if (factory != null) {
            return call(factory);
        }
        Optional<List<Samples.Ingredient>> constructor = unit.samples().constructor();
        if (constructor.isEmpty()) {
            return impossible("no constructor takes just lengths (int) and a RandomGenerator");
        }
        return CodeBlock.of("new $T($L)", Names.of(unit.name()), ingredients(constructor.get()));
    }

    private CodeBlock argument(Method.Parameter parameter) {
        String name = parameter.variable().name();
        Optional<FixedMatrix> fixed = fixed(name);
        Samples.Factory factory = unit.samples().factories().get(name);
        if (factory != null && fixed.isPresent()) {
            return Composing.apart(fixed.get().type(), call(factory)).get(0);
        } else if (factory != null) {
            return call(factory);
        }
        Type type = parameter.variable().type();
        if (type == Type.DOUBLE) {
            return CodeBlock.of("$T.number(random)", SAMPLES);
        }
        if (Randomness.isSource(type)) {
            return Randomness.source(type, CodeBlock.of("random.nextLong()"));
        }
        boolean hasNumbers =
                type instanceof Type.Matrix || type instanceof Type.ArrayOf array && array.leaf() == Type.DOUBLE;
        if (!hasNumbers && !type.equals(Type.INTS)) {
            return impossible("argument " + name + " is a " + type);
        } else if (parameter.shape().isEmpty()) {
            return impossible("argument " + name + " has no @Shape");
        }
        List<CodeBlock> lengths = dimensions.lengths(parameter.shape());
        if (type.equals(Type.INTS)) {
            return parameter.index().isEmpty()
                    ? impossible("argument " + name + " has no @Index")
                    : CodeBlock.of(
                            "$T.indices($L, $L, random)",
                            SAMPLES,
                            lengths.get(0),
                            dimensions.length(parameter.index().strip()));
        }
        String maker = type instanceof Type.Matrix ? "matrix" : "array";
        return CodeBlock.of("$T.$L($L, random)", SAMPLES, maker, CodeBlock.join(lengths, ", "));
    }

    /** The matrix of fixed size that an argument is. */
    private Optional<FixedMatrix> fixed(String argument) {
        return method.face().parameters().stream()
                .filter(declared -> declared.name().equals(argument))
                .findFirst()
                .flatMap(declared -> FixedMatrix.of(declared.type()));
    }

    private CodeBlock call(Samples.Factory factory) {
        return CodeBlock.of("$T.$L($L)", Names.of(unit.name()), factory.method(), ingredients(factory.ingredients()));
    }

    private CodeBlock ingredients(List<Samples.Ingredient> ingredients) {
        return ingredients.stream()
                .map(ingredient -> ingredient.kind() == Samples.Ingredient.Kind.RANDOM
                        ? CodeBlock.of("random")
                        : dimensions.length(ingredient.name()))
                .collect(CodeBlock.joining(", "));
    }

    private CodeBlock impossible(String reason) {
        obstacles.add(reason);
        return CodeBlock.of("null");
    }
}
