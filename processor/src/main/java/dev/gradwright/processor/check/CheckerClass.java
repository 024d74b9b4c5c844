package dev.gradwright.processor.check;

import dev.gradwright.processor.emit.Composing;
import dev.gradwright.processor.emit.Names;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.source.CodeBlock;
import dev.gradwright.processor.source.MethodSpec;
import dev.gradwright.processor.source.NameAllocator;
import dev.gradwright.processor.source.TypeName;
import dev.gradwright.processor.source.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;

/** Lays out the checker of a unit: for each differentiable method its check at given arguments, and at a sample where one can be made. */
public final class CheckerClass {

    /** What the names of generated checkers end in. */
    public static final String CHECKER = "GradientChecker";

    /** What the names of checks at a sample end in. */
    public static final String SAMPLE = "Sample";

    private final Unit unit;
    private final Predicate<Method> goesBackAtOnce;

    private CheckerClass(Unit unit, Predicate<Method> goesBackAtOnce) {
        this.unit = unit;
        this.goesBackAtOnce = goesBackAtOnce;
    }

    /**
     * The checker of a unit.
     *
     * @param goesBackAtOnce says of which methods value and gradient are computed in a sweep of their own
     */
    public static TypeSpec.Builder of(Unit unit, Predicate<Method> goesBackAtOnce) {
        return new CheckerClass(unit, goesBackAtOnce).build();
    }

    private TypeSpec.Builder build() {
        String model = String.join(".", unit.name().simpleNames());
        TypeSpec.Builder type = TypeSpec.classBuilder(Names.of(unit.name().generated(CHECKER)))
                .addModifiers(Modifier.FINAL)
                .addJavadoc(
                        "Checks the gradient of {@code $L}: tangent against adjoint, and both against centred differences.\n",
                        model)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        if (unit.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        for (Method method : unit.differentiable()) {
            type.addMethod(check(method, model + "." + method.name()));
            if (method.face().takesApart()) {
                type.addMethod(checkOfWhole(method, model + "." + method.name()));
            }
            SamplePlan plan = new SamplePlan(unit, method);
            if (plan.obstacle().isEmpty()) {
                type.addMethod(sample(method, plan));
            }
        }
        if (!unit.differentiable().isEmpty()) {
            type.addType(new CallsClass(unit, goesBackAtOnce).build());
        }
        return type;
    }

    private MethodSpec check(Method method, String name) {
        CheckerNames names = new CheckerNames(unit, method);
        MethodSpec.Builder spec = MethodSpec.methodBuilder(method.stem())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("The check of {@code $L} at these arguments, which it leaves as they are.\n", name)
                .returns(Names.GRADIENT_CHECK);
        if (unit.hasModel()) {
            // a static method of such a class needs it too, for its gradient
            spec.addParameter(Names.of(unit.name()), names.model());
        }
        method.parameters()
                .forEach(parameter ->
                        spec.addParameter(Names.of(parameter.variable().type()), names.argument(parameter)));
        String owner = unit.hasModel() ? names.model() : "";
        int number = unit.differentiable().indexOf(method);
        spec.addCode(
                "return $T.of(new $L($L).method($L, $S)",
                Names.GRADIENT_CHECK,
                CallsClass.NAME,
                owner,
                number,
                name + rules(method));
        method.parameters().forEach(parameter -> spec.addCode(argument(parameter, names.argument(parameter))));
        return spec.addCode(")$L;\n", penalty(method, owner)).build();
    }

    /** What tells the check of an argument. */
    private static CodeBlock argument(Method.Parameter parameter, String value) {
        Variable variable = parameter.variable();
        if (parameter.isActive()) {
            return CodeBlock.of("\n        .argument($S, $L)", variable.name(), value);
        } else if (variable.type().equals(Type.INTS)) {
            return CodeBlock.of("\n        .indices($S, $L)", variable.name(), value);
        }
        return CodeBlock.of("\n        .$L($L)", Randomness.isSource(variable.type()) ? "random" : "constant", value);
    }

    /** The penalty of the model, beside which a loss is checked. */
    private CodeBlock penalty(Method method, String model) {
        boolean isLoss = method.role() == Method.Role.DIFFERENTIABLE
                && !method.isStatic()
                && method.face().result() == Type.DOUBLE;
        return unit.differentiable().stream()
                .filter(other -> isLoss && other.role() == Method.Role.REGULARIZATION)
                .filter(other -> !other.isStatic() && other.parameters().isEmpty())
                .findFirst()
                .map(other -> CodeBlock.of("\n        .regularization($L($L))", other.stem(), model))
                .orElse(CodeBlock.of(""));
    }

    /** The check at arguments that are not taken apart. */
    private MethodSpec checkOfWhole(Method method, String name) {
        MethodSpec.Builder spec = MethodSpec.methodBuilder(method.stem())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("The check of {@code $L} at these arguments, which it leaves as they are.\n", name)
                .returns(Names.GRADIENT_CHECK);
        NameAllocator names = new NameAllocator();
        Composing.NAMES.forEach(names::newName);
        List<CodeBlock> arguments = new ArrayList<>();
        method.face().parameters().forEach(declared -> names.newName(declared.name(), declared));
        if (unit.hasModel()) {
            String owner = names.newName("model");
            spec.addParameter(Names.of(unit.name()), owner);
            arguments.add(CodeBlock.of("$L", owner));
        }
        for (Method.Declared declared : method.face().parameters()) {
            spec.addParameter(Names.of(declared.type()), names.get(declared));
            arguments.addAll(Composing.apart(declared.type(), CodeBlock.of("$L", names.get(declared))));
        }
        return spec.addStatement("return $L($L)", method.stem(), CodeBlock.join(arguments, ", "))
                .build();
    }

    /** The rules that give the derivative of a method, for messages. */
    private static String rules(Method method) {
        return method.body().statements().stream()
                .filter(Statement.CallGiven.class::isInstance)
                .map(statement ->
                        " (by " + ((Statement.CallGiven) statement).given().rules() + ")")
                .findFirst()
                .orElse("");
    }

    private MethodSpec sample(Method method, SamplePlan plan) {
        MethodSpec.Builder spec = MethodSpec.methodBuilder(method.stem() + SAMPLE)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("The check of {@code $L} at random arguments of small shapes.\n", method.name())
                .addParameter(TypeName.LONG, "seed")
                .returns(Names.GRADIENT_CHECK)
                .addStatement("$1T random = new $1T(seed)", Random.class);
        plan.dimensions().named().forEach((name, length) -> spec.addStatement("int $L = $L", name, length));
        List<CodeBlock> arguments = new ArrayList<>(plan.modelCode().stream().toList());
        arguments.addAll(plan.argumentCode());
        String checker = unit.name().generated(CHECKER).simpleName();
        String self = method.stem() + SAMPLE;
        return spec.addCode("return $L($L)\n", method.stem(), CodeBlock.join(arguments, ", "))
                .addCode("        .seed(seed)\n")
                .addCode("        .more(() -> $L(seed))\n", self)
                .addCode("        .replay($S + seed + $S);\n", checker + "." + self + "(", ").run()")
                .build();
    }
}
