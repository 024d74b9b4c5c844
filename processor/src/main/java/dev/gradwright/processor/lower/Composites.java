package dev.gradwright.processor.lower;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.lower.MethodSignature.Declared;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Records and small classes, which are taken apart: values of their types are {@link Expression.Bundle bundles} of their components,
 * arrays of them are bundles of arrays.
 */
final class Composites {

    private final Site site;

    Composites(Site site) {
        this.site = site;
    }

    /** A parameter that is taken apart. */
    static Declared declared(Variable whole, boolean isConstant) {
        return new Declared(
                whole,
                Type.leaves(whole.type()).stream()
                        .map(leaf -> new Method.Parameter(
                                new Variable(whole.name() + leaf.suffix(), leaf.type()), isConstant, "", ""))
                        .toList());
    }

    /** What {@code this} is in a method or constructor, if its object is taken apart. */
    Optional<Declared> selfOf(ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        if (method.getModifiers().contains(Modifier.STATIC)) {
            return Optional.empty();
        }
        return site.irTypes()
                .of(owner.asType())
                .filter(type -> type instanceof Type.Composite)
                .map(type -> declared(new Variable("self", type), false));
    }

    /** A value from its leaves, which come next. */
    static Expression bundle(Type type, Iterator<Expression> leaves) {
        return Type.isTakenApart(type)
                ? new Expression.Bundle(
                        type,
                        Type.parts(type).stream()
                                .map(part -> bundle(part.type(), leaves))
                                .toList())
                : leaves.next();
    }

    /** The values with those that are taken apart replaced by their leaves. */
    static List<Expression> leaves(List<Expression> values) {
        return values.stream()
                .flatMap(value -> Expression.Bundle.leaves(value).stream())
                .toList();
    }

    /** The element of an array; of one that is taken apart, the elements of its parts. */
    static Expression element(Expression array, Expression index) {
        if (array instanceof Expression.Bundle bundle) {
            return new Expression.Bundle(
                    ((Type.ArrayOf) bundle.type()).element(),
                    bundle.parts().stream().map(part -> element(part, index)).toList());
        }
        return apart(new Expression.Element(array, index));
    }

    /** A component of a value: what it is, or the place of a field that can change. */
    static Expression component(Expression value, String name) {
        Type.Composite type = (Type.Composite) value.type();
        for (int i = 0; i < type.components().size(); i++) {
            Type.Composite.Component component = type.components().get(i);
            if (component.name().equals(name)) {
                return of(value, i, component);
            }
        }
        throw new IllegalArgumentException(type + " has no component " + name);
    }

    private static Expression of(Expression value, int index, Type.Composite.Component component) {
        if (!(value instanceof Expression.Bundle bundle)) {
            return component(value, component);
        }
        Expression part = bundle.parts().get(index);
        return component.isCell() ? element(part, Expressions.literal(0)) : part;
    }

    /** A component of a record that a field of the model holds. */
    private static Expression component(Expression record, Type.Composite.Component component) {
        return apart(new Expression.Component(record, component.name(), component.type()));
    }

    /** A record that a field of the model holds, taken apart; any other value as it is, arrays of records in fields among them. */
    static Expression apart(Expression record) {
        if (!(record.type() instanceof Type.Composite type)) {
            return record;
        }
        return new Expression.Bundle(
                type,
                type.components().stream()
                        .map(component -> component(record, component))
                        .toList());
    }

    /** An array of records that a field of the model holds, in a value or as the value; it has elements, and is no value itself. */
    static Optional<Expression> heldArray(Expression value) {
        return Expression.Bundle.leaves(value).stream()
                .filter(leaf -> Type.isTakenApart(leaf.type()))
                .findFirst();
    }

    /** Refuses a type that cannot stand in the signature of a method that callers can differentiate. */
    void requireAtBorder(Type type, Element declaration) {
        List<Type.Composite> composites = new ArrayList<>();
        collect(type, composites);
        for (Type.Composite composite : composites) {
            TypeElement element = element(composite);
            boolean isSimple = composite.equals(Type.SIMPLE_MATRIX);
            boolean isPlain = isSimple
                    || element.getKind() == ElementKind.RECORD && !new Constructors(site).changesArguments(element);
            if (!isSimple && !isSeen(element)) {
                throw site.refuse(declaration, Message.COMPOSITE_UNSEEN, composite);
            } else if (!isPlain) {
                throw site.refuse(declaration, Message.COMPOSITE_AT_BORDER, composite);
            } else if (!site.isReachable(element)) {
                throw site.refuse(declaration, Message.INACCESSIBLE, composite, site.packageName());
            }
        }
        if (!canBeComposed(type, false)) {
            throw site.refuse(declaration, Message.UNSUPPORTED_TYPE, type);
        }
    }

    /** Whether the elements of arrays of records, which users' code gives and takes, have parts that arrays can hold. */
    private static boolean canBeComposed(Type type, boolean inArray) {
        if (type instanceof Type.Composite composite) {
            return composite.components().stream().allMatch(component -> canBeComposed(component.type(), inArray));
        } else if (type instanceof Type.ArrayOf array && Type.isTakenApart(type)) {
            return !inArray && canBeComposed(array.element(), true);
        }
        return !inArray || type != Type.BOOLEAN && Allocations.canBeElement(type);
    }

    private static void collect(Type type, List<Type.Composite> found) {
        if (type instanceof Type.ArrayOf array) {
            collect(array.element(), found);
        } else if (type instanceof Type.Composite composite) {
            found.add(composite);
            composite.components().forEach(component -> collect(component.type(), found));
        }
    }

    /** Whether a method is an accessor that gives a component and does nothing else. */
    boolean isAccessor(ExecutableElement method, Type.Composite type, Tree tree) {
        TypeElement owner = element(type);
        String name = method.getSimpleName().toString();
        boolean isNamed = owner.getKind() == ElementKind.RECORD
                && method.getParameters().isEmpty()
                && type.components().stream()
                        .anyMatch(component -> component.name().equals(name));
        if (!isNamed) {
            return false;
        }
        requireSeen(owner, tree);
        MethodTree declaration = site.compiler().tree(method);
        return declaration == null || declaration.getBody() == null;
    }

    /** Refuses a class whose code is not known to do what its header says. */
    void requireSeen(TypeElement type, Tree tree) {
        if (!isSeen(type)) {
            throw site.refuse(tree, Message.COMPOSITE_UNSEEN, type.getSimpleName());
        }
    }

    private boolean isSeen(TypeElement type) {
        return site.compiler().fileOf(type).isPresent() || site.compiler().isPlainRecord(type);
    }

    TypeElement element(Type.Composite type) {
        return site.compiler().elements().getTypeElement(type.name().canonicalName());
    }
}
