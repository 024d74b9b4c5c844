package dev.gradwright.processor.check;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.gradwright.processor.emit.Composing;
import dev.gradwright.processor.emit.Names;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.lang.model.element.Modifier;

/** Lays out the checker of a unit: for each differentiable method its check at given arguments, and at a sample where one can be made. */
public final class CheckerClass {

    /** What the names of generated checkers end in. */
    public static final String CHECKER = "GradientChecker";

    /** What the names of checks at a sample end in. */
    public static final String SAMPLE = "Sample";

    private final Unit unit;
    private final ClassName gradient;
    private final ClassName tangent;

    private CheckerClass(Unit unit) {
        this.unit = unit;
        this.gradient = Names.of(unit.name().generated(Protocol.GRADIENT));
        this.tangent = Names.of(unit.name().generated(Protocol.TANGENT));
    }

    /** The checker of a unit. */
    public static TypeSpec.Builder of(Unit unit) {
        return new CheckerClass(unit).build();
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
        spec.addStatement(
                "$1T $2L = $1T.$3L($4L)", gradient, names.gradient(), unit.hasModel() ? "of" : "create", owner);
        spec.addStatement("$1T $2L = $1T.$3L($4L)", tangent, names.tangent(), unit.hasModel() ? "of" : "create", owner);
        for (Method.Parameter parameter : method.parameters()) {
            if (parameter.isActive()) {
                spec.addStatement(
                        "$T $L = $T.of($S, $L)",
                        ParameterizedTypeName.get(
                                Names.ARGUMENT,
                                Names.of(parameter.variable().type()).box()),
                        names.wrapped(parameter),
                        Names.ARGUMENT,
                        parameter.variable().name(),
                        names.argument(parameter));
            } else if (Randomness.isSource(parameter.variable().type())) {
                spec.addStatement("long $L = $L.nextLong()", names.wrapped(parameter), names.argument(parameter));
            }
        }
        return spec.addCode("return $T.of(", Names.GRADIENT_CHECK)
                .addCode(subject(method, name, names))
                .addCode(penalty(method, owner))
                .addCode(";\n")
                .build();
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
                .map(other -> CodeBlock.of("\n.regularization($L($L))", other.stem(), model))
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

    private CodeBlock subject(Method method, String name, CheckerNames names) {
        boolean isWhole = !Type.isTakenApart(method.face().result());
        TypeName result = isWhole ? Names.of(method.resultType()).box() : ArrayTypeName.of(ClassName.get(Object.class));
        CodeBlock.Builder code =
                CodeBlock.builder().add("$T.<$T>of($S)\n", Names.SUBJECT, result, name + rules(method));
        code.indent().indent();
        if (unit.hasModel()) {
            code.add(".model($L)\n", names.model());
        }
        code.add(".parameters($L.parameters(), $L.parameters())\n", names.gradient(), names.tangent());
        for (Method.Parameter parameter : method.parameters()) {
            if (parameter.isActive()) {
                String accessor =
                        Protocol.argument(method.stem(), parameter.variable().name());
                code.add(".argument($L, $L::$L)\n", names.wrapped(parameter), names.gradient(), accessor);
            } else if (parameter.variable().type().equals(Type.INTS)) {
                code.add(".indices($S, $L)\n", parameter.variable().name(), names.argument(parameter));
            }
        }
        CodeBlock target =
                method.isStatic() ? CodeBlock.of("$T", Names.of(unit.name())) : CodeBlock.of("$L", names.model());
        CodeBlock primal = CodeBlock.of("$L.$L($L)", target, method.name(), names.wholeValues(method));
        CodeBlock forward = CodeBlock.of("$L.$L($L)", names.gradient(), method.name(), names.values(method));
        if (isWhole) {
            code.add(".primal(() -> $L)\n", primal);
            code.add(".forward(() -> $L)\n", forward);
            code.add(".backward($L::$L)\n", names.gradient(), Protocol.backward(method.stem()));
        } else {
            CheckedParts parts = new CheckedParts(method);
            code.add(".primal(() -> $L)\n", parts.of(primal, names.result()));
            code.add(".forward(() -> $L)\n", parts.of(forward, names.result()));
            code.add(
                    ".backward($1L -> $2L.$3L($4L))\n",
                    names.result(),
                    names.gradient(),
                    Protocol.backward(method.stem()),
                    parts.seeds(names.result()));
        }
        code.add(".tangent(() -> {\n").indent();
        code.add("$L.$L($L);\n", names.tangent(), method.name(), names.valuesAndDirections(method));
        code.add("return $L;\n", CheckedParts.tangents(method, names.tangent(), isWhole));
        code.unindent().add("}))");
        return code.unindent().unindent().build();
    }

    private MethodSpec sample(Method method, SamplePlan plan) {
        MethodSpec.Builder spec = MethodSpec.methodBuilder(method.stem() + SAMPLE)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("The check of {@code $L} at random arguments of small shapes.\n", method.name())
                .addParameter(long.class, "seed")
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
