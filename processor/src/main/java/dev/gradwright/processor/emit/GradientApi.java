package dev.gradwright.processor.emit;

import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.derive.AdjointMethod;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.source.CodeBlock;
import dev.gradwright.processor.source.MethodSpec;
import dev.gradwright.processor.source.TypeName;
import dev.gradwright.processor.source.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** The methods that users call for one differentiable method: forward, backward, both at once, and the arguments' gradients. */
final class GradientApi {

    private final Members members;
    private final ShapeChecks checks;
    private final AdjointMethod adjoint;
    private final Method method;
    private final String name;
    private final String stem;
    private final String backward;
    private final boolean writesArguments;
    private final DistinctArguments distinct;

    GradientApi(Derived derived, Members members, ShapeChecks checks, AdjointMethod adjoint) {
        this.members = members;
        this.checks = checks;
        this.adjoint = adjoint;
        this.method = adjoint.source();
        this.name = method.name();
        this.stem = method.stem();
        this.backward = Protocol.backward(stem);
        this.writesArguments = derived.writesArguments(method);
        this.distinct = new DistinctArguments(derived, members, method);
    }

    void addTo(TypeSpec.Builder type) {
        boolean isWhole = !Type.isTakenApart(method.face().result());
        type.addMethod(forward());
        type.addMethod(backward());
        if (method.face().takesApart()) {
            type.addMethod(Signatures.ofWhole(
                    method, name, "Computes what {@code $L.$L} computes, and records it.\n", members));
        }
        if (isWhole && method.resultType() == Type.DOUBLE) {
            type.addMethod(valueAndGradient());
            if (mayNeedTwoSweeps()) {
                type.addField(TypeName.BOOLEAN, Protocol.turnsMeet(stem), Modifier.PRIVATE);
                type.addMethod(inTwoSweeps());
            }
            if (method.face().takesApart()) {
                String both = Protocol.valueAndGradient(name);
                type.addMethod(Signatures.ofWhole(
                        method,
                        both,
                        "Computes the value of {@code $L.$L} and adds its derivative to the gradient.\n",
                        members));
            }
        } else if (isWhole && method.resultType().isReference()) {
            new JacobianApi(members, method).addRowsTo(type);
        }
        for (Method.Parameter parameter : method.parameters()) {
            if (parameter.isActive()) {
                type.addMethod(argumentGradient(parameter.variable()));
            }
        }
        type.addMethods(Signatures.resultParts(method));
        for (Method.Result result : method.results()) {
            Type resultType = result.variable().type();
            if (resultType.isReference() && resultType.carriesDerivative()) {
                type.addMethod(resultBar(result));
            }
        }
    }

