package dev.gradwright.processor.lower.expression;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.FixedMatrix;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.lower.body.Body;
import dev.gradwright.processor.lower.body.Cells;
import dev.gradwright.processor.lower.body.Operands;
import dev.gradwright.processor.lower.object.Bundles;
import dev.gradwright.processor.lower.object.NotTakenApart;
import dev.gradwright.processor.lower.site.Site;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.VariableElement;

/** Finds out what an assignment writes to: a local variable, an element of an array, a field of an object that is taken apart. */
final class Targets {

    private final Site site;
    private final Body body;
    private final Expressions expressions;

    Targets(Site site, Body body, Expressions expressions) {
        this.site = site;
        this.body = body;
        this.expressions = expressions;
    }

    private record Local(Variable variable, Body body) implements Target {

        @Override
        public Type type() {
            return variable.type();
        }

        @Override
        public Expression read() {
            return body.read(variable);
        }

        @Override
        public void write(Expression value) {
            body.assign(variable, value);
        }
    }

    private record Stored(Supplier<Expression> place, Body body) implements Target {

        @Override
        public Type type() {
            return place.get().type();
        }

        @Override
        public Expression read() {
            return place.get();
        }

        @Override
        public void write(Expression value) {
            new Cells(body).store(place.get(), value);
        }
    }

    /**
     * The target that a tree means.
     *
     * @param operands gets what the target is computed from, before the value is
     * @param assignment is refused if there is no such target
     */
    Target of(ExpressionTree tree, Operands operands, Tree assignment) {
        if (tree instanceof ParenthesizedTree parenthesized) {
            return of(parenthesized.getExpression(), operands, assignment);
        } else if (tree instanceof ArrayAccessTree access) {
            Expression element = expressions.element(access, operands);
            expressions.requireApart(operands.get(0), access.getExpression());
            expressions.decideType(tree, element);
            return new Stored(() -> Bundles.element(operands.get(0), operands.get(1)), body);
        } else if (tree instanceof IdentifierTree identifier
                && body.scope().contains(identifier.getName().toString())) {
            String name = identifier.getName().toString();
            site.decideLocal(identifier, name);
            expressions.variableNames().noteType(identifier, name);
            return new Local(expressions.variableNames().assigned(name, assignment), body);
        }
        Optional<VariableElement> own =
                expressions.variableNames().field(tree).filter(expressions.variableNames()::isComponent);
        if (own.isPresent()) {
            site.decideElement(tree, own.get());
            return component(
                    body.self().orElseThrow(), own.get().getSimpleName().toString());
        } else if (tree instanceof MemberSelectTree select && isComposite(select)) {
            return ofOther(select, operands, assignment);
        }
        throw site.refuse(assignment, Message.FIELD_ASSIGNMENT, tree);
    }

    /** A component of an object that {@code this} is, or that is being made. */
    Target component(Variable object, String name) {
        List<Type.Composite.Component> components = ((Type.Composite) object.type()).components();
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i).name().equals(name) && !components.get(i).isCell()) {
                return new Local(body.takenApart().parts(object).get(i), body);
            }
        }
        return new Stored(() -> Bundles.component(body.read(object), name), body);
    }

    private Target ofOther(MemberSelectTree select, Operands operands, Tree assignment) {
        Expression object = operands.add(() -> expressions.value(select.getExpression()));
        String name = select.getIdentifier().toString();
        boolean isTakenApart = object instanceof Expression.Bundle && object.type() instanceof Type.Composite;
        if (object.type() instanceof Type.Opaque opaque) {
            throw site.refuse(assignment, Message.OBJECT_FIELD, select, opaque, new NotTakenApart(site).reason(opaque));
        } else if (!isTakenApart) {
            throw site.refuse(assignment, Message.FIELD_ASSIGNMENT, select);
        }
        Type.Composite type = (Type.Composite) object.type();
        boolean isCell = type.components().stream()
                .anyMatch(component -> component.name().equals(name) && component.isCell());
        boolean isEntry =
                FixedMatrix.of(type).isPresent() && Bundles.component(object, name) instanceof Expression.Place;
        if (!isCell && !isEntry) {
            throw site.refuse(assignment, Message.FIELD_ASSIGNMENT, select);
        }
        site.members()
                .field(site.compiler().elements().getTypeElement(type.name().canonicalName()), name)
                .ifPresent(field -> site.decideElement(select, field));
        return new Stored(() -> Bundles.component(operands.get(0), name), body);
    }

    /** Whether a field is selected from an expression, and not from a class or {@code this}. */
    private boolean isComposite(MemberSelectTree select) {
        return !Site.isThis(select.getExpression())
                && expressions
                        .variableNames()
                        .typePrefix(select.getExpression())
                        .isEmpty();
    }
}
