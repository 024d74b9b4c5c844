package dev.gradwright.processor.lower.control;

import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import dev.gradwright.processor.lower.site.AssignedNames;
import java.util.Optional;

/**
 * The index of a loop that counts: declared in the loop, changed by a constant after each iteration and by nothing else.
 *
 * @param index its declaration
 * @param step the constant, not zero
 */
record Counting(VariableTree index, long step) {

    static Optional<Counting> of(ForLoopTree tree) {
        if (tree.getInitializer().size() != 1
                || tree.getUpdate().size() != 1
                || !(tree.getInitializer().get(0) instanceof VariableTree index)
                || !(index.getType() instanceof PrimitiveTypeTree)
                || index.getInitializer() == null) {
            return Optional.empty();
        }
        String name = index.getName().toString();
        ExpressionStatementTree update = tree.getUpdate().get(0);
        return step(update.getExpression(), name)
                .filter(step -> step != 0)
                .filter(step -> !assigns(tree.getStatement(), name) && !assigns(tree.getCondition(), name))
                .map(step -> new Counting(index, step));
    }

    private static Optional<Long> step(ExpressionTree update, String name) {
        if (update instanceof UnaryTree unary && isNamed(unary.getExpression(), name)) {
            return switch (unary.getKind()) {
                case PREFIX_INCREMENT, POSTFIX_INCREMENT -> Optional.of(1L);
                case PREFIX_DECREMENT, POSTFIX_DECREMENT -> Optional.of(-1L);
                default -> Optional.empty();
            };
        } else if (update instanceof CompoundAssignmentTree change
                && isNamed(change.getVariable(), name)
                && change.getExpression() instanceof LiteralTree literal
                && literal.getValue() instanceof Integer step) {
            return switch (change.getKind()) {
                case PLUS_ASSIGNMENT -> Optional.of(step.longValue());
                case MINUS_ASSIGNMENT -> Optional.of(-step.longValue());
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }

    private static boolean isNamed(Tree tree, String name) {
        return tree instanceof IdentifierTree identifier && identifier.getName().contentEquals(name);
    }

    private static boolean assigns(Tree tree, String name) {
        return AssignedNames.in(tree).contains(name);
    }
}
