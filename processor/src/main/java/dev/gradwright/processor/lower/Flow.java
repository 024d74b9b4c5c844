package dev.gradwright.processor.lower;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where control can go from a statement, read off its tree (JLS 14.22). */
final class Flow {

    /** Ways to leave a statement other than by its end. */
    enum Exit {
        BREAK,
        CONTINUE,
        RETURN
    }

    private Flow() {}

    /** Whether control can reach the end of a statement. */
    static boolean completes(StatementTree tree) {
        if (tree instanceof ReturnTree
                || tree instanceof ThrowTree
                || tree instanceof BreakTree
                || tree instanceof ContinueTree) {
            return false;
        } else if (tree instanceof BlockTree block) {
            return block.getStatements().stream().allMatch(Flow::completes);
        } else if (tree instanceof IfTree choice) {
            return choice.getElseStatement() == null
                    || completes(choice.getThenStatement())
                    || completes(choice.getElseStatement());
        } else if (tree instanceof WhileLoopTree loop) {
            return !isTrue(loop.getCondition()) || breaks(loop.getStatement());
        } else if (tree instanceof DoWhileLoopTree loop) {
            return !isTrue(loop.getCondition()) || breaks(loop.getStatement());
        } else if (tree instanceof ForLoopTree loop) {
            return loop.getCondition() != null && !isTrue(loop.getCondition()) || breaks(loop.getStatement());
        }
        return true;
    }

    /** How control can leave a statement; what a loop inside it catches does not count. */
    static Set<Exit> exits(Tree tree) {
        Set<Exit> exits = EnumSet.noneOf(Exit.class);
        new ExitScanner(exits).scan(tree, false);
        return exits;
    }

    /** How control can leave any of some statements. */
    static Set<Exit> exits(List<? extends Tree> trees) {
        Set<Exit> exits = EnumSet.noneOf(Exit.class);
        trees.forEach(tree -> exits.addAll(exits(tree)));
        return exits;
    }

    private static boolean breaks(StatementTree body) {
        return exits(body).contains(Exit.BREAK);
    }

    private static boolean isTrue(ExpressionTree condition) {
        if (condition instanceof ParenthesizedTree parenthesized) {
            return isTrue(parenthesized.getExpression());
        }
        return condition instanceof LiteralTree literal && Boolean.TRUE.equals(literal.getValue());
    }

    private static final class ExitScanner extends TreeScanner<Void, Boolean> {

        private final Set<Exit> exits;

        ExitScanner(Set<Exit> exits) {
            this.exits = exits;
        }

        @Override
        public Void visitReturn(ReturnTree tree, Boolean inLoop) {
            exits.add(Exit.RETURN);
            return null;
        }

        @Override
        public Void visitBreak(BreakTree tree, Boolean inLoop) {
            if (!inLoop) {
                exits.add(Exit.BREAK);
            }
            return null;
        }

        @Override
        public Void visitContinue(ContinueTree tree, Boolean inLoop) {
            if (!inLoop) {
                exits.add(Exit.CONTINUE);
            }
            return null;
        }

        @Override
        public Void visitWhileLoop(WhileLoopTree tree, Boolean inLoop) {
            return super.visitWhileLoop(tree, true);
        }

        @Override
        public Void visitDoWhileLoop(DoWhileLoopTree tree, Boolean inLoop) {
            return super.visitDoWhileLoop(tree, true);
        }

        @Override
        public Void visitForLoop(ForLoopTree tree, Boolean inLoop) {
            return super.visitForLoop(tree, true);
        }

        @Override
        public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Boolean inLoop) {
            return super.visitEnhancedForLoop(tree, true);
        }
    }
}
