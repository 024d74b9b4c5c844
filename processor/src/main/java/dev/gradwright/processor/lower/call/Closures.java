package dev.gradwright.processor.lower.call;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.lower.body.Body;
import dev.gradwright.processor.lower.body.ClosureSource;
import dev.gradwright.processor.lower.body.Helpers;
import dev.gradwright.processor.lower.expression.Expressions;
import dev.gradwright.processor.lower.object.Bundles;
import dev.gradwright.processor.lower.object.FunctionalInterfaces;
import dev.gradwright.processor.lower.site.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Lowers lambdas and method references where they stand, and calls of them where they have come to. */
public final class Closures {

    private final Site site;
    private final Body body;
    private final Expressions expressions;
    private final Helpers helpers;

    public Closures(Site site, Body body, Expressions expressions, Helpers helpers) {
        this.site = site;
        this.body = body;
        this.expressions = expressions;
        this.helpers = helpers;
    }

    /** A lambda or method reference: what it captures, as it is now. */
    public Expression closure(ExpressionTree tree) {
        Map<String, Expression> captured = captured(tree);
        List<Type.Part> parts = new ArrayList<>();
        captured.forEach((name, value) -> parts.add(new Type.Part(Protocol.capitalized(name), value.type())));
        ClosureSource source = new ClosureSource(tree, site, List.copyOf(captured.keySet()));
        return new Expression.Bundle(helpers.enter(source, parts), List.copyOf(captured.values()));
    }

    /** A call of a lambda through its functional interface. */
    Expression call(Tree tree, Expression closure, ExecutableElement method, List<Expression> arguments) {
        Type.Closure type = (Type.Closure) closure.type();
        Type.Opaque contract = type.contract().orElseThrow();
        FunctionalInterfaces interfaces = new FunctionalInterfaces(site);
        TypeElement owner =
                site.compiler().elements().getTypeElement(contract.name().canonicalName());
        if (!interfaces.method(owner).equals(Optional.of(method))) {
            throw site.refuse(
                    tree, Message.NOT_DIFFERENTIABLE_CALL, owner.getSimpleName() + "." + method.getSimpleName());
        }
        FunctionalInterfaces.Descriptor descriptor = interfaces
                .descriptor(contract)
                .orElseThrow(() -> site.refuse(tree, Message.UNSUPPORTED_TYPE, contract));
        List<Expression> all = new ArrayList<>(Expression.Bundle.leaves(closure));
        all.addAll(Bundles.leaves(expressions.conversions().all(descriptor.parameters(), arguments, tree)));
        Method.Key key = helpers.need(type);
        if (descriptor.result() == Type.VOID) {
            body.add(new Statement.CallHelper(List.of(), key, all, body.position()));
            return new Expression.Null(Type.VOID);
        }
        Variable result = Variable.synthetic(method.getSimpleName() + "Result", descriptor.result());
        body.add(new Statement.CallHelper(body.takenApart().leaves(result), key, all, body.position()));
        return body.read(result);
    }

    private Map<String, Expression> captured(ExpressionTree tree) {
        Map<String, Expression> captured = new LinkedHashMap<>();
        // a body that is taken apart has no object of its own to go to
        body.self().ifPresent(self -> captured.put("this", body.read(self)));
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree identifier, Void nothing) {
                String name = identifier.getName().toString();
                if (body.scope().contains(name) && !captured.containsKey(name)) {
                    captured.put(name, body.local(name));
                }
                return null;
            }
        }.scan(tree, null);
        return captured;
    }
}