    private MethodSpec forward() {
        LocalNames names = new LocalNames();
        List<Variable> variables = Signatures.variables(method);
        MethodSpec.Builder forward = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "Computes what {@code $L.$L} computes, and records it for {@link #$L}.\n",
                        members.modelName(),
                        name,
                        backward)
                .returns(Names.of(method.face().result()))
                .addParameters(Signatures.parameters(variables, names));
        addBeginning(forward, names);
        List<CodeBlock> arguments = new ArrayList<>();
        for (Method.Parameter parameter : method.parameters()) {
            arguments.add(CodeBlock.of("$L", names.of(parameter.variable())));
            if (hasShadow(parameter)) {
                arguments.add(CodeBlock.of("this.$L", shadowField(parameter)));
            }
        }
        CodeBlock call = CodeBlock.of(
                "$L($L)",
                writesArguments ? RecordMethods.inPlace(stem) : Protocol.record(stem),
                CodeBlock.join(arguments, ", "));
        CodeBlock value = Signatures.called(forward, call, method, names);
        forward.addStatement("tape.recorded()");
        return forward.addStatement("return $L", value).build();
    }

    /** Begins a record and finds the shadows of the arguments. */
    private void addBeginning(MethodSpec.Builder spec, LocalNames names) {
        spec.addStatement("tape.begin($S)", members.self().simpleName() + "." + name);
        for (Method.Parameter parameter : method.parameters()) {
            if (hasShadow(parameter)) {
                String shadow = writesArguments ? "ofWritten" : "of";
                spec.addStatement(
                        "this.$L = tape.shadows().$L($L)",
                        shadowField(parameter),
                        shadow,
                        names.of(parameter.variable()));
            }
        }
        distinct.addShared(spec, names);
        distinct.addConstant(spec, names);
    }

    private static boolean hasShadow(Method.Parameter parameter) {
        return parameter.isActive() && parameter.variable().type().isReference();
    }

    private String shadowField(Method.Parameter parameter) {
        Variable variable = parameter.variable();
        return Remembering.field(Protocol.argument(stem, variable.name()), variable.type());
    }

    private MethodSpec backward() {
        String self = members.self().simpleName();
        MethodSpec.Builder spec = MethodSpec.methodBuilder(backward)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "Consumes the record of the last {@code $L} and adds to the gradient.\n\n@param seed the derivative of"
                                + " the objective with respect to what {@code $L} has returned\n@throws IllegalStateException if"
                                + " there is no such record\n",
                        name,
                        name);
        spec.addStatement("tape.consume($S, $S)", self + "." + name, self + "." + backward);
        List<CodeBlock> numbers = new ArrayList<>();
        for (Method.Result result : method.results()) {
            Type resultType = result.variable().type();
            String seed = "seed" + result.part();
            if (resultType.carriesDerivative()) {
                spec.addParameter(Names.of(resultType), seed);
            }
            if (resultType == Type.DOUBLE) {
                numbers.add(CodeBlock.of("$L", seed));
            } else if (resultType.carriesDerivative()) {
                String field = Remembering.field(Protocol.resultBar(stem, result.part()), resultType);
                spec.addStatement("$T.add($S, $L, this.$L)", Names.SEEDS, self + "." + backward, seed, field);
            }
        }
        return spec.addStatement("$L($L)", Protocol.reverse(stem), CodeBlock.join(numbers, ", "))
                .build();
    }

    private MethodSpec valueAndGradient() {
        LocalNames names = new LocalNames();
        List<Variable> variables = Signatures.variables(method);
        MethodSpec.Builder spec = MethodSpec.methodBuilder(Protocol.valueAndGradient(name))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Computes the value of {@code $L} and adds its derivative to the gradient.\n", name)
                .returns(Names.of(method.resultType()))
                .addParameters(Signatures.parameters(variables, names));
        if (adjoint.together().isPresent()) {
            return together(spec, names);
        }
        return twoSweeps(spec, names);
    }

    private MethodSpec twoSweeps(MethodSpec.Builder spec, LocalNames names) {
        String value = names.declare(new Variable("value", method.resultType()));
        spec.addStatement("double $L = $L($L)", value, name, Signatures.arguments(Signatures.variables(method), names));
        spec.addStatement("$L(1.0)", backward);
        return spec.addStatement("return $L", value).build();
    }

    /** Whether going back turn by turn may turn out to be wrong. */
    private boolean mayNeedTwoSweeps() {
        return adjoint.together()
                .filter(both -> Walk.any(both, Statement.LeftOver.class::isInstance))
                .isPresent();
    }

    private MethodSpec inTwoSweeps() {
        LocalNames names = new LocalNames();
        MethodSpec.Builder spec = MethodSpec.methodBuilder(Protocol.inTwoSweeps(stem))
                .addModifiers(Modifier.PRIVATE)
                .returns(Names.of(method.resultType()))
                .addParameters(Signatures.parameters(Signatures.variables(method), names));
        return twoSweeps(spec, names);
    }

    /** Both sweeps in one; the record, which is empty, counts as consumed. */
    private MethodSpec together(MethodSpec.Builder spec, LocalNames names) {
        String self = members.self().simpleName();
        if (mayNeedTwoSweeps()) {
            spec.beginControlFlow("if (this.$L)", Protocol.turnsMeet(stem))
                    .addStatement(
                            "return $L($L)",
                            Protocol.inTwoSweeps(stem),
                            Signatures.arguments(Signatures.variables(method), names))
                    .endControlFlow();
        }
        addBeginning(spec, names);
        spec.addCode(checks.of(method, names));
        for (int i = 0, j = 0; i < method.parameters().size(); i++, j++) {
            if (hasShadow(method.parameters().get(i))) {
                j++;
                Variable dual = adjoint.parameters().get(j);
                spec.addStatement(
                        "$T $L = this.$L",
                        Names.of(dual.type()),
                        names.declare(dual),
                        shadowField(method.parameters().get(i)));
            }
        }
        spec.addCode(StatementPrinter.print(adjoint.together().orElseThrow(), names));
        spec.addStatement("tape.recorded()");
        spec.addStatement("tape.consume($S, $S)", self + "." + name, self + "." + backward);
        return Signatures.returning(spec, method, names).build();
    }

    private MethodSpec argumentGradient(Variable variable) {
        String accessor = Protocol.argument(stem, variable.name());
        String field = Remembering.field(accessor, variable.type());
        MethodSpec.Builder spec = MethodSpec.methodBuilder(accessor)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "The derivative with respect to argument {@code $L} after the last {@code $L}: $L.\n",
                        variable.name(),
                        backward,
                        Signatures.noun(variable.type()))
                .returns(Names.of(variable.type()));
        return returnRemembered(spec, field, variable.type(), accessor).build();
    }

    private MethodSpec resultBar(Method.Result result) {
        String accessor = Protocol.resultBar(stem, result.part());
        Type resultType = result.variable().type();
        MethodSpec.Builder spec = MethodSpec.methodBuilder(accessor)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("For generated code: the adjoint of what {@code $L} has returned last.\n", name)
                .returns(Names.of(resultType));
        return returnRemembered(spec, Remembering.field(accessor, resultType), resultType, accessor)
                .build();
    }

    private MethodSpec.Builder returnRemembered(
            MethodSpec.Builder spec, String field, Type fieldType, String accessor) {
        if (fieldType.isReference()) {
            String message =
                    members.self().simpleName() + "." + accessor + " is there after " + name + " has been called";
            return spec.addStatement("return $T.requireNonNull(this.$L, $S)", Objects.class, field, message);
        }
        return spec.addStatement("return this.$L", field);
    }
}
