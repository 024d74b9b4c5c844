package dev.gradwright.processor.lower.call;

import com.sun.source.tree.Tree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.lower.body.Body;
import dev.gradwright.processor.lower.body.Helpers;
import dev.gradwright.processor.lower.expression.Expressions;
import dev.gradwright.processor.lower.object.Bundles;
import dev.gradwright.processor.lower.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Lowers calls of methods whose bodies are read too. */
final class HelperCalls {

    private final Site site;
    private final Body body;
    private final Expressions expressions;
    private final Helpers helpers;

    HelperCalls(Site site, Body body, Expressions expressions, Helpers helpers) {
        this.site = site;
        this.body = body;
        this.expressions = expressions;
        this.helpers = helpers;
    }

    /**
     * A call of a method or constructor.
     *
     * @param given what it takes, the object first where that is taken apart
     * @param wanted what its value is wanted as, if that is known
     */
    Expression call(Tree tree, ExecutableElement method, List<Expression> given, Optional<Type> wanted) {
        return call(tree, method, given, TypeArguments.ofCall(site, tree, method, given, wanted));
    }

    /** A call of a constructor. */
    Expression make(Tree tree, ExecutableElement constructor, List<Expression> given, Type.Composite made) {
        TypeElement owner = (TypeElement) constructor.getEnclosingElement();
        return call(tree, constructor, given, TypeArguments.ofObject(owner, made));
    }

    private Expression call(Tree tree, ExecutableElement method, List<Expression> given, Map<Element, Type> bindings) {
        Site callee = site.with(bindings);
        List<Expression> arguments = withContracts(tree, method, given, callee);
        int first = arguments.size() - method.getParameters().size();
        Method.Key key = helpers.need(
                method,
                arguments.subList(first, arguments.size()).stream()
                        .map(Expression::type)
                        .toList(),
                bindings);
        List<Expression> converted = Bundles.leaves(expressions.conversions().all(key.parameters(), arguments, tree));
        boolean isMade = method.getKind() == ElementKind.CONSTRUCTOR;
        Type type = callee.irTypes()
                .of(isMade ? method.getEnclosingElement().asType() : method.getReturnType())
                .orElseThrow(() -> site.refuse(tree, Message.UNSUPPORTED_TYPE, method.getReturnType()));
        if (type == Type.VOID) {
            body.add(new Statement.CallHelper(List.of(), key, converted, body.position()));
            return new Expression.Null(Type.VOID);
        }
        Variable result = Variable.synthetic(isMade ? "made" : key.name() + "Result", type);
        body.add(new Statement.CallHelper(body.takenApart().leaves(result), key, converted, body.position()));
        return body.read(result);
    }

    /** The arguments, with lambdas among them known to implement the functional interfaces of the parameters. */
    private List<Expression> withContracts(Tree tree, ExecutableElement method, List<Expression> given, Site callee) {
        List<Expression> arguments = new ArrayList<>(given);
        int first = arguments.size() - method.getParameters().size();
        for (int i = first; i < arguments.size(); i++) {
            if (arguments.get(i).type() instanceof Type.Closure) {
                VariableElement parameter = method.getParameters().get(i - first);
                Type wanted = callee.irTypes()
                        .of(parameter.asType())
                        .orElseThrow(() -> site.refuse(tree, Message.UNSUPPORTED_TYPE, parameter.asType()));
                arguments.set(i, expressions.conversions().to(wanted, arguments.get(i), tree));
            }
        }
        return arguments;
    }
}
