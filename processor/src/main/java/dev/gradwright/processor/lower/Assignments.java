package dev.gradwright.processor.lower;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.Map;

/** Lowers assignments, compound assignments and increments (JLS 15.26, 15.14, 15.15) to variables and elements of arrays. */
final class Assignments {

    private static final Map<Tree.Kind, BinaryOperator> COMPOUND = Map.ofEntries(
            Map.entry(Tree.Kind.PLUS_ASSIGNMENT, BinaryOperator.PLUS),
            Map.entry(Tree.Kind.MINUS_ASSIGNMENT, BinaryOperator.MINUS),
            Map.entry(Tree.Kind.MULTIPLY_ASSIGNMENT, BinaryOperator.TIMES),
            Map.entry(Tree.Kind.DIVIDE_ASSIGNMENT, BinaryOperator.DIVIDE),
            Map.entry(Tree.Kind.REMAINDER_ASSIGNMENT, BinaryOperator.REMAINDER),
            Map.entry(Tree.Kind.LEFT_SHIFT_ASSIGNMENT, BinaryOperator.SHIFT_LEFT),
            Map.entry(Tree.Kind.RIGHT_SHIFT_ASSIGNMENT, BinaryOperator.SHIFT_RIGHT),
            Map.entry(Tree.Kind.UNSIGNED_RIGHT_SHIFT_ASSIGNMENT, BinaryOperator.SHIFT_RIGHT_UNSIGNED),
            Map.entry(Tree.Kind.AND_ASSIGNMENT, BinaryOperator.AND),
            Map.entry(Tree.Kind.XOR_ASSIGNMENT, BinaryOperator.XOR),
            Map.entry(Tree.Kind.OR_ASSIGNMENT, BinaryOperator.OR));

    private final Site site;
    private final Body body;
    private final Expressions expressions;

    Assignments(Site site, Body body, Expressions expressions) {
        this.site = site;
        this.body = body;
        this.expressions = expressions;
    }

    /** Whether a unary operator is an increment or decrement. */
    static boolean changesOperand(UnaryTree tree) {
        return switch (tree.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            default -> false;
        };
    }

    /** {@code target = value}. */
    Expression assign(AssignmentTree tree) {
        ExpressionTree target = target(tree.getVariable());
        if (target instanceof ArrayAccessTree access) {
            Operands operands = new Operands(body);
            Expression.Place place = expressions.element(access, operands);
            operands.add(() -> expressions.valueAs(place.type(), tree.getExpression()));
            Expression.Place kept = new Expression.Element(operands.get(0), operands.get(1));
            site.decideType(target, kept.type());
            return store(kept, operands.get(2));
        }
        Variable variable = variable(target, tree);
        Expression value = expressions.valueAs(variable.type(), tree.getExpression());
        body.assign(variable, value);
        return new Expression.Read(variable);
    }

    /** {@code target op= value}: the target is read before the value is evaluated, and the result is cast back. */
    Expression compound(CompoundAssignmentTree tree) {
        BinaryOperator operator = COMPOUND.get(tree.getKind());
        ExpressionTree target = target(tree.getVariable());
        Operands operands = new Operands(body);
        if (target instanceof ArrayAccessTree access) {
            expressions.element(access, operands);
            operands.add(() -> new Expression.Element(operands.get(0), operands.get(1)));
            site.decideType(target, operands.get(2).type());
            operands.add(() -> expressions.value(tree.getExpression()));
            Expression.Place place = new Expression.Element(operands.get(0), operands.get(1));
            return store(place, combined(operator, operands.get(2), operands.get(3), tree));
        }
        Variable variable = variable(target, tree);
        operands.add(() -> new Expression.Read(variable));
        operands.add(() -> expressions.value(tree.getExpression()));
        body.assign(variable, combined(operator, operands.get(0), operands.get(1), tree));
        return new Expression.Read(variable);
    }

    /** {@code ++x}, {@code x--} and so on; a postfix operator whose value is wanted keeps the old one. */
    Expression step(UnaryTree tree, boolean wantsValue) {
        boolean isUp = tree.getKind() == Tree.Kind.PREFIX_INCREMENT || tree.getKind() == Tree.Kind.POSTFIX_INCREMENT;
        boolean keepsOld = wantsValue
                && (tree.getKind() == Tree.Kind.POSTFIX_INCREMENT || tree.getKind() == Tree.Kind.POSTFIX_DECREMENT);
        BinaryOperator operator = isUp ? BinaryOperator.PLUS : BinaryOperator.MINUS;
        ExpressionTree target = target(tree.getExpression());
        Expression place = target instanceof ArrayAccessTree access
                ? expressions.element(access)
                : new Expression.Read(variable(target, tree));
        Expression old = place;
        if (keepsOld) {
            Variable before = Variable.synthetic("before", place.type());
            body.declare(before, place);
            old = new Expression.Read(before);
        }
        Expression value = combined(operator, old, new Expression.Literal(Type.INT, 1), tree);
        if (place instanceof Expression.Place element) {
            site.decideType(target, place.type());
            store(element, value);
        } else {
            body.assign(((Expression.Read) place).variable(), value);
        }
        return keepsOld ? old : place;
    }

    /** Writes a value into an array or matrix. */
    Expression store(Expression.Place place, Expression value) {
        body.add(new Statement.Store(place, value, body.position()));
        return place;
    }

    private Expression combined(BinaryOperator operator, Expression left, Expression right, Tree tree) {
        Expression result = new Operators(site, body, expressions).apply(operator, left, right, tree);
        return left.type() instanceof Type.Opaque
                ? expressions.conversions().to(left.type(), result, tree)
                : expressions.conversions().cast(left.type(), result, tree);
    }

    private Variable variable(ExpressionTree target, Tree assignment) {
        if (target instanceof IdentifierTree identifier) {
            String name = identifier.getName().toString();
            if (body.scope().contains(name)) {
                site.decideLocal(identifier, name);
                Expression local = expressions.variableNames().local(name);
                if (local instanceof Expression.Read read) {
                    return read.variable();
                }
                throw site.refuse(
                        assignment,
                        Message.UNSUPPORTED_EXPRESSION,
                        "An assignment to " + name + ", the variable of a pattern,",
                        "Declare a variable of its own.");
            }
        }
        throw site.refuse(assignment, Message.FIELD_ASSIGNMENT, target);
    }

    private static ExpressionTree target(ExpressionTree tree) {
        return tree instanceof ParenthesizedTree parenthesized ? target(parenthesized.getExpression()) : tree;
    }
}
