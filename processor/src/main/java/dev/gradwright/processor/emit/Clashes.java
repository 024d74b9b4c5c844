package dev.gradwright.processor.emit;

import dev.gradwright.processor.source.MethodSpec;
import dev.gradwright.processor.source.TypeSpec;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Members of a generated class that come from names of the user's and meet members that the class has anyway. */
public final class Clashes {

    private Clashes() {}

    /** The name of a member that a class would have twice. */
    public static Optional<String> in(TypeSpec type) {
        Set<String> fields = new HashSet<>();
        Set<String> methods = new HashSet<>();
        return type.fieldSpecs().stream()
                .map(field -> field.name())
                .filter(name -> !fields.add(name))
                .findFirst()
                .or(() -> type.methodSpecs().stream()
                        .filter(method -> !methods.add(signature(method)))
                        .map(method -> method.name())
                        .findFirst());
    }

    /** What tells a method from others of a class. */
    static String signature(MethodSpec method) {
        return method.name()
                + method.parameters().stream()
                        .map(parameter -> parameter.type())
                        .toList();
    }
}
