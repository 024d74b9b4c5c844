package dev.gradwright.processor.emit;

import com.palantir.javapoet.MethodSpec;
import dev.gradwright.processor.derive.Facts;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Variable;
import java.util.List;

/** Prints the refusal of calls with one array in two places, where the method writes it in one and relies on it in the other. */
final class DistinctArguments {

    private final Facts facts;
    private final Method method;
    private final String name;
    private final List<Variable> references;

    DistinctArguments(Facts facts, Members members, Method method) {
        this.facts = facts;
        this.method = method;
        this.name = members.modelName() + "." + method.name();
        this.references = method.parameters().stream()
                .map(Method.Parameter::variable)
                .filter(variable ->
                        variable.type().isReference() && variable.type().carriesDerivative())
                .toList();
    }

    /** What is taken for constant must not become active by way of another argument. */
    void addConstant(MethodSpec.Builder spec, LocalNames names) {
        for (Variable written : references) {
            boolean becomesActive = facts.aliases().isChanged(written) && isVaried(written);
            for (Variable other : references) {
                if (becomesActive && !isVaried(other)) {
                    spec.addStatement("tape.requireConstant($S, $L, $L)", name, names.of(written), names.of(other));
                }
            }
        }
    }

    /** What another model is given must not be changed by way of another argument. */
    void addShared(MethodSpec.Builder spec, LocalNames names) {
        boolean isShared = facts.writesArguments(method) && facts.stability().handsOutWhatMayBeWritten();
        for (int i = 0; isShared && i < references.size(); i++) {
            for (Variable other : references.subList(i + 1, references.size())) {
                spec.addStatement(
                        "tape.requireDistinct($S, $L, $L)", name, names.of(references.get(i)), names.of(other));
            }
        }
    }

    private boolean isVaried(Variable variable) {
        return facts.activity().isVaried(variable);
    }
}
