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
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Which classes are taken apart into their components: records, and small classes whose code is read. */
final class CompositeTypes {

    /** How deep classes may be nested in each other's type arguments; one that is nested in its own has no end. */
    private static final int DEEPEST = 8;

    private final IrTypes irTypes;
    private final Types types;
    private final Predicate<TypeElement> isFollowed;
    private final Set<String> open = new HashSet<>();

    CompositeTypes(IrTypes irTypes, Types types, Predicate<TypeElement> isFollowed) {
        this.irTypes = irTypes;
        this.types = types;
        this.isFollowed = isFollowed;
    }

    /** The composite that a class is; nothing for a class that carries no derivative or cannot be taken apart. */
    Optional<Type> of(DeclaredType mirror) {
        TypeElement type = (TypeElement) mirror.asElement();
        boolean isRaw =
                mirror.getTypeArguments().size() != type.getTypeParameters().size();
        boolean hasWildcard =
                mirror.getTypeArguments().stream().anyMatch(argument -> argument.getKind() == TypeKind.WILDCARD);
        boolean isCandidate = !isRaw && !hasWildcard && (type.getKind() == ElementKind.RECORD || isSmallClass(type));
        // a class that contains itself has no end
        if (!isCandidate || open.size() >= DEEPEST || !open.add(mirror.toString())) {
            return Optional.empty();
        }
        try {
            return irTypes.arguments(mirror)
                    .flatMap(arguments -> components(mirror)
                            .map(components -> new Type.Composite(irTypes.name(type), arguments, components)))
                    .filter(Type.Composite::carriesDerivative)
                    .map(composite -> composite);
        } finally {
            open.remove(mirror.toString());
        }
    }

    /** Whether the components of the class are being looked at, so that this would be an object that contains others like itself. */
    boolean isOpen(DeclaredType mirror) {
        return open.contains(mirror.toString());
    }

    private Optional<List<Type.Composite.Component>> components(DeclaredType mirror) {
        TypeElement type = (TypeElement) mirror.asElement();
        List<Type.Composite.Component> components = new ArrayList<>();
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (!field.getModifiers().contains(Modifier.STATIC)) {
                Optional<Type> known = component(mirror, field);
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

    /** The type of a component; a number that is in an object only because a type argument cannot be {@code double} is a number. */
    private Optional<Type> component(DeclaredType mirror, VariableElement field) {
        Optional<Type> type = irTypes.of(types.asMemberOf(mirror, field));
        return field.asType().getKind() == TypeKind.TYPEVAR
                ? type.map(known -> known.equals(IrTypes.BOXED_DOUBLE) ? Type.DOUBLE : known)
                : type;
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
