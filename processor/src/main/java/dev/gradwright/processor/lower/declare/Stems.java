package dev.gradwright.processor.lower.declare;

import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.lower.object.FunctionalInterfaces;
import dev.gradwright.processor.lower.site.Site;
import dev.gradwright.processor.resolve.Annotations;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * What the names of members generated for a differentiable method begin with: its name, or {@code normOfDoubleArray} if several
 * differentiable methods of the class are called {@code norm}. A method that implements one of a differentiable interface is called
 * as it is there. So names follow from declarations alone, for callers in other classes and jars too.
 */
public final class Stems {

    private final Site site;

    public Stems(Site site) {
        this.site = site;
    }

    /** The stem of a differentiable method. */
    public String of(ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        return implemented(method, owner, owner).map(this::of).orElseGet(() -> own(method, owner));
    }

    private String own(ExecutableElement method, TypeElement owner) {
        String name = method.getSimpleName().toString();
        long sharing = ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .filter(other -> other.getSimpleName().contentEquals(name))
                .filter(other -> Annotations.isDifferentiable(other) && !new FunctionalInterfaces(site).isTaken(other))
                .count();
        if (sharing < 2) {
            return name;
        }
        return name + "Of"
                + (method.getParameters().isEmpty()
                        ? "Nothing"
                        : method.getParameters().stream()
                                .map(parameter -> word(site.compiler().types().erasure(parameter.asType())))
                                .collect(Collectors.joining("And")));
    }

    private static String word(TypeMirror erased) {
        if (erased instanceof ArrayType array) {
            return word(array.getComponentType()) + "Array";
        }
        return Protocol.capitalized(
                erased instanceof DeclaredType declared
                        ? declared.asElement().getSimpleName().toString()
                        : erased.toString());
    }

    /** The method of a differentiable interface that a method implements. */
    private Optional<ExecutableElement> implemented(ExecutableElement method, TypeElement owner, TypeElement type) {
        return site.compiler().types().directSupertypes(type.asType()).stream()
                .map(supertype -> (TypeElement) ((DeclaredType) supertype).asElement())
                .flatMap(supertype -> Optional.of(supertype)
                        .filter(element -> element.getKind() == ElementKind.INTERFACE)
                        .flatMap(element -> ElementFilter.methodsIn(element.getEnclosedElements()).stream()
                                .filter(Annotations::isDifferentiable)
                                .filter(wanted -> site.compiler().elements().overrides(method, wanted, owner))
                                .findFirst())
                        .or(() -> implemented(method, owner, supertype))
                        .stream())
                .findFirst();
    }
}
