package dev.gradwright.processor.emit;

import dev.gradwright.processor.derive.AdjointMethod;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.source.CodeBlock;
import dev.gradwright.processor.source.MethodSpec;
import dev.gradwright.processor.source.TypeName;
import dev.gradwright.processor.source.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The methods for one differentiable method of a class of second derivatives: for users the product of the Hessian and a direction
 * where the method returns a number, for other generated classes what a larger product is made of.
 */
final class HessianApi {

    private final Members members;
    private final Method method;
    private final String name;
    private final String stem;
    private final String record;
    private final boolean writesArguments;
    private final DistinctArguments distinct;

    HessianApi(Derived derived, Members members, AdjointMethod adjoint) {
        this.members = members;
        this.method = adjoint.source();
        this.name = method.name();
        this.stem = method.stem();
        this.writesArguments = derived.writesArguments(method);
        this.record = writesArguments ? RecordMethods.inPlace(stem) : Protocol.record(stem);
        this.distinct = new DistinctArguments(derived, members, method);
    }

    void addTo(TypeSpec.Builder type) {
        if (method.resultType() == Type.DOUBLE) {
            type.addMethod(product());
            List<Variable> active = method.parameters().stream()
                    .filter(Method.Parameter::isActive)
                    .map(Method.Parameter::variable)
                    .toList();
            if (method.isStatic() && active.size() == 1 && active.get(0).type().equals(Type.DOUBLES)) {
                type.addMethod(hessian(active.get(0)));
            }
        }
        type.addMethods(Signatures.resultParts(method));
        method.results().forEach(result -> addResult(type, result));
        for (Method.Parameter parameter : method.parameters()) {
            if (parameter.isActive()) {
                Variable variable = parameter.variable();
                String gradient = Protocol.argument(stem, variable.name());
                type.addMethod(accessor(
                        gradient,
                        variable.type(),
                        "The derivative with respect to argument {@code $L} after the last call: $L.\n",
                        variable.name()));
                type.addMethod(accessor(
                        Protocol.product(gradient),
                        variable.type(),
                        "The part of the product of the Hessian and the direction that belongs to argument {@code $L}: $L.\n",
                        variable.name()));
            }
        }
    }

    private void addResult(TypeSpec.Builder type, Method.Result result) {
        Type resultType = result.variable().type();
        if (resultType.isReference() && resultType.carriesDerivative()) {
            String bar = Protocol.resultBar(stem, result.part());
            type.addMethod(forGeneratedCode(bar, resultType, "the adjoint"));
            type.addMethod(forGeneratedCode(Protocol.product(bar), resultType, "the tangent of the adjoint"));
        }
        if (resultType.carriesDerivative()) {
            String dot = method.results().size() == 1
                    ? Protocol.recordDot(Protocol.record(stem))
                    : Protocol.product(Protocol.result(stem, result.part()));
            type.addMethod(forGeneratedCode(dot, resultType, "the tangent"));
        }
    }

    private MethodSpec product() {
        LocalNames names = new LocalNames();
        MethodSpec.Builder spec = MethodSpec.methodBuilder(Protocol.hessianVectorProduct(name))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "Computes the value of {@code $L}, and adds its derivative to the gradient and the product of its Hessian"
                                + " and the direction to the product.\n",
                        name)
                .returns(TypeName.DOUBLE);
        CodeBlock.Builder arguments = CodeBlock.builder();
        CodeBlock.Builder remembered = CodeBlock.builder();
        String separator = "";
        for (Method.Parameter parameter : method.parameters()) {
            Variable variable = parameter.variable();
            spec.addParameters(Signatures.parameters(List.of(variable), names));
            arguments.add("$L$L", separator, names.of(variable));
            separator = ", ";
            if (parameter.isActive()) {
                Variable direction = new Variable(variable.name() + "Direction", variable.type());
                spec.addParameters(Signatures.parameters(List.of(direction), names));
                arguments.add(", $L", names.of(direction));
                if (variable.type().isReference()) {
                    String gradient = Protocol.argument(stem, variable.name());
                    String field = Remembering.field(gradient, variable.type());
                    String product = Remembering.field(Protocol.product(gradient), variable.type());
                    String shadow = writesArguments ? "ofWritten" : "of";
                    remembered.addStatement("this.$L = tape.shadows().$L($L)", field, shadow, names.of(variable));
                    remembered.addStatement("this.$L = tape.tangents().of(this.$L)", product, field);
                    arguments.add(", this.$L, this.$L", field, product);
                }
            }
        }
        String self = members.self().simpleName() + "." + Protocol.hessianVectorProduct(name);
        String value = names.declare(new Variable("value", Type.DOUBLE));
        spec.addStatement("tape.begin($S)", self);
        distinct.addConstant(spec, names);
        return spec.addCode(remembered.build())
                .addStatement("double $L = $L($L)", value, record, arguments.build())
                .addStatement("tape.recorded()")
                .addStatement("tape.consume($1S, $1S)", self)
                .addStatement("$L(1.0, 0.0)", Protocol.reverse(stem))
                .addStatement("return $L", value)
                .build();
    }

    private MethodSpec hessian(Variable argument) {
        LocalNames names = new LocalNames();
        List<Variable> variables = Signatures.variables(method);
        MethodSpec.Builder spec = MethodSpec.methodBuilder(Protocol.hessian(name))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "All second derivatives of {@code $L} with respect to {@code $L}: a new array of rows. Takes a product for"
                                + " each row, so it is for small arguments.\n",
                        name,
                        argument.name())
                .returns(Names.of(Type.DOUBLE_ROWS))
                .addParameters(Signatures.parameters(variables, names));
        String unit = names.declare(new Variable("unit", Type.DOUBLES));
        String rows = names.declare(new Variable("rows", Type.DOUBLE_ROWS));
        String i = names.declare(new Variable("i", Type.INT));
        CodeBlock arguments = variables.stream()
                .map(variable -> variable == argument
                        ? CodeBlock.of("$L, $L", names.of(variable), unit)
                        : CodeBlock.of("$L", names.of(variable)))
                .collect(CodeBlock.joining(", "));
        String product = Protocol.product(Protocol.argument(stem, argument.name()));
        return spec.addStatement("double[] $L = new double[$L.length]", unit, names.of(argument))
                .addStatement("double[][] $L = new double[$L.length][]", rows, names.of(argument))
                .beginControlFlow("for (int $1L = 0; $1L < $2L.length; $1L++)", i, unit)
                .addStatement("$L[$L] = 1.0", unit, i)
                .addStatement("$L($L)", Protocol.hessianVectorProduct(name), arguments)
                .addStatement("$L[$L] = $L().clone()", rows, i, product)
                .addStatement("$L[$L] = 0.0", unit, i)
                .endControlFlow()
                .addStatement("return $L", rows)
                .build();
    }

    private MethodSpec forGeneratedCode(String accessor, Type accessedType, String what) {
        return MethodSpec.methodBuilder(accessor)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("For generated code: $L of what {@code $L} has returned last.\n", what, name)
                .returns(Names.of(accessedType))
                .addStatement("return this.$L", Remembering.field(accessor, accessedType))
                .build();
    }

    private static MethodSpec accessor(String accessor, Type type, String text, String argument) {
        return MethodSpec.methodBuilder(accessor)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(text, argument, Signatures.noun(type))
                .returns(Names.of(type))
                .addStatement("return this.$L", Remembering.field(accessor, type))
                .build();
    }
}
