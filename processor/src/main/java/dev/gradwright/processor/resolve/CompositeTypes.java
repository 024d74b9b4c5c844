package dev.gradwright.processor.resolve;

import dev.gradwright.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Which classes are taken apart into their components: records, and small classes whose code is read. */
final class CompositeTypes {

    private final IrTypes irTypes;
    private final Predicate<TypeElement> isFollowed;
    private final Set<TypeElement> open = new HashSet<>();

    CompositeTypes(IrTypes irTypes, Predicate<TypeElement> isFollowed) {
        this.irTypes = irTypes;
        this.isFollowed = isFollowed;
    }

    /** The composite that a class is; nothing for a class that carries no derivative or cannot be taken apart. */
    Optional<Type> of(TypeElement type) {
        boolean isCandidate =
                type.getTypeParameters().isEmpty() && (type.getKind() == ElementKind.RECORD || isSmallClass(type));
        // a class that contains itself has no end
        if (!isCandidate || !open.add(type)) {
            return Optional.empty();
        }
        try {
            return components(type)
                    .map(components -> new Type.Composite(irTypes.name(type), components))
                    .filter(Type.Composite::carriesDerivative)
                    .map(composite -> composite);
        } finally {
            open.remove(type);
        }
    }

    /** Whether the components of the class are being looked at, so that this would be an object that contains others like itself. */
    boolean isOpen(TypeElement type) {
        return open.contains(type);
    }

    private Optional<List<Type.Composite.Component>> components(TypeElement type) {
        List<Type.Composite.Component> components = new ArrayList<>();
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (!field.getModifiers().contains(Modifier.STATIC)) {
                Optional<Type> known = irTypes.of(field.asType());
                if (known.isEmpty() || known.get() instanceof Type.Model) {
                    return Optional.empty();
                }
                boolean isCell = !field.getModifiers().contains(Modifier.FINAL);
                String name = field.getSimpleName().toString();
                components.add(new Type.Composite.Component(name, known.get(), isCell));
            }
        }
        return Optional.of(components);
    }

    private boolean isSmallClass(TypeElement type) {
        boolean extendsNothing = type.getSuperclass().getKind() != TypeKind.NONE
                && type.getSuperclass().toString().equals("java.lang.Object")
                && type.getInterfaces().isEmpty();
        boolean isNested = type.getEnclosingElement().getKind() != ElementKind.PACKAGE;
        boolean isInner = isNested && !type.getModifiers().contains(Modifier.STATIC) && !isInInterface(type);
        return type.getKind() == ElementKind.CLASS
                && isNested
                && !isInner
                && extendsNothing
                && !type.getModifiers().contains(Modifier.ABSTRACT)
                && isFollowed.test(type);
    }

    private static boolean isInInterface(Element type) {
        return type.getEnclosingElement().getKind().isInterface();
    }
}
