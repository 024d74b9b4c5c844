package dev.gradwright.processor.emit;

import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.source.MethodSpec;
import java.util.List;

/** Prints the refusal of calls with one array in two places, where the method writes it in one and relies on it in the other. */
final class DistinctArguments {

    private final Derived derived;
    private final Method method;
    private final String name;
    private final List<Variable> references;

    DistinctArguments(Derived derived, Members members, Method method) {
        this.derived = derived;
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
            boolean becomesActive = derived.isWrittenThrough(written) && isVaried(written);
            for (Variable other : references) {
                if (becomesActive && !isVaried(other)) {
                    spec.addStatement(
                            "$T.requireConstant($S, $L, $L)", Names.SHARING, name, names.of(written), names.of(other));
                }
            }
        }
    }

    /** What another model is given must not be changed by way of another argument. */
    void addShared(MethodSpec.Builder spec, LocalNames names) {
        boolean isShared =
                derived.writesArguments(method) && derived.facts().stability().handsOutWhatMayBeWritten();
        for (int i = 0; isShared && i < references.size(); i++) {
            for (Variable other : references.subList(i + 1, references.size())) {
                spec.addStatement(
                        "$T.requireDistinct($S, $L, $L)",
                        Names.SHARING,
                        name,
                        names.of(references.get(i)),
                        names.of(other));
            }
        }
    }

    private boolean isVaried(Variable variable) {
        return derived.facts().activity().isVaried(variable);
    }
}
