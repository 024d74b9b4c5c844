package dev.gradwright.processor.lower.call;

import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.lower.expression.Expressions;
import dev.gradwright.processor.lower.object.Bundles;
import dev.gradwright.processor.lower.object.Composites;
import dev.gradwright.processor.lower.object.Constructors;
import dev.gradwright.processor.lower.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Lowers what is asked of records and small classes that are taken apart: components, methods, new objects. */
final class CompositeCalls {

    private final Site site;
    private final Expressions expressions;
    private final HelperCalls helperCalls;
    private final LibraryCalls libraryCalls;
    private final Composites composites;

    CompositeCalls(Site site, Expressions expressions, HelperCalls helperCalls, LibraryCalls libraryCalls) {
        this.site = site;
        this.expressions = expressions;
        this.helperCalls = helperCalls;
        this.libraryCalls = libraryCalls;
        this.composites = new Composites(site);
    }

    /** A call of a method of a value that is taken apart. */
    Expression method(
            Tree tree,
            Expression receiver,
            ExecutableElement called,
            List<Expression> arguments,
            Optional<Type> wanted) {
        Type.Composite type = (Type.Composite) receiver.type();
        if (type.isWrapper()) {
            return libraryCalls.onWrapper(tree, called, receiver, arguments);
        }
        ExecutableElement method = implementation(called, composites.element(type));
        if (composites.isAccessor(method, type, tree)) {
            return Bundles.component(receiver, method.getSimpleName().toString());
        }
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        if (!owner.equals(composites.element(type)) || !site.isFollowed(owner)) {
            throw site.refuse(tree, Message.COMPOSITE_METHOD, type + "." + method.getSimpleName(), type);
        }
        Expression value = receiver instanceof Expression.Bundle ? receiver : Bundles.apart(receiver);
        expressions.requireApart(value, tree);
        List<Expression> all = new ArrayList<>(List.of(value));
        all.addAll(arguments);
        return helperCalls.call(tree, method, all, wanted);
    }

    /** The method of the class itself that a method of a supertype means, as its objects are never of another class. */
    private ExecutableElement implementation(ExecutableElement method, TypeElement owner) {
        return ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .filter(candidate -> site.compiler().elements().overrides(candidate, method, owner))
                .findFirst()
                .orElse(method);
    }

    /** {@code new Vec(x, y)}. */
    Expression object(
            NewClassTree tree, Type.Composite type, ExecutableElement constructor, List<Expression> arguments) {
        if (type.isWrapper()) {
            return libraryCalls.newWrapper(tree, type, constructor, arguments);
        }
        TypeElement owner = composites.element(type);
        composites.requireSeen(owner, tree);
        if (owner.getKind() == ElementKind.RECORD && new Constructors(site).isPlain(constructor)) {
            List<Type> wanted = type.components().stream()
                    .map(Type.Composite.Component::type)
                    .toList();
            return new Expression.Bundle(type, expressions.conversions().all(wanted, arguments, tree));
        } else if (!site.isFollowed(owner)) {
            throw site.refuse(tree, Message.COMPOSITE_METHOD, "The constructor of " + type, type);
        }
        return helperCalls.make(tree, constructor, arguments, type);
    }
}
