package dev.gradwright.processor.lower.declare;

import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.lower.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;

/**
 * Differentiable methods that share a name. Those members generated for them that take their arguments share it too, and Java tells
 * them apart; so their parameters must differ once records are taken apart, and tangents are put beside what they belong to.
 */
public final class Overloadings {

    private final Site site;
    private final List<MethodSignature> known = new ArrayList<>();

    public Overloadings(Site site) {
        this.site = site;
    }

    /** Enters a method; refuses one whose generated members could not be told from those of another. */
    public void add(ExecutableElement method, MethodSignature signature) {
        Optional<String> conflict = known.stream()
                .flatMap(other -> conflict(signature, other).stream())
                .findFirst();
        known.add(signature);
        conflict.ifPresent(reason -> {
            throw site.refuse(method, Message.OVERLOADED, method.getSimpleName(), reason);
        });
    }

    private static Optional<String> conflict(MethodSignature one, MethodSignature other) {
        if (one.stem().equals(other.stem())) {
            return Optional.of("both begin with " + one.stem());
        } else if (!one.key().name().equals(other.key().name())) {
            return Optional.empty();
        }
        return shared(taken(one), taken(other)).or(() -> shared(pushed(one), pushed(other)));
    }

    private static Optional<String> shared(List<String> one, List<String> other) {
        return one.equals(other)
                ? Optional.of("both take " + (one.isEmpty() ? "nothing" : String.join(", ", one)))
                : Optional.empty();
    }

    /** The parameters of the generated forward method. */
    private static List<String> taken(MethodSignature signature) {
        return signature.leaves().stream()
                .map(leaf -> erased(leaf.variable().type()))
                .collect(Collectors.toList());
    }

    /** The parameters of the generated tangent. */
    private static List<String> pushed(MethodSignature signature) {
        List<String> types = new ArrayList<>();
        for (Method.Parameter leaf : signature.leaves()) {
            String type = erased(leaf.variable().type());
            types.add(type);
            if (leaf.isActive()) {
                types.add(type);
            }
        }
        return types;
    }

    private static String erased(Type type) {
        return type instanceof Type.ArrayOf array
                ? erased(array.element()) + "[]"
                : type instanceof Type.Opaque opaque ? opaque.name().canonicalName() : type.toString();
    }
}
