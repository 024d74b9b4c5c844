package dev.gradwright.processor.lower.control;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expression.UnaryOperator;
import dev.gradwright.processor.ir.Statement.Inactive;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.lower.body.Body;
import dev.gradwright.processor.lower.expression.Expressions;
import dev.gradwright.processor.lower.site.Site;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Lowers the selector of a switch, and its labels to comparisons with it. */
final class SwitchLabels {

    private final Site site;
    private final Body body;
    private final Expressions expressions;

    SwitchLabels(Site site, Body body, Expressions expressions) {
        this.site = site;
        this.body = body;
        this.expressions = expressions;
    }

    /** The selector, evaluated once; null is refused at run time as Java does. */
    Expression selector(ExpressionTree tree, List<SwitchGroup> groups) {
        Expression given = expressions.value(inner(tree));
        Expression value = expressions.conversions().operand(given);
        boolean isEnum = enumOf(value.type()).isPresent();
        if (value.type() != Type.INT && value.type() != Type.STRING && !isEnum) {
            throw site.refuse(
                    tree,
                    Message.UNSUPPORTED_EXPRESSION,
                    "A switch on " + given.type(),
                    "Switch on an int, a String or an enum, or use if and else.");
        }
        boolean isBoxed = given.type() instanceof Type.Opaque && !isEnum;
        Expression selected = body.isStable(value) && !isBoxed ? value : kept(value);
        boolean hasLabels = groups.stream()
                .flatMap(group -> group.cases().stream())
                .anyMatch(label -> !label.getExpressions().isEmpty());
        if (isEnum || !hasLabels && (isBoxed || value.type() == Type.STRING)) {
            Inactive check = new Inactive.StaticMethod(ClassRef.of("java.util", "Objects"), "requireNonNull");
            expressions.inactiveCalls().call(Type.VOID, check, List.of(isBoxed ? given : selected), true, "");
        }
        return selected;
    }

    /** That the selector is one of the labels of some groups. */
    Expression anyOf(Expression selected, List<SwitchGroup> groups) {
        return comparisons(selected, groups).orElse(new Expression.Literal(Type.BOOLEAN, false));
    }

    /** That the selector is none of the labels. */
    Expression noneOf(Expression selected, List<SwitchGroup> groups) {
        return comparisons(selected, groups)
                .<Expression>map(any -> new Expression.Unary(UnaryOperator.NOT, any))
                .orElse(new Expression.Literal(Type.BOOLEAN, true));
    }

    /** {@code left || right}. */
    static Expression either(Expression left, Expression right) {
        return new Expression.Binary(Type.BOOLEAN, BinaryOperator.CONDITIONAL_OR, left, right);
    }

    private Optional<Expression> comparisons(Expression selected, List<SwitchGroup> groups) {
        return groups.stream()
                .flatMap(group -> group.cases().stream())
                .flatMap(label -> labels(label).stream())
                .map(label -> comparison(selected, label))
                .reduce(SwitchLabels::either);
    }

    private List<? extends ExpressionTree> labels(CaseTree tree) {
        if (CaseLabels.hasPattern(tree)
                || tree.getExpressions().stream().anyMatch(label -> label.getKind() == Tree.Kind.NULL_LITERAL)) {
            throw site.refuse(
                    tree, Message.UNSUPPORTED_EXPRESSION, "A pattern or null as a label", "Use if and instanceof.");
        }
        return tree.getExpressions();
    }

    private Expression comparison(Expression selected, ExpressionTree label) {
        Optional<TypeElement> type = enumOf(selected.type());
        if (type.isPresent()) {
            return new Expression.Binary(
                    Type.BOOLEAN, BinaryOperator.EQUAL, selected, constant(type.get(), selected.type(), label));
        }
        Expression value = expressions.conversions().operand(expressions.value(label));
        return value.type() == Type.STRING
                ? new Expression.SameText(selected, value)
                : new Expression.Binary(Type.BOOLEAN, BinaryOperator.EQUAL, selected, value);
    }

    private Expression constant(TypeElement type, Type known, ExpressionTree label) {
        String name = label instanceof MemberSelectTree select
                ? select.getIdentifier().toString()
                : ((IdentifierTree) label).getName().toString();
        VariableElement field = site.members()
                .field(type, name)
                .orElseThrow(() -> site.refuse(label, Message.UNKNOWN_NAME, name, "There is no such constant."));
        site.decideElement(label, field);
        return new Expression.StaticField(site.irTypes().name(type), name, known);
    }

    private Optional<TypeElement> enumOf(Type type) {
        return type instanceof Type.Opaque opaque
                ? Optional.of(site.compiler()
                                .elements()
                                .getTypeElement(opaque.name().canonicalName()))
                        .filter(element -> element.getKind() == ElementKind.ENUM)
                : Optional.empty();
    }

    private Expression kept(Expression value) {
        Variable kept = Variable.synthetic("selector", value.type());
        if (!body.names(value, kept)) {
            body.declare(kept, value);
        }
        return new Expression.Read(kept);
    }

    private static ExpressionTree inner(ExpressionTree tree) {
        return tree instanceof ParenthesizedTree parenthesized ? inner(parenthesized.getExpression()) : tree;
    }
}
