package dev.gradwright.processor.lower.object;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.lower.site.Site;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Records and small classes, which are taken apart, as far as their declarations tell. */
public final class Composites {

    private final Site site;

    public Composites(Site site) {
        this.site = site;
    }

    /** Refuses a type that cannot stand in the signature of a method that callers can differentiate. */
    public void requireAtBorder(Type type, Element declaration) {
        List<Type.Composite> composites = new ArrayList<>();
        collect(type, composites);
        for (Type.Composite composite : composites) {
            TypeElement element = element(composite);
            boolean isPlain = composite.isWrapper()
                    || element.getKind() == ElementKind.RECORD && !new Constructors(site).changesArguments(element);
            if (!composite.isWrapper() && !isSeen(element)) {
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
        return !inArray || type != Type.BOOLEAN && canBeElement(type);
    }

    /** Whether there are arrays of a type on the tape. */
    public static boolean canBeElement(Type type) {
        return type instanceof Type.Matrix
                || type == Type.DOUBLE
                || type.isIntegral()
                || type == Type.BOOLEAN
                || type instanceof Type.Composite
                || type instanceof Type.ArrayOf;
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
    public boolean isAccessor(ExecutableElement method, Type.Composite type, Tree tree) {
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
    public void requireSeen(TypeElement type, Tree tree) {
        if (!isSeen(type)) {
            throw site.refuse(tree, Message.COMPOSITE_UNSEEN, type.getSimpleName());
        }
    }

    private boolean isSeen(TypeElement type) {
        return site.compiler().fileOf(type).isPresent() || site.compiler().isPlainRecord(type);
    }

    public TypeElement element(Type.Composite type) {
        return site.compiler().elements().getTypeElement(type.name().canonicalName());
    }
}
