package dev.gradwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.List;

/** Parameter lists and argument lists. */
final class Signatures {

    private Signatures() {}

    /** Parameters, named as far as Java lets them. */
    static List<ParameterSpec> parameters(List<Variable> variables, LocalNames names) {
        return variables.stream()
                .map(variable -> ParameterSpec.builder(Names.of(variable.type()), names.declare(variable))
                        .build())
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
