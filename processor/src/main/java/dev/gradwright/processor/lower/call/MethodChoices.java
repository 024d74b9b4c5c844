package dev.gradwright.processor.lower.call;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.lower.body.Body;
import dev.gradwright.processor.lower.object.FunctionalInterfaces;
import dev.gradwright.processor.lower.site.Site;
import dev.gradwright.processor.resolve.Overloads.Choice;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** Chooses the method that a call means by the arguments as they have been lowered. */
final class MethodChoices {

    private final Site site;
    private final Body body;

    MethodChoices(Site site, Body body) {
        this.site = site;
        this.body = body;
    }

    /** The method that is meant; refuses a call that means none, or several. */
    Choice.Chosen choose(
            Tree tree,
            List<ExecutableElement> candidates,
            List<Expression> arguments,
            List<TypeMirror> types,
            String name) {
        Choice choice = site.overloads().choose(fitting(candidates, arguments), types);
        if (choice instanceof Choice.Chosen chosen) {
            return chosen;
        } else if (choice instanceof Choice.Ambiguous) {
            throw site.refuse(tree, Message.AMBIGUOUS_METHOD, name);
        }
        String given = arguments.stream()
                .map(argument -> argument.type().toString())
                .toList()
                .toString();
        throw site.refuse(tree, Message.UNKNOWN_METHOD, name, "They are " + given + ".");
    }

    /** Those of some methods whose parameters fit the lambdas among the arguments. */
    private List<ExecutableElement> fitting(List<ExecutableElement> candidates, List<Expression> arguments) {
        FunctionalInterfaces interfaces = new FunctionalInterfaces(site);
        return candidates.stream()
                .filter(candidate -> {
                    boolean fits = true;
                    for (int i = 0; fits && i < arguments.size(); i++) {
                        if (arguments.get(i).type() instanceof Type.Closure closure
                                && closure.contract().isEmpty()) {
                            fits = i < candidate.getParameters().size()
                                    && interfaces.fits(
                                            candidate.getParameters().get(i).asType(), closure.arity());
                        }
                    }
                    return fits;
                })
                .toList();
    }

    /** The types of values. */
    List<TypeMirror> types(List<Expression> arguments) {
        return arguments.stream().map(site::mirror).toList();
    }

    /** The types that the compiler gives to arguments. */
    List<TypeMirror> types(List<? extends ExpressionTree> trees, List<Expression> arguments) {
        List<TypeMirror> mirrors = new ArrayList<>(types(arguments));
        for (int i = 0; i < mirrors.size(); i++) {
            mirrors.set(i, body.staticTypes().of(trees.get(i)).orElse(mirrors.get(i)));
        }
        return mirrors;
    }
}
