package dev.gradwright.processor.lower.expression;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.Tree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.lower.body.Body;
import dev.gradwright.processor.lower.site.Site;

/**
 * Lowers {@code instanceof}. The variable of a pattern is no variable here: its name stands for the tested value, cast. The compiler sees
 * to it that it is used only where the test has held.
 */
public final class TypeTests {

    private final Site site;
    private final Body body;
    private final Expressions expressions;

    public TypeTests(Site site, Body body, Expressions expressions) {
        this.site = site;
        this.body = body;
        this.expressions = expressions;
    }

    public Expression test(InstanceOfTree tree) {
        Expression operand = body.held(expressions.value(tree.getExpression()));
        requireObject(operand.type(), tree);
        if (tree.getPattern() == null) {
            return new Expression.InstanceOf(operand, tested(tree.getType()));
        }
        if (!(tree.getPattern() instanceof BindingPatternTree pattern)) {
            throw site.refuse(
                    tree,
                    Message.UNSUPPORTED_EXPRESSION,
                    "A pattern that takes a value apart",
                    "Ask for the type alone.");
        }
        Type type = tested(pattern.getVariable().getType());
        if (expressions.variableNames().isField(pattern.getVariable().getName().toString())) {
            throw site.refuse(
                    tree,
                    Message.UNSUPPORTED_EXPRESSION,
                    "A pattern whose variable has the name of a field",
                    "Call the variable otherwise.");
        }
        body.scope()
                .alias(
                        pattern.getVariable().getName().toString(),
                        operand.type().equals(type) ? operand : new Expression.Cast(type, operand, false),
                        body.statementDepth());
        return new Expression.InstanceOf(operand, type);
    }

    private Type tested(Tree tree) {
        Type type = site.typeOf(tree);
        requireObject(type, tree);
        return type;
    }

    private void requireObject(Type type, Tree tree) {
        if (type != Type.STRING && !(type instanceof Type.Opaque)) {
            throw site.refuse(
                    tree,
                    Message.UNSUPPORTED_EXPRESSION,
                    "instanceof with " + type,
                    "It is for objects that no derivative flows through.");
        }
    }
}
