package dev.gradwright.processor.lower.given;

import com.sun.source.tree.Tree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Function;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.lower.expression.Conversions;
import dev.gradwright.processor.lower.site.Site;
import dev.gradwright.processor.resolve.Annotations;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Lowers calls of functions whose author gives the derivatives, with {@code @PartialDerivatives}. */
public final class GivenFunctions {

    private final Site site;

    public GivenFunctions(Site site) {
        this.site = site;
    }

    public Expression call(Tree tree, ExecutableElement method, List<Expression> arguments, Conversions conversions) {
        Function function = function(tree, method);
        return new Expression.Apply(
                function, conversions.all(function.parameters(), arguments, tree), site.position(tree));
    }

    /** The function with its derivatives and, where second derivatives are wanted, the derivatives of these. */
    Function function(Tree tree, ExecutableElement method) {
        return function(tree, method, Annotations.isSecondOrder(site.home()) ? 2 : 1);
    }

    /** The function with its derivatives and, up to an order, the derivatives of these. */
    private Function function(Tree tree, ExecutableElement method, int order) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        String name = method.getSimpleName().toString();
        List<Type> parameters = parameters(method, tree);
        requireFunction(method, tree, name);
        List<String> names = Annotations.texts(method, Annotations.PARTIAL_DERIVATIVES);
        long wanted = parameters.stream().filter(type -> type == Type.DOUBLE).count();
        if (names.size() != wanted || names.isEmpty()) {
            throw site.refuse(tree, Message.PARTIALS_MISSING, name, wanted, names.size());
        }
        ClassRef ownerName = site.irTypes().name(owner);
        List<Function> partials = new ArrayList<>();
        for (String partial : names) {
            ExecutableElement derivative = ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                    .filter(candidate -> candidate.getSimpleName().contentEquals(partial)
                            && isFunction(candidate)
                            && parameters(candidate, tree).equals(parameters))
                    .findFirst()
                    .orElseThrow(() -> site.refuse(tree, Message.PARTIAL_UNKNOWN, name, partial, partial));
            if (order == 1) {
                partials.add(new Function(ownerName, partial, parameters, Type.DOUBLE));
            } else if (Annotations.has(derivative, Annotations.PARTIAL_DERIVATIVES)) {
                partials.add(function(tree, derivative, order - 1));
            } else {
                throw site.refuse(tree, Message.NO_SECOND_PARTIALS, name, partial);
            }
        }
        // a rule stands for the static method it is the rule of, and that is what generated code calls
        ClassRef called = new RuleTargets(site)
                .targetOf(method)
                .filter(target -> target.getModifiers().contains(Modifier.STATIC))
                .map(target -> site.irTypes().name((TypeElement) target.getEnclosingElement()))
                .orElse(ownerName);
        return new Function(called, name, parameters, Type.DOUBLE, partials);
    }

    private void requireFunction(ExecutableElement method, Tree tree, String name) {
        if (!isFunction(method)) {
            throw site.refuse(
                    tree,
                    Message.UNSUPPORTED_EXPRESSION,
                    "The call of " + name,
                    "A method with @PartialDerivatives is static, not private, and returns double.");
        }
    }

    private boolean isFunction(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.STATIC)
                && site.isReachable(method)
                && site.irTypes()
                        .of(method.getReturnType())
                        .filter(type -> type == Type.DOUBLE)
                        .isPresent();
    }

    private List<Type> parameters(ExecutableElement method, Tree tree) {
        return method.getParameters().stream()
                .map(parameter -> site.irTypes()
                        .of(parameter.asType())
                        .filter(type -> !type.isReference())
                        .orElseThrow(() -> site.refuse(tree, Message.UNSUPPORTED_TYPE, parameter.asType())))
                .toList();
    }
}
