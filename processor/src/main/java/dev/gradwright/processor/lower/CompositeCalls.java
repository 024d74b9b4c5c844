package dev.gradwright.processor.lower;

import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Lowers what is asked of records and small classes that are taken apart: components, methods, new objects. */
final class CompositeCalls {

    private final Site site;
    private final Expressions expressions;
    private final HelperCalls helperCalls;
    private final Composites composites;

    CompositeCalls(Site site, Expressions expressions, HelperCalls helperCalls) {
        this.site = site;
        this.expressions = expressions;
        this.helperCalls = helperCalls;
        this.composites = new Composites(site);
    }

    /** A call of a method of a value that is taken apart. */
    Expression method(Tree tree, Expression receiver, ExecutableElement method, List<Expression> arguments) {
        Type.Composite type = (Type.Composite) receiver.type();
        if (composites.isAccessor(method, type, tree)) {
            return Composites.component(receiver, method.getSimpleName().toString());
        }
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        if (!owner.equals(composites.element(type)) || !site.isFollowed(owner)) {
            throw site.refuse(tree, Message.COMPOSITE_METHOD, type + "." + method.getSimpleName(), type);
        }
        Expression value = receiver instanceof Expression.Bundle ? receiver : Composites.apart(receiver);
        List<Expression> all = new ArrayList<>(List.of(value));
        all.addAll(arguments);
        return helperCalls.call(tree, method, all);
    }

    /** {@code new Vec(x, y)}. */
    Expression object(
            NewClassTree tree, Type.Composite type, ExecutableElement constructor, List<Expression> arguments) {
        TypeElement owner = composites.element(type);
        composites.requireSource(owner, tree);
        if (owner.getKind() == ElementKind.RECORD && new Constructors(site).isPlain(constructor)) {
            List<Type> wanted = type.components().stream()
                    .map(Type.Composite.Component::type)
                    .toList();
            return new Expression.Bundle(type, expressions.conversions().all(wanted, arguments, tree));
        } else if (!site.isFollowed(owner)) {
            throw site.refuse(tree, Message.COMPOSITE_METHOD, "The constructor of " + type, type);
        }
        return helperCalls.call(tree, constructor, arguments);
    }
}
