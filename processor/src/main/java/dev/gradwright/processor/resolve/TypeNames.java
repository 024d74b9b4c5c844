package dev.gradwright.processor.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The types that names mean inside a class (JLS 6.4.1 and 7.5): its own and its members', then imports, the package, java.lang. */
public final class TypeNames {

    private final Elements elements;
    private final TypeElement enclosing;
    private final List<Import> imports;

    public TypeNames(Elements elements, TypeElement enclosing, List<Import> imports) {
        this.elements = elements;
        this.enclosing = enclosing;
        this.imports = List.copyOf(imports);
    }

    /** A type by its simple or dotted name. */
    public Optional<TypeElement> find(String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return simple(name);
        }
        Optional<TypeElement> nested = simple(name.substring(0, dot));
        for (String part : name.substring(dot + 1).split("\\.")) {
            nested = nested.flatMap(outer -> member(outer, part));
        }
        return nested.or(() -> named(name));
    }

    /** The classes whose static members of a name the file imports, single imports first. */
    public List<TypeElement> staticOwners(String member) {
        List<TypeElement> owners = new ArrayList<>();
        for (Import candidate : imports) {
            if (candidate.isStatic()
                    && !candidate.onDemand()
                    && candidate.simpleName().equals(member)) {
                named(candidate.owner()).ifPresent(owners::add);
            }
        }
        for (Import candidate : imports) {
            if (candidate.isStatic() && candidate.onDemand()) {
                named(candidate.name()).ifPresent(owners::add);
            }
        }
        return owners;
    }

    private Optional<TypeElement> simple(String name) {
        for (Element outer = enclosing; outer instanceof TypeElement type; outer = outer.getEnclosingElement()) {
            if (type.getSimpleName().contentEquals(name)) {
                return Optional.of(type);
            }
            Optional<TypeElement> member = member(type, name);
            if (member.isPresent()) {
                return member;
            }
        }
        return imported(name, false)
                .or(() -> inPackage(elements.getPackageOf(enclosing), name))
                .or(() -> imported(name, true))
                .or(() -> named("java.lang." + name));
    }

    private Optional<TypeElement> imported(String name, boolean onDemand) {
        for (Import candidate : imports) {
            if (candidate.onDemand() == onDemand
                    && (onDemand || candidate.simpleName().equals(name))) {
                Optional<TypeElement> type = named(onDemand ? candidate.name() + "." + name : candidate.name());
                if (type.isPresent()) {
                    return type;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<TypeElement> inPackage(PackageElement packageElement, String name) {
        return packageElement.isUnnamed() ? named(name) : named(packageElement.getQualifiedName() + "." + name);
    }

    private Optional<TypeElement> member(TypeElement outer, String name) {
        return ElementFilter.typesIn(elements.getAllMembers(outer)).stream()
                .filter(type -> type.getSimpleName().contentEquals(name))
                .findFirst();
    }

    private Optional<TypeElement> named(String name) {
        return Optional.ofNullable(elements.getTypeElement(name));
    }
}
