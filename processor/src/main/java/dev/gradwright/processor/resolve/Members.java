package dev.gradwright.processor.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The fields and methods of classes, inherited ones included. Serves one round, as elements do. */
public final class Members {

    private final Elements elements;

    /** Noted, because the compiler gathers them anew each time that it is asked. */
    private final Map<TypeElement, Map<String, List<Element>>> ofClasses = new HashMap<>();

    public Members(Elements elements) {
        this.elements = elements;
    }

    /** The field that a name means in a class: its own before one that it inherits. */
    public Optional<VariableElement> field(TypeElement type, String name) {
        List<VariableElement> named = ElementFilter.fieldsIn(named(type, name));
        return named.stream()
                .filter(field -> field.getEnclosingElement().equals(type))
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    /** The methods of a name that code in a class may call. */
    public List<ExecutableElement> methods(TypeElement type, String name, TypeElement caller) {
        return ElementFilter.methodsIn(named(type, name)).stream()
                .filter(method -> isAccessible(method, caller))
                .toList();
    }

    /** The constructors that code in a class may call. */
    public List<ExecutableElement> constructors(TypeElement type, TypeElement caller) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> isAccessible(constructor, caller))
                .toList();
    }

    /** Whether another class of a package can name a member (protected ones count as package-private). */
    public boolean isVisibleInPackage(Element member, PackageElement from) {
        for (Element element = member;
                element.getKind() != ElementKind.PACKAGE;
                element = element.getEnclosingElement()) {
            boolean isPublic = element.getModifiers().contains(Modifier.PUBLIC)
                    || element.getEnclosingElement().getKind() == ElementKind.INTERFACE;
            boolean isPrivate = element.getModifiers().contains(Modifier.PRIVATE);
            if (isPrivate || !isPublic && !elements.getPackageOf(element).equals(from)) {
                return false;
            }
        }
        return true;
    }

    private List<Element> named(TypeElement type, String name) {
        return ofClasses.computeIfAbsent(type, this::byName).getOrDefault(name, List.of());
    }

    private Map<String, List<Element>> byName(TypeElement type) {
        Map<String, List<Element>> members = new HashMap<>();
        for (Element member : elements.getAllMembers(type)) {
            members.computeIfAbsent(member.getSimpleName().toString(), name -> new ArrayList<>())
                    .add(member);
        }
        return members;
    }

    private boolean isAccessible(ExecutableElement method, TypeElement caller) {
        if (method.getModifiers().contains(Modifier.PRIVATE)) {
            return outermost(method).equals(outermost(caller));
        }
        return method.getModifiers().contains(Modifier.PUBLIC)
                || method.getEnclosingElement().getKind() == ElementKind.INTERFACE
                || elements.getPackageOf(method).equals(elements.getPackageOf(caller));
    }

    /** The top-level class around a class or member. */
    public Element outermost(Element element) {
        Element outer = element;
        while (outer.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
            outer = outer.getEnclosingElement();
        }
        return outer;
    }
}
