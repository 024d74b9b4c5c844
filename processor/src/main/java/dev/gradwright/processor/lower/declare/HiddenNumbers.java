package dev.gradwright.processor.lower.declare;

import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.lower.site.Site;
import dev.gradwright.processor.resolve.IrTypes;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Whether an object that no derivative flows through holds numbers of which a caller may expect one: in its fields, or as the elements
 * of a list or the like. Classes of the Java library are known by their type arguments alone.
 */
final class HiddenNumbers {

    private static final String DRAWS = "java.util.random.RandomGenerator";

    private final Site site;
    private final Set<String> seen = new HashSet<>();

    HiddenNumbers(Site site) {
        this.site = site;
    }

    /** Whether values of a type hold numbers. */
    boolean in(TypeMirror mirror) {
        if (mirror instanceof ArrayType array) {
            return in(array.getComponentType());
        }
        return mirror instanceof DeclaredType declared && seen.add(mirror.toString()) && isHolding(declared);
    }

    private boolean isHolding(DeclaredType declared) {
        TypeElement type = (TypeElement) declared.asElement();
        boolean isInert = type.getKind() == ElementKind.ENUM || isSourceOfDraws(declared);
        return !isInert
                && (type.getQualifiedName().contentEquals("java.lang.Number")
                        || declared.getTypeArguments().stream().anyMatch(this::isNumberOrHolds)
                        || !isOfLibrary(type) && hasNumberField(type));
    }

    private boolean hasNumberField(TypeElement type) {
        boolean isInherited = type.getSuperclass() instanceof DeclaredType parent
                && !isOfLibrary((TypeElement) parent.asElement())
                && hasNumberField((TypeElement) parent.asElement());
        return isInherited
                || ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                        .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                        .anyMatch(field -> isNumberOrHolds(field.asType()));
    }

    private boolean isNumberOrHolds(TypeMirror mirror) {
        return site.irTypes()
                        .of(mirror)
                        .filter(type -> type.carriesDerivative() && !(type instanceof Type.Model)
                                || type.equals(IrTypes.BOXED_DOUBLE))
                        .isPresent()
                || in(mirror);
    }

    private boolean isSourceOfDraws(TypeMirror mirror) {
        return site.compiler().types().isSubtype(mirror, site.named(DRAWS));
    }

    private static boolean isOfLibrary(TypeElement type) {
        String name = type.getQualifiedName().toString();
        return name.startsWith("java.") || name.startsWith("javax.");
    }
}
