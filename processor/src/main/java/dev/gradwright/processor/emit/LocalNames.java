package dev.gradwright.processor.emit;

import dev.gradwright.processor.ir.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * The names of local variables of one generated method. A variable keeps its name unless that is in scope already, is a
 * keyword or would hide one of the fields that generated code uses without {@code this}.
 */
final class LocalNames {

    private static final Set<String> RESERVED = Set.of(
            "model",
            "tape",
            "shapes",
            "Math",
            "StrictMath",
            "Arrays",
            "System",
            "Objects",
            "CommonOps_DDRM",
            "MatrixProducts",
            "DMatrixRMaj");

    private final Map<Variable, String> names = new IdentityHashMap<>();
    private final Deque<Set<String>> scopes = new ArrayDeque<>();

    LocalNames() {
        scopes.push(new HashSet<>(RESERVED));
        scopes.peek().addAll(Composing.NAMES);
    }

    /** Brings a variable into the innermost scope. */
    String declare(Variable variable) {
        String name = variable.name();
        for (int i = 2; isTaken(name); i++) {
            name = variable.name() + i;
        }
        scopes.peek().add(name);
        names.put(variable, name);
        return name;
    }

    /** The name of a variable in scope. */
    String of(Variable variable) {
        String name = names.get(variable);
        if (name == null) {
            throw new IllegalStateException(variable + " is used where it is not declared");
        }
        return name;
    }

    void enter() {
        scopes.push(new HashSet<>());
    }

    void leave() {
        scopes.pop();
    }

    private boolean isTaken(String name) {
        return SourceVersion.isKeyword(name) || scopes.stream().anyMatch(scope -> scope.contains(name));
    }
}
