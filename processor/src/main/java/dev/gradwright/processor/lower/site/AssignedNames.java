package dev.gradwright.processor.lower.site;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of variables that some code assigns to after their declaration. */
public final class AssignedNames extends TreeScanner<Void, Void> {

    private final Set<String> names = new HashSet<>();

    private AssignedNames() {}

    public static Set<String> in(List<? extends Tree> trees) {
        AssignedNames scanner = new AssignedNames();
        scanner.scan(trees, null);
        return scanner.names;
    }

    public static Set<String> in(Tree tree) {
        AssignedNames scanner = new AssignedNames();
        scanner.scan(tree, null);
        return scanner.names;
    }

    /** Whether a unary operator is an increment or decrement. */
    public static boolean changesOperand(UnaryTree tree) {
        return switch (tree.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            default -> false;
        };
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void nothing) {
        add(tree.getVariable());
        return super.visitAssignment(tree, nothing);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void nothing) {
        add(tree.getVariable());
        return super.visitCompoundAssignment(tree, nothing);
    }

    @Override
    public Void visitUnary(UnaryTree tree, Void nothing) {
        if (changesOperand(tree)) {
            add(tree.getExpression());
        }
        return super.visitUnary(tree, nothing);
    }

    private void add(ExpressionTree target) {
        if (target instanceof ParenthesizedTree parenthesized) {
            add(parenthesized.getExpression());
        } else if (target instanceof IdentifierTree identifier) {
            names.add(identifier.getName().toString());
        }
    }
}
