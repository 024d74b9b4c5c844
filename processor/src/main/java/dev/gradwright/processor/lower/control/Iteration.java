package dev.gradwright.processor.lower.control;

import com.sun.source.tree.ExpressionTree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.lower.expression.Expressions;
import dev.gradwright.processor.lower.site.Site;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** The calls that a loop over the elements of a list or another iterable stands for (JLS 14.14.2). */
final class Iteration {

    private final Site site;
    private final Expressions expressions;

    Iteration(Site site, Expressions expressions) {
        this.site = site;
        this.expressions = expressions;
    }

    /** {@code elements.iterator()}. */
    Expression iterator(ExpressionTree tree, Expression elements) {
        if (!(elements.type() instanceof Type.Opaque)
                || !site.compiler()
                        .types()
                        .isAssignable(
                                site.irTypes().mirror(elements.type()),
                                site.compiler().types().erasure(site.named("java.lang.Iterable")))) {
            throw site.refuse(
                    tree,
                    Message.TYPE_MISMATCH,
                    elements.type(),
                    "an array or an Iterable",
                    "Loop over indices instead.");
        }
        return call(tree, elements, "iterator");
    }

    /** {@code iterator.hasNext()}. */
    Expression hasNext(ExpressionTree tree, Expression iterator) {
        return call(tree, iterator, "hasNext");
    }

    /** {@code iterator.next()}. */
    Expression next(ExpressionTree tree, Expression iterator) {
        return call(tree, iterator, "next");
    }

    private Expression call(ExpressionTree tree, Expression receiver, String name) {
        TypeElement type =
                (TypeElement) site.compiler().types().asElement(site.irTypes().mirror(receiver.type()));
        ExecutableElement method = site.members().methods(type, name, site.type()).stream()
                .filter(candidate -> candidate.getParameters().isEmpty())
                .findFirst()
                .orElseThrow();
        return expressions.inactiveCalls().method(tree, Optional.of(receiver), method, List.of(), Optional.empty());
    }
}
