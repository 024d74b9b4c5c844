package dev.gradwright.processor.lower.declare;

import com.sun.source.tree.Tree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Field;
import dev.gradwright.processor.ir.FixedMatrix;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.lower.object.Bundles;
import dev.gradwright.processor.lower.site.AlreadyRefused;
import dev.gradwright.processor.lower.site.Refusals;
import dev.gradwright.processor.lower.site.Site;
import dev.gradwright.processor.resolve.Annotations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/** The fields of the class that is read: its parameters and differentiable objects, and what else its methods use. */
public final class Fields {

    private final Site site;
    private final Map<String, Field> known = new LinkedHashMap<>();

    public Fields(Site site) {
        this.site = site;
    }

    /**
     * Enters the parameters and differentiable objects of the class, those of superclasses first, in source order; refuses one at a
     * time.
     */
    public void addParameters(Refusals refusals) {
        refusals.collect(() -> superclass().ifPresent(this::addSuperclass));
        addParameters(site.type(), refusals);
    }

    /** The object as its differentiable superclass sees it. */
    public Expression superModel(TypeElement owner) {
        return new Expression.ModelField(known.get(superName(owner)));
    }

    private void addParameters(TypeElement type, Refusals refusals) {
        superclass(type).ifPresent(parent -> addParameters(parent, refusals));
        for (VariableElement element : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (!element.getModifiers().contains(Modifier.STATIC)) {
                refusals.collect(() -> addParameter(element));
            }
        }
    }

    private void addSuperclass(TypeElement owner) {
        superclass(owner).ifPresent(this::addSuperclass);
        if (Annotations.isDifferentiable(owner)) {
            if (Annotations.isSecondOrder(site.type()) && !Annotations.isSecondOrder(owner)) {
                throw site.refuse(
                        site.type(),
                        Message.NO_SECOND_ORDER,
                        owner.getSimpleName(),
                        site.type().getSimpleName());
            }
            String name = superName(owner);
            known.put(name, new Field(name, new Type.Model(site.irTypes().name(owner)), Field.Role.SUPERMODEL, ""));
        }
    }

    /**
     * Leaves out models whose sweeps do not carry as many seeds as those of this class, for nothing is generated that could stand
     * beside them; gives the class of one.
     */
    public Optional<TypeElement> dropOfOtherSeeds() {
        List<TypeElement> dropped = new ArrayList<>();
        known.values().removeIf(field -> {
            Type type = field.type() instanceof Type.ArrayOf array ? array.element() : field.type();
            if (type instanceof Type.Model model) {
                TypeElement owner =
                        site.compiler().elements().getTypeElement(model.name().canonicalName());
                if (new SeedCounts(site).missingIn(owner).isPresent()) {
                    return dropped.add(owner);
                }
            }
            return false;
        });
        return dropped.stream().findFirst();
    }

    private Optional<TypeElement> superclass() {
        return superclass(site.type());
    }

    private static Optional<TypeElement> superclass(TypeElement type) {
        return type.getSuperclass() instanceof DeclaredType declared
                ? Optional.of((TypeElement) declared.asElement())
                : Optional.empty();
    }

    private static String superName(TypeElement owner) {
        return "as" + owner.getSimpleName();
    }

    public List<Field> all() {
        List<Field> ordered = new ArrayList<>(known.values());
        // parameters and models are part of the generated class's face, so they come first and in source order
        ordered.sort((a, b) -> Boolean.compare(a.role() == Field.Role.STATE, b.role() == Field.Role.STATE));
        return ordered;
    }

    /** The value of a field. */
    public Expression read(VariableElement element, Tree tree) {
        boolean isStatic = element.getModifiers().contains(Modifier.STATIC);
        if (isStatic) {
            return apart(readStatic(element, tree), element, tree);
        }
        return apart(new Expression.ModelField(instance(element, tree)), element, tree);
    }

    /** A record or fixed matrix in a field is taken apart where it is read, and so are the elements of an array of records. */
    private Expression apart(Expression value, VariableElement element, Tree tree) {
        Type type = value.type() instanceof Type.ArrayOf array ? array.leaf() : value.type();
        boolean isChanging = type instanceof Type.Composite composite
                && FixedMatrix.of(type).isEmpty()
                && site.compiler()
                                .elements()
                                .getTypeElement(composite.name().canonicalName())
                                .getKind()
                        != ElementKind.RECORD;
        if (isChanging) {
            throw site.refuse(tree, Message.COMPOSITE_FIELD, element.getSimpleName(), element.asType());
        }
        return Bundles.apart(value);
    }

    private void addParameter(VariableElement element) {
        Type type = site.irTypes().of(element.asType()).orElse(Type.VOID);
        String name = element.getSimpleName().toString();
        boolean isConstant = Annotations.has(element, Annotations.CONSTANT);
        if (isParameter(element)) {
            if (isConstant) {
                throw site.refuse(element, Message.INITIALIZER, name);
            }
            if (!Type.isNumeric(type) || !type.isReference()) {
                throw site.refuse(element, Message.PARAMETER_TYPE, name, element.asType());
            }
            requireUsable(element);
            requireFreeNames(name);
            add(element, type, Field.Role.PARAMETER);
        } else if (isModel(type) && !isConstant) {
            requireUsable(element);
            add(element, type, Field.Role.SUBMODEL);
        }
    }

