package dev.gradwright.processor.lower.control;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The statements of a switch that belong to one set of labels.
 *
 * @param cases the cases that have the labels; all but the last are empty
 * @param statements what happens, without a break at its end
 * @param value for a rule {@code label -> value}, the value
 * @param fallsThrough whether control can go on into the next group
 */
record SwitchGroup(
        List<CaseTree> cases, List<StatementTree> statements, Optional<ExpressionTree> value, boolean fallsThrough) {

    /** The groups of a switch, in source order. */
    static List<SwitchGroup> of(List<? extends CaseTree> cases) {
        List<SwitchGroup> groups = new ArrayList<>();
        List<CaseTree> open = new ArrayList<>();
        for (CaseTree tree : cases) {
            open.add(tree);
            boolean isRule = tree.getCaseKind() == CaseTree.CaseKind.RULE;
            boolean isLast = tree == cases.get(cases.size() - 1);
            if (isRule || isLast || !tree.getStatements().isEmpty()) {
                groups.add(of(List.copyOf(open), tree, isRule));
                open.clear();
            }
        }
        return groups;
    }

    private static SwitchGroup of(List<CaseTree> labels, CaseTree tree, boolean isRule) {
        if (isRule && tree.getBody() instanceof ExpressionTree value) {
            return new SwitchGroup(labels, List.of(), Optional.of(value), false);
        }
        List<StatementTree> statements = new ArrayList<>();
        for (Tree statement : Switches.statements(tree)) {
            statements.add((StatementTree) statement);
        }
        return new SwitchGroup(labels, statements, Optional.empty(), !isRule && Flow.completes(tree.getStatements()));
    }

    boolean isDefault() {
        return cases.stream().anyMatch(CaseLabels::isDefault);
    }
}
