package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.List;
import java.util.Optional;

/**
 * A method that a random program may call.
 *
 * @param name how a call begins, which may name an object too
 * @param needsObject whether it is an instance method of the program's class
 * @param result the type of what it returns and the group where that belongs, empty for nothing
 */
record Helper(String name, boolean needsObject, Optional<Var> result, List<Var> parameters) {

    boolean gives(Kind kind) {
        return result.filter(type -> type.kind() == kind).isPresent();
    }

    boolean gives(Var type) {
        return result.filter(type::isLike).isPresent();
    }

    Helper named(String other) {
        return new Helper(other, needsObject, result, parameters);
    }

    /** The type that its declaration begins with. */
    static String type(Optional<Var> result) {
        return result.map(Var::type).orElse("void");
    }
}
