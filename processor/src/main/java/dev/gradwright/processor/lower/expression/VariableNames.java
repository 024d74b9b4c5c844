package dev.gradwright.processor.lower.expression;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.Dimension;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.lower.body.Body;
import dev.gradwright.processor.lower.declare.Fields;
import dev.gradwright.processor.lower.object.Bundles;
import dev.gradwright.processor.lower.site.AlreadyRefused;
import dev.gradwright.processor.lower.site.Site;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Lowers names of variables and fields (JLS 6.5.6): locals, then fields of the class and those around it, then static imports. */
public final class VariableNames {

    private final Site site;
    private final Fields fields;
    private final Body body;
    private final Expressions expressions;

    public VariableNames(Site site, Fields fields, Body body, Expressions expressions) {
        this.site = site;
        this.fields = fields;
        this.body = body;
        this.expressions = expressions;
    }

    public Expression identifier(IdentifierTree tree) {
        String name = tree.getName().toString();
        if (body.scope().contains(name)) {
            site.decideLocal(tree, name);
            noteType(tree, name);
            return body.local(name);
        }
        if (name.equals("this") && body.self().isPresent()) {
            return body.read(body.self().get());
        } else if (name.equals("this")) {
            throw site.refuse(
                    tree, Message.UNSUPPORTED_EXPRESSION, "this as a value", "Call the object's methods directly.");
        }
        VariableElement field = field(name)
                .orElseThrow(
                        () -> site.refuse(tree, Message.UNKNOWN_NAME, name, "Declare it in this class or method."));
        site.decideElement(tree, field);
        return read(field, tree);
    }

    /** Notes what a local variable is declared as, where its name stands. */
    void noteType(IdentifierTree tree, String name) {
        body.scope()
                .variable(name)
                .flatMap(body.staticTypes()::of)
                .ifPresent(type -> body.staticTypes().note(tree, type));
    }

    public Expression select(MemberSelectTree tree) {
        String name = tree.getIdentifier().toString();
        if (Site.isThis(tree.getExpression()) || Site.isSuper(tree.getExpression())) {
            VariableElement field = site.members()
                    .field(site.type(), name)
                    .orElseThrow(
                            () -> site.refuse(tree, Message.UNKNOWN_NAME, "this." + name, "There is no such field."));
            site.decideElement(tree, field);
            return read(field, tree);
        }
        Optional<TypeElement> owner = typePrefix(tree.getExpression());
        if (owner.isPresent()) {
            VariableElement field = site.members()
                    .field(owner.get(), name)
                    .orElseThrow(() -> site.refuse(tree, Message.UNKNOWN_NAME, tree, "There is no such field."));
            site.decideElement(tree, field);
            return fields.read(field, tree);
        }
        return member(expressions.owner(tree.getExpression()), name, tree);
    }

    /** The value of a field; of a component, where {@code this} is taken apart. */
    private Expression read(VariableElement field, Tree tree) {
        if (!isComponent(field)) {
            return fields.read(field, tree);
        }
        if (site.isGeneric()) {
            body.staticTypes().note(tree, field.asType());
        }
        return Bundles.component(
                body.read(body.self().orElseThrow()), field.getSimpleName().toString());
    }

    /** Whether a field is a component of {@code this}, which is taken apart. */
    boolean isComponent(VariableElement field) {
        return body.self().isPresent()
                && field.getEnclosingElement().equals(site.type())
                && !field.getModifiers().contains(Modifier.STATIC);
    }

    /** The field that a name or {@code this.name} means where it means no local variable. */
    Optional<VariableElement> field(Tree tree) {
        if (tree instanceof IdentifierTree identifier
                && !body.scope().contains(identifier.getName().toString())) {
            return field(identifier.getName().toString());
        } else if (tree instanceof MemberSelectTree select && Site.isThis(select.getExpression())) {
            return site.members().field(site.type(), select.getIdentifier().toString());
        }
        return Optional.empty();
    }