    /** A class of second derivatives has two more fields for a parameter. */
    private void requireFreeNames(String parameter) {
        if (Annotations.isSecondOrder(site.type())) {
            for (VariableElement other : ElementFilter.fieldsIn(site.type().getEnclosedElements())) {
                String name = other.getSimpleName().toString();
                if (name.equals(parameter + "Direction") || name.equals(parameter + "Product")) {
                    throw site.refuse(other, Message.RESERVED_NAME, name);
                }
            }
        }
    }

    private Field instance(VariableElement element, Tree tree) {
        String name = element.getSimpleName().toString();
        if (!isOwn(element)) {
            TypeElement owner = (TypeElement) element.getEnclosingElement();
            throw site.refuse(tree, Message.OUTER_FIELD, name, owner.getSimpleName());
        }
        Field field = known.get(name);
        if (field != null) {
            return field;
        }
        if (isParameterOrModel(element)) {
            // it was refused when the class's parameters were entered
            throw new AlreadyRefused();
        }
        requireUsable(element, tree);
        Type type = site.irTypes()
                .of(element.asType())
                .orElseThrow(() -> site.refuse(tree, Message.UNSUPPORTED_TYPE, element.asType()));
        site.requireNameable(type, tree);
        return add(element, type, isModel(type) ? Field.Role.SUBMODEL : Field.Role.STATE);
    }

    /** Whether a field belongs to the object itself, and not to one around it. */
    private boolean isOwn(VariableElement element) {
        TypeElement type = site.type();
        while (type != null && !element.getEnclosingElement().equals(type)) {
            type = superclass(type).orElse(null);
        }
        return type != null;
    }

    private Field add(VariableElement element, Type type, Field.Role role) {
        String name = element.getSimpleName().toString();
        if (known.containsKey(name)) {
            throw site.refuse(element, Message.RESERVED_NAME, name);
        }
        Field field = new Field(name, type, role, Annotations.text(element, Annotations.SHAPE));
        known.put(name, field);
        return field;
    }

    /** Whether a derivative is taken with respect to a field; not where every differentiable method leaves it out. */
    private boolean isParameter(VariableElement element) {
        if (!Annotations.has(element, Annotations.PARAMETER)) {
            return false;
        }
        String name = element.getSimpleName().toString();
        List<Boolean> leftOut = ElementFilter.methodsIn(
                        element.getEnclosingElement().getEnclosedElements())
                .stream()
                .filter(Annotations::isDifferentiable)
                .map(method -> Annotations.leavesOut(method, name))
                .distinct()
                .toList();
        if (leftOut.size() > 1) {
            throw site.refuse(element, Message.WRT_PARAMETER, name);
        }
        return leftOut.isEmpty() || !leftOut.get(0);
    }

    private boolean isParameterOrModel(VariableElement element) {
        return isParameter(element)
                || isModel(site.irTypes().of(element.asType()).orElse(Type.VOID));
    }

    private void requireUsable(VariableElement element) {
        if (element.getModifiers().contains(Modifier.PRIVATE)) {
            throw site.refuse(element, Message.PRIVATE_FIELD, element.getSimpleName());
        } else if (!site.isReachable(element)) {
            throw site.refuse(site.type(), Message.INACCESSIBLE, element.getSimpleName(), site.packageName());
        } else if (!element.getModifiers().contains(Modifier.FINAL)) {
            throw site.refuse(element, Message.FIELD_NOT_FINAL, element.getSimpleName());
        }
    }

    private void requireUsable(VariableElement element, Tree tree) {
        if (element.getModifiers().contains(Modifier.PRIVATE)) {
            throw site.refuse(tree, Message.PRIVATE_FIELD, element.getSimpleName());
        } else if (!site.isReachable(element)) {
            throw site.refuse(tree, Message.INACCESSIBLE, element.getSimpleName(), site.packageName());
        } else if (!element.getModifiers().contains(Modifier.FINAL)) {
            throw site.refuse(tree, Message.FIELD_NOT_FINAL, element.getSimpleName());
        }
    }

    private static boolean isModel(Type type) {
        return type instanceof Type.Model
                || type instanceof Type.ArrayOf array && array.element() instanceof Type.Model;
    }

    private Expression readStatic(VariableElement element, Tree tree) {
        Type type = site.irTypes()
                .of(element.asType())
                .filter(known -> !isModel(known))
                .orElseThrow(() -> site.refuse(tree, Message.UNSUPPORTED_TYPE, element.asType()));
        site.requireNameable(type, tree);
        Object constant = element.getConstantValue();
        if (constant != null && !site.isReachable(element)) {
            return new Expression.Literal(type, constant);
        }
        if (!element.getModifiers().contains(Modifier.FINAL)) {
            throw site.refuse(tree, Message.FIELD_NOT_FINAL, element.getSimpleName());
        }
        if (!site.isReachable(element)) {
            throw site.refuse(
                    tree,
                    element.getModifiers().contains(Modifier.PRIVATE) ? Message.PRIVATE_FIELD : Message.INACCESSIBLE,
                    element.getSimpleName(),
                    site.packageName());
        }
        Element owner = element.getEnclosingElement();
        return new Expression.StaticField(
                site.irTypes().name((TypeElement) owner),
                element.getSimpleName().toString(),
                type);
    }
}
