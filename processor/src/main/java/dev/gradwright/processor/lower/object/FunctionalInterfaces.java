package dev.gradwright.processor.lower.object;

import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.lower.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Interfaces with one abstract method, which lambdas implement (JLS 9.8). */
public final class FunctionalInterfaces {

    private final Site site;

    public FunctionalInterfaces(Site site) {
        this.site = site;
    }

    /** What the method of a functional interface takes and gives. */
    public record Descriptor(List<Type> parameters, Type result) {}

    /** The method of a functional interface; nothing for a type that is none. */
    public Optional<ExecutableElement> method(TypeElement type) {
        if (type.getKind() != ElementKind.INTERFACE) {
            return Optional.empty();
        }
        TypeElement object = site.compiler().elements().getTypeElement("java.lang.Object");
        List<ExecutableElement> methods =
                ElementFilter.methodsIn(site.compiler().elements().getAllMembers(type)).stream()
                        .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
                        .filter(method -> ElementFilter.methodsIn(object.getEnclosedElements()).stream()
                                .noneMatch(
                                        inherited -> site.compiler().elements().overrides(method, inherited, type)))
                        .toList();
        return methods.size() == 1 ? Optional.of(methods.get(0)) : Optional.empty();
    }

    /** Whether a lambda with so many parameters, if that is known, can stand for a value of a type. */
    public boolean fits(TypeMirror type, int arity) {
        return type instanceof DeclaredType declared
                && method((TypeElement) declared.asElement())
                        .filter(method -> arity < 0 || method.getParameters().size() == arity)
                        .isPresent();
    }

    /** What the method of a functional interface takes and gives, with its type arguments filled in. */
    public Optional<Descriptor> descriptor(Type.Opaque contract) {
        return descriptor((DeclaredType) site.irTypes().mirror(contract));
    }

    /** Whether a type is a functional interface whose method has to do with numbers that can carry a derivative. */
    boolean isNumeric(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                && descriptor((DeclaredType) type)
                        .filter(known -> known.result().carriesDerivative()
                                || known.parameters().stream().anyMatch(Type::carriesDerivative))
                        .isPresent();
    }

    /** Whether a method takes a function of numbers. */
    public boolean isTaken(ExecutableElement method) {
        return method.getParameters().stream().anyMatch(parameter -> isNumeric(parameter.asType()));
    }

    private Optional<Descriptor> descriptor(DeclaredType type) {
        return method((TypeElement) type.asElement()).flatMap(method -> {
            ExecutableType filled = (ExecutableType) site.compiler().types().asMemberOf(type, method);
            List<Type> parameters = new ArrayList<>();
            for (TypeMirror parameter : filled.getParameterTypes()) {
                site.irTypes().of(parameter).ifPresent(parameters::add);
            }
            boolean isKnown = parameters.size() == filled.getParameterTypes().size();
            return site.irTypes()
                    .of(filled.getReturnType())
                    .filter(result -> isKnown)
                    .map(result -> new Descriptor(parameters, result));
        });
    }
}
