package dev.gradwright.processor.resolve;

import java.util.List;
import java.util.function.BiPredicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Chooses among methods of one name (JLS 15.12.2): first by subtyping alone, then with boxing; among those that apply the most
 * specific one; last with a variable number of arguments.
 */
public final class Overloads {

    private final Types types;

    public Overloads(Types types) {
        this.types = types;
    }

    /** What was found. */
    public sealed interface Choice {

        /** One method fits best; if {@code isSpread}, by taking the last arguments as the elements of an array. */
        record Chosen(ExecutableElement method, boolean isSpread) implements Choice {}

        /** Several fit equally well. */
        record Ambiguous() implements Choice {}

        /** None fits. */
        record None() implements Choice {}
    }

    /** The method that a call with these argument types means. */
    public Choice choose(List<ExecutableElement> candidates, List<TypeMirror> arguments) {
        List<Choice> phases = List.of(
                best(candidates, arguments, false, types::isSubtype),
                best(candidates, arguments, false, types::isAssignable),
                best(candidates, arguments, true, types::isAssignable));
        return phases.stream()
                .filter(choice -> !(choice instanceof Choice.None))
                .findFirst()
                .orElse(new Choice.None());
    }

    private Choice best(
            List<ExecutableElement> candidates,
            List<TypeMirror> arguments,
            boolean isSpread,
            BiPredicate<TypeMirror, TypeMirror> fits) {
        List<ExecutableElement> applicable = candidates.stream()
                .filter(candidate -> isApplicable(candidate, arguments, isSpread, fits))
                .toList();
        if (applicable.isEmpty()) {
            return new Choice.None();
        }
        int count = Math.max(
                arguments.size(),
                applicable.stream()
                        .mapToInt(method -> method.getParameters().size())
                        .max()
                        .orElse(0));
        List<ExecutableElement> best = applicable.stream()
                .filter(method -> applicable.stream().allMatch(other -> isAsSpecific(method, other, count, isSpread)))
                .toList();
        // several are left only where their parameters are the same: declarations of one method in several supertypes
        boolean isOne = best.size() == 1 || !best.isEmpty() && isInherited(best);
        return isOne ? new Choice.Chosen(best.get(0), isSpread) : new Choice.Ambiguous();
    }

    private boolean isInherited(List<ExecutableElement> methods) {
        return methods.stream().allMatch(method -> method.getModifiers().contains(Modifier.ABSTRACT));
    }

    private boolean isApplicable(
            ExecutableElement candidate,
            List<TypeMirror> arguments,
            boolean isSpread,
            BiPredicate<TypeMirror, TypeMirror> fits) {
        int size = candidate.getParameters().size();
        if (isSpread ? !candidate.isVarArgs() || arguments.size() < size - 1 : size != arguments.size()) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (!fits.test(arguments.get(i), parameterType(candidate, i, isSpread))) {
                return false;
            }
        }
        return true;
    }

    private boolean isAsSpecific(ExecutableElement method, ExecutableElement other, int count, boolean isSpread) {
        for (int i = 0; i < count; i++) {
            if (!types.isSubtype(parameterType(method, i, isSpread), parameterType(other, i, isSpread))) {
                return false;
            }
        }
        return true;
    }

    private TypeMirror parameterType(ExecutableElement method, int index, boolean isSpread) {
        List<? extends VariableElement> parameters = method.getParameters();
        int last = parameters.size() - 1;
        if (isSpread && index >= last) {
            return types.erasure(((ArrayType) parameters.get(last).asType()).getComponentType());
        }
        return types.erasure(parameters.get(index).asType());
    }
}
