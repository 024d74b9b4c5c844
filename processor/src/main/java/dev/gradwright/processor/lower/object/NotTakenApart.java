package dev.gradwright.processor.lower.object;

import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.lower.site.Site;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Why objects of a class are not taken apart, as those of small classes are, and what would help. */
public final class NotTakenApart {

    private final Site site;

    public NotTakenApart(Site site) {
        this.site = site;
    }

    public String reason(Type.Opaque type) {
        TypeElement element =
                site.compiler().elements().getTypeElement(type.name().canonicalName());
        boolean extendsSomething = !element.getSuperclass().toString().equals("java.lang.Object")
                || !element.getInterfaces().isEmpty();
        if (!site.isFollowed(element)) {
            return "it is declared in another file. Nest it in this class, as a static class";
        } else if (containsItself(element)) {
            return "it contains objects like itself. Keep the numbers of all objects in arrays, and indices in place of references";
        } else if (extendsSomething) {
            return "it extends or implements another type. Make it a class of its own";
        }
        return "it is no static nested class whose fields are numbers, arrays, matrices, and objects of such classes. Make it one";
    }

    private static boolean containsItself(TypeElement type) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                .map(field -> leaf(field.asType()))
                .anyMatch(field -> field.toString().equals(type.asType().toString()));
    }

    private static TypeMirror leaf(TypeMirror type) {
        return type instanceof ArrayType array ? leaf(array.getComponentType()) : type;
    }
}
