package dev.gradwright.processor.lower.expression;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.lower.body.Body;
import dev.gradwright.processor.lower.body.Operands;
import dev.gradwright.processor.lower.site.Site;
import java.util.Map;

/** Lowers assignments, compound assignments and increments (JLS 15.26, 15.14, 15.15) to variables and elements of arrays. */
public final class Assignments {

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
    private final Targets targets;

    public Assignments(Site site, Body body, Expressions expressions) {
        this.site = site;
        this.body = body;
        this.expressions = expressions;
        this.targets = new Targets(site, body, expressions);
    }

    /** {@code target = value}. */
    public Expression assign(AssignmentTree tree, boolean wantsValue) {
        Operands operands = new Operands(body);
        Target target = targets.of(tree.getVariable(), operands, tree);
        int value = operands.size();
        operands.add(() -> expressions.valueAs(target.type(), tree.getExpression()));
        return written(target, operands.get(value), wantsValue);
    }

    /** {@code target op= value}: the target is read before the value is evaluated, and the result is cast back. */
    public Expression compound(CompoundAssignmentTree tree, boolean wantsValue) {
        BinaryOperator operator = COMPOUND.get(tree.getKind());
        Operands operands = new Operands(body);
        Target target = targets.of(tree.getVariable(), operands, tree);
        int old = operands.size();
        operands.add(target::read);
        operands.add(() -> expressions.value(tree.getExpression()));
        return written(target, combined(operator, operands.get(old), operands.get(old + 1), tree), wantsValue);
    }

    /** {@code ++x}, {@code x--} and so on; a postfix operator whose value is wanted keeps the old one. */
    public Expression step(UnaryTree tree, boolean wantsValue) {
        boolean isUp = tree.getKind() == Tree.Kind.PREFIX_INCREMENT || tree.getKind() == Tree.Kind.POSTFIX_INCREMENT;
        boolean keepsOld = wantsValue
                && (tree.getKind() == Tree.Kind.POSTFIX_INCREMENT || tree.getKind() == Tree.Kind.POSTFIX_DECREMENT);
        BinaryOperator operator = isUp ? BinaryOperator.PLUS : BinaryOperator.MINUS;
        Target target = targets.of(tree.getExpression(), new Operands(body), tree);
        Expression old = target.read();
        if (keepsOld) {
            Variable before = Variable.synthetic("before", old.type());
            body.declare(before, old);
            old = new Expression.Read(before);
        }
        Expression value = combined(operator, old, new Expression.Literal(Type.INT, 1), tree);
        Expression result = written(target, value, wantsValue && !keepsOld);
        return keepsOld ? old : result;
    }

    /** Writes a value, which is that of the assignment; the place may be another one if it is looked for again after the write. */
    private Expression written(Target target, Expression value, boolean wantsValue) {
        boolean moves = wantsValue
                && Expression.Bundle.leaves(target.read()).stream()
                        .filter(Expression.Place.class::isInstance)
                        .anyMatch(place -> !place.parts().stream().allMatch(body::isStable));
        Expression result = moves ? body.held(value) : value;
        target.write(result);
        return moves ? result : target.read();
    }

    /** {@code type field = value} in the declaration of a field of an object that is being made. */
    public void initialize(Variable made, VariableTree field) {
        Target target = targets.component(made, field.getName().toString());
        target.write(expressions.valueAs(target.type(), field.getInitializer()));
    }

    /** Writes a value into an array or matrix. */
    public Expression store(Expression.Place place, Expression value) {
        body.add(new Statement.Store(place, value, body.position()));
        return place;
    }

    private Expression combined(BinaryOperator operator, Expression left, Expression right, Tree tree) {
        Expression result = new Operators(site, body, expressions).apply(operator, left, right, tree);
        return left.type() instanceof Type.Opaque
                ? expressions.conversions().to(left.type(), result, tree)
                : expressions.conversions().cast(left.type(), result, tree);
    }
}
