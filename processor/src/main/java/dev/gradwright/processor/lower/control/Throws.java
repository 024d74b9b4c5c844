package dev.gradwright.processor.lower.control;

import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.lower.body.Body;
import dev.gradwright.processor.lower.body.Operands;
import dev.gradwright.processor.lower.expression.Expressions;
import dev.gradwright.processor.lower.site.Site;
import java.util.List;
import javax.lang.model.element.TypeElement;

/** Lowers {@code throw new SomeException(arguments)}. */
final class Throws {

    private final Site site;
    private final Body body;
    private final Expressions expressions;

    Throws(Site site, Body body, Expressions expressions) {
        this.site = site;
        this.body = body;
        this.expressions = expressions;
    }

    void lower(ThrowTree tree) {
        if (!(tree.getExpression() instanceof NewClassTree exception) || exception.getClassBody() != null) {
            throw site.refuse(
                    tree, Message.UNSUPPORTED_STATEMENT, "This throw", "Write throw new SomeException(message).");
        }
        TypeElement type = site.classNamed(exception.getIdentifier())
                .orElseThrow(() -> site.refuse(
                        exception, Message.UNKNOWN_NAME, exception.getIdentifier(), "There is no such exception."));
        requireUnchecked(type, exception);
        Operands operands = new Operands(body);
        exception.getArguments().forEach(argument -> operands.add(() -> expressions.value(argument)));
        List<Expression> arguments = operands.all();
        body.add(new Statement.Throw(site.irTypes().name(type), arguments, body.position()));
    }

    private void requireUnchecked(TypeElement type, NewClassTree tree) {
        if (site.isChecked(type.asType())) {
            throw site.refuse(tree, Message.CHECKED_EXCEPTION, type.getSimpleName());
        } else if (!site.isReachable(type)) {
            throw site.refuse(tree, Message.INACCESSIBLE, type.getSimpleName(), site.packageName());
        }
    }
}
