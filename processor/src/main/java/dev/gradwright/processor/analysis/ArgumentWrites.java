package dev.gradwright.processor.analysis;

import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.ir.Variable;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Through which parameters methods write into an array or matrix that they are given, by themselves or by what they call. To fill a
 * new one is no such write, even where it is what the method returns and may return an argument instead.
 */
public final class ArgumentWrites {

    private ArgumentWrites() {}

    /** The parameters of a unit's methods that are written through. */
    public static Set<Variable> in(Unit unit, Aliases aliases) {
        Set<Variable> written = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Method> suspects = unit.methods().values().stream()
                .filter(method -> references(method).stream().anyMatch(aliases::isWritten))
                .toList();
        if (suspects.isEmpty()) {
            return written;
        }
        CreationWrites creation = CreationWrites.in(unit);
        CallGraph calls = new CallGraph(unit);
        for (Method method : suspects) {
            references(method).stream()
                    .filter(reference -> aliases.writes(reference).stream()
                            .anyMatch(write -> !creation.contains(write.statement())
                                    && calls.reaches(method.key(), write.method())))
                    .forEach(written::add);
        }
        return written;
    }

    private static List<Variable> references(Method method) {
        return method.parameters().stream()
                .map(Method.Parameter::variable)
                .filter(variable -> variable.type().isReference())
                .toList();
    }
}
