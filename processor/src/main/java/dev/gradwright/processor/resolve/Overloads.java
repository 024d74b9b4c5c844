package dev.gradwright.processor.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Chooses among methods of one name (JLS 15.12.2): first by subtyping alone, then with boxing; among those that apply the most
 * specific one. Calls that need a variable number of arguments are not resolved.
 */
public final class Overloads {

    private final Types types;

    public Overloads(Types types) {
        this.types = types;
    }

    /** What was found. */
    public sealed interface Choice {

        /** One method fits best. */
        record Chosen(ExecutableElement method) implements Choice {}

        /** Several fit equally well. */
        record Ambiguous() implements Choice {}

        /** None fits. */
        record None() implements Choice {}
    }

    /** The method that a call with these argument types means. */
    public Choice choose(List<ExecutableElement> candidates, List<TypeMirror> arguments) {
        List<ExecutableElement> applicable = applicable(candidates, arguments, types::isSubtype);
        if (applicable.isEmpty()) {
            applicable = applicable(candidates, arguments, types::isAssignable);
        }
        if (applicable.isEmpty()) {
            return new Choice.None();
        }
        List<ExecutableElement> best = mostSpecific(applicable);
        return best.size() == 1 ? new Choice.Chosen(best.get(0)) : new Choice.Ambiguous();
    }

    private List<ExecutableElement> applicable(
            List<ExecutableElement> candidates, List<TypeMirror> arguments, BiPredicate<TypeMirror, TypeMirror> fits) {
        List<ExecutableElement> applicable = new ArrayList<>();
        for (ExecutableElement candidate : candidates) {
            List<? extends VariableElement> parameters = candidate.getParameters();
            boolean isApplicable = parameters.size() == arguments.size();
            for (int i = 0; isApplicable && i < arguments.size(); i++) {
                isApplicable = fits.test(arguments.get(i), parameterType(candidate, i));
            }
            if (isApplicable) {
                applicable.add(candidate);
            }
        }
        return applicable;
    }

    private List<ExecutableElement> mostSpecific(List<ExecutableElement> applicable) {
        return applicable.stream()
                .filter(method -> applicable.stream().allMatch(other -> isAsSpecific(method, other)))
                .toList();
    }

    private boolean isAsSpecific(ExecutableElement method, ExecutableElement other) {
        for (int i = 0; i < method.getParameters().size(); i++) {
            if (!types.isSubtype(parameterType(method, i), parameterType(other, i))) {
                return false;
            }
        }
        return true;
    }

    private TypeMirror parameterType(ExecutableElement method, int index) {
        return types.erasure(method.getParameters().get(index).asType());
    }
}
