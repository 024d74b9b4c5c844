package dev.gradwright.processor.lower.control;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where control can go from a statement, read off its tree (JLS 14.22). */
final class Flow {

    private Flow() {}

    /** Whether control can reach the end of a statement. */
    static boolean completes(StatementTree tree) {
        if (tree instanceof ReturnTree
                || tree instanceof ThrowTree
                || tree instanceof BreakTree
                || tree instanceof ContinueTree
                || tree instanceof YieldTree) {
            return false;
        } else if (tree instanceof BlockTree block) {
            return completes(block.getStatements());
        } else if (tree instanceof IfTree choice) {
            return choice.getElseStatement() == null
                    || completes(choice.getThenStatement())
                    || completes(choice.getElseStatement());
        } else if (tree instanceof LabeledStatementTree labeled) {
            return completes(labeled.getStatement())
                    || exits(labeled.getStatement()).contains(Exit.breaking(labeled.getLabel()));
        } else if (tree instanceof TryTree attempt) {
            return completes(attempt.getBlock())
                    || attempt.getCatches().stream().anyMatch(handler -> completes(handler.getBlock()));
        } else if (tree instanceof SwitchTree choice) {
            return completes(choice);
        } else if (tree instanceof WhileLoopTree loop) {
            return !isTrue(loop.getCondition()) || breaks(loop.getStatement());
        } else if (tree instanceof DoWhileLoopTree loop) {
            return !isTrue(loop.getCondition()) || breaks(loop.getStatement());
        } else if (tree instanceof ForLoopTree loop) {
            return loop.getCondition() != null && !isTrue(loop.getCondition()) || breaks(loop.getStatement());
        }
        return true;
    }

    /** Whether control can reach the end of some statements. */
    static boolean completes(List<? extends StatementTree> trees) {
        return trees.stream().allMatch(Flow::completes);
    }

    /** How control can leave a statement; what a loop or switch inside it catches does not count. */
    static Set<Exit> exits(Tree tree) {
        Set<Exit> exits = new TreeSet<>();
        new ExitScanner(exits).scan(tree, null);
        return exits;
    }

    /** How control can leave any of some statements. */
    static Set<Exit> exits(List<? extends Tree> trees) {
        Set<Exit> exits = new TreeSet<>();
        trees.forEach(tree -> exits.addAll(exits(tree)));
        return exits;
    }

    private static boolean completes(SwitchTree tree) {
        List<? extends CaseTree> cases = tree.getCases();
        boolean hasDefault = cases.stream().anyMatch(CaseLabels::isDefault);
        if (!hasDefault || cases.stream().anyMatch(Flow::breaks)) {
            return true;
        }
        if (cases.get(0).getCaseKind() == CaseTree.CaseKind.RULE) {
            return cases.stream().anyMatch(Flow::ruleCompletes);
        }
        return completes(cases.get(cases.size() - 1).getStatements());
    }

    private static boolean ruleCompletes(CaseTree rule) {
        return !(rule.getBody() instanceof StatementTree body) || completes(body);
    }

    private static boolean breaks(Tree body) {
        return exits(body).contains(Exit.BREAK);
    }

    private static boolean isTrue(ExpressionTree condition) {
        if (condition instanceof ParenthesizedTree parenthesized) {
            return isTrue(parenthesized.getExpression());
        }
        return condition instanceof LiteralTree literal && Boolean.TRUE.equals(literal.getValue());
    }

    private static final class ExitScanner extends TreeScanner<Void, Void> {

        private static final List<Exit> LOOP = List.of(Exit.BREAK, Exit.CONTINUE);

        private final Set<Exit> exits;

        ExitScanner(Set<Exit> exits) {
            this.exits = exits;
        }

        @Override
        public Void visitReturn(ReturnTree tree, Void nothing) {
            exits.add(Exit.RETURN);
            return super.visitReturn(tree, nothing);
        }

        @Override
        public Void visitYield(YieldTree tree, Void nothing) {
            exits.add(Exit.YIELD);
            return super.visitYield(tree, nothing);
        }

        @Override
        public Void visitBreak(BreakTree tree, Void nothing) {
            exits.add(Exit.breaking(tree.getLabel()));
            return null;
        }

        @Override
        public Void visitContinue(ContinueTree tree, Void nothing) {
            exits.add(Exit.continuing(tree.getLabel()));
            return null;
        }

        @Override
        public Void visitWhileLoop(WhileLoopTree tree, Void nothing) {
            return without(LOOP, List.of(tree.getCondition(), tree.getStatement()));
        }

        @Override
        public Void visitDoWhileLoop(DoWhileLoopTree tree, Void nothing) {
            return without(LOOP, List.of(tree.getStatement(), tree.getCondition()));
        }

        @Override
        public Void visitForLoop(ForLoopTree tree, Void nothing) {
            return without(LOOP, List.of(tree.getStatement()));
        }

        @Override
        public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void nothing) {
            return without(LOOP, List.of(tree.getStatement()));
        }

        @Override
        public Void visitSwitch(SwitchTree tree, Void nothing) {
            return without(List.of(Exit.BREAK), tree.getCases());
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
            // nothing but yield and throw may leave a switch that is an expression
            return null;
        }

        @Override
        public Void visitLabeledStatement(LabeledStatementTree tree, Void nothing) {
            List<Exit> caught = List.of(Exit.breaking(tree.getLabel()), Exit.continuing(tree.getLabel()));
            return without(caught, List.of(tree.getStatement()));
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree tree, Void nothing) {
            return null;
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            return null;
        }

        private Void without(List<Exit> caught, List<? extends Tree> parts) {
            Set<Exit> inner = exits(parts);
            caught.forEach(inner::remove);
            exits.addAll(inner);
            return null;
        }
    }
}
