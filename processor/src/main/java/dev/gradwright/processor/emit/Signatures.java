package dev.gradwright.processor.emit;

import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.source.CodeBlock;
import dev.gradwright.processor.source.MethodSpec;
import dev.gradwright.processor.source.ParameterSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Parameter lists and argument lists. */
final class Signatures {

    private Signatures() {}

    /** Parameters, named as far as Java lets them. */
    static List<ParameterSpec> parameters(List<Variable> variables, LocalNames names) {
        return variables.stream()
                .map(variable -> new ParameterSpec(Names.of(variable.type()), names.declare(variable)))
                .toList();
    }

    /** The parameters of a method of the user's. */
    static List<Variable> variables(Method method) {
        return method.parameters().stream().map(Method.Parameter::variable).toList();
    }

    /** Ends a method with its return, if it returns one value. */
    static MethodSpec.Builder returning(MethodSpec.Builder spec, Method method, LocalNames names) {
        if (method.results().size() == 1) {
            spec.addStatement("return $L", names.of(method.results().get(0).variable()));
        }
        return spec;
    }

    /** Adds a call of a method's generated half; gives its result, put together from what comes back. */
    static CodeBlock called(MethodSpec.Builder spec, CodeBlock call, Method method, LocalNames names) {
        List<CodeBlock> leaves = new ArrayList<>();
        if (method.results().size() == 1) {
            Variable value = new Variable("value", method.resultType());
            spec.addStatement("$T $L = $L", Names.of(value.type()), names.declare(value), call);
            leaves.add(CodeBlock.of("$L", names.of(value)));
        } else {
            spec.addStatement(call);
            for (Method.Result result : method.results()) {
                String part = Protocol.result(method.stem(), result.part());
                leaves.add(CodeBlock.of(
                        "this.$L", Remembering.field(part, result.variable().type())));
            }
        }
        return Composing.together(method.face().result(), leaves.iterator());
    }

    /** The methods through which other generated classes get the parts of what a method has returned. */
    static List<MethodSpec> resultParts(Method method) {
        if (method.results().size() == 1) {
            return List.of();
        }
        List<MethodSpec> parts = new ArrayList<>();
        for (Method.Result result : method.results()) {
            String accessor = Protocol.result(method.stem(), result.part());
            Type type = result.variable().type();
            parts.add(MethodSpec.methodBuilder(accessor)
                    .addModifiers(Modifier.PUBLIC)
                    .addJavadoc("For generated code: a part of what {@code $L} has returned last.\n", method.name())
                    .returns(Names.of(type))
                    .addStatement("return this.$L", Remembering.field(accessor, type))
                    .build());
        }
        return parts;
    }

    /** A method that takes records as they are declared, and hands them on to the one of the same name that takes the components. */
    static MethodSpec ofWhole(Method method, String name, String javadoc, Members members) {
        LocalNames names = new LocalNames();
        MethodSpec.Builder spec = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(javadoc, members.modelName(), method.name())
                .returns(Names.of(method.face().result()));
        List<CodeBlock> leaves = new ArrayList<>();
        for (Method.Declared declared : method.face().parameters()) {
            Variable variable = new Variable(declared.name(), declared.type());
            spec.addParameters(parameters(List.of(variable), names));
            leaves.addAll(Composing.apart(declared.type(), CodeBlock.of("$L", names.of(variable))));
        }
        return spec.addStatement("return $L($L)", name, CodeBlock.join(leaves, ", "))
                .build();
    }

    /** The names of variables, separated by commas. */
    static CodeBlock arguments(List<Variable> variables, LocalNames names) {
        return variables.stream()
                .map(variable -> CodeBlock.of("$L", names.of(variable)))
                .collect(CodeBlock.joining(", "));
    }

    /** A sentence for javadoc: what a value of the type is. */
    static String noun(Type type) {
        return type instanceof Type.Matrix
                ? "a matrix of its shape"
                : type instanceof Type.ArrayOf ? "an array of its shape" : "a number";
    }
}
