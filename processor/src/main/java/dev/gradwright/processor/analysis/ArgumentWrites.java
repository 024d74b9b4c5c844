package dev.gradwright.processor.analysis;

import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.ir.Variable;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which methods write into an array or matrix that they are given, by themselves or by what they call. To fill a new one is no such write, even where it is what the method
 * returns and may return an argument instead.
 */
public final class ArgumentWrites {

    private ArgumentWrites() {}

    /** The methods of a unit that do. */
    public static Set<Method.Key> in(Unit unit, Aliases aliases) {
        List<Method> suspects = unit.methods().values().stream()
                .filter(method -> references(method).stream().anyMatch(aliases::isWritten))
                .toList();
        if (suspects.isEmpty()) {
            return Set.of();
        }
        CreationWrites creation = CreationWrites.in(unit);
        CallGraph calls = new CallGraph(unit);
        return suspects.stream()
                .filter(method -> references(method).stream()
                        .map(aliases::writes)
                        .flatMap(Collection::stream)
                        .anyMatch(write ->
                                !creation.contains(write.statement()) && calls.reaches(method.key(), write.method())))
                .map(Method::key)
                .collect(Collectors.toSet());
    }

    private static List<Variable> references(Method method) {
        return method.parameters().stream()
                .map(Method.Parameter::variable)
                .filter(variable -> variable.type().isReference())
                .toList();
    }
}