    /** The local variable that a name means where it is assigned to. */
    Variable assigned(String name, Tree assignment) {
        Expression meaning = body.scope().find(name).orElseThrow(AlreadyRefused::new);
        if (meaning instanceof Expression.Read read) {
            return read.variable();
        }
        throw site.refuse(
                assignment,
                Message.UNSUPPORTED_EXPRESSION,
                "An assignment to " + name + ", the variable of a pattern,",
                "Declare a variable of its own.");
    }

    /** The class that a prefix names, where it names no variable (JLS 6.5.2). */
    public Optional<TypeElement> typePrefix(ExpressionTree prefix) {
        Tree root = prefix;
        while (root instanceof MemberSelectTree select) {
            root = select.getExpression();
        }
        if (!(root instanceof IdentifierTree identifier)) {
            return Optional.empty();
        }
        String name = identifier.getName().toString();
        boolean isVariable = name.equals("this")
                || name.equals("super")
                || body.scope().contains(name)
                || field(name).isPresent();
        return isVariable ? Optional.empty() : site.classNamed(prefix);
    }

    /** Whether a name means a field where it means no local variable. */
    boolean isField(String name) {
        return field(name).isPresent();
    }

    private Optional<VariableElement> field(String name) {
        for (Element outer = site.type(); outer instanceof TypeElement type; outer = outer.getEnclosingElement()) {
            Optional<VariableElement> field = site.members().field(type, name);
            if (field.isPresent()) {
                return field;
            }
        }
        return site.names().staticOwners(name).stream()
                .flatMap(owner -> site.members().field(owner, name).stream())
                .findFirst();
    }

    private Expression component(Expression target, Type.Composite type, String name, MemberSelectTree tree) {
        TypeElement owner =
                site.compiler().elements().getTypeElement(type.name().canonicalName());
        VariableElement field = site.members()
                .field(owner, name)
                .orElseThrow(() -> site.refuse(tree, Message.UNKNOWN_NAME, tree, "There is no such field."));
        site.decideElement(tree, field);
        if (!type.arguments().isEmpty()) {
            TypeMirror object = body.staticTypes()
                    .of(tree.getExpression())
                    .orElseGet(() -> site.irTypes().mirror(type));
            body.staticTypes().note(tree, site.compiler().types().asMemberOf((DeclaredType) object, field));
        }
        return field.getModifiers().contains(Modifier.STATIC)
                ? fields.read(field, tree)
                : Bundles.component(target, name);
    }

    private Expression member(Expression target, String name, MemberSelectTree tree) {
        if (target.type() instanceof Type.ArrayOf && name.equals("length")) {
            return new Expression.Length(Expression.Bundle.leaves(target).get(0));
        } else if (target.type() instanceof Type.Composite composite) {
            return component(target, composite, name, tree);
        } else if (target.type() instanceof Type.Matrix) {
            return switch (name) {
                case "numRows" -> new Expression.Extent(target, Dimension.ROWS);
                case "numCols" -> new Expression.Extent(target, Dimension.COLUMNS);
                case "data" -> new Expression.Data(target);
                default -> throw site.refuse(tree, Message.UNKNOWN_NAME, tree, "Use numRows, numCols or data.");
            };
        } else if (target.type() instanceof Type.Model model) {
            throw site.refuse(
                    tree,
                    Message.UNSUPPORTED_EXPRESSION,
                    "A field of another object",
                    "Add a @Differentiable method to " + model + " that does what is needed.");
        }
        if (target.type() instanceof Type.Opaque opaque) {
            TypeElement owner =
                    site.compiler().elements().getTypeElement(opaque.name().canonicalName());
            Optional<VariableElement> field = site.members().field(owner, name);
            if (field.isPresent()) {
                site.decideElement(tree, field.get());
                return expressions.inactiveCalls().field(tree, target, field.get());
            }
        }
        throw site.refuse(tree, Message.UNKNOWN_NAME, tree, "There is no such field.");
    }
}
