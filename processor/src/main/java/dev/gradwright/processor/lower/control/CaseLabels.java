package dev.gradwright.processor.lower.control;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Set;

/**
 * What kinds of labels a case has. Compilers after the oldest we run on know more kinds than that one's interface can tell apart, so they
 * are told by name.
 */
final class CaseLabels extends TreeScanner<Void, Void> {

    private final Set<String> kinds = new HashSet<>();

    private CaseLabels() {}

    /** Whether the case is taken when no other is. */
    static boolean isDefault(CaseTree tree) {
        return of(tree).contains("DEFAULT_CASE_LABEL") || tree.getExpressions().isEmpty() && !hasPattern(tree);
    }

    /** Whether the case asks for a type or takes a value apart. */
    static boolean hasPattern(CaseTree tree) {
        return of(tree).contains("PATTERN_CASE_LABEL");
    }

    private static Set<String> of(CaseTree tree) {
        CaseLabels labels = new CaseLabels();
        labels.visitCase(tree, null);
        return labels.kinds;
    }

    @Override
    public Void scan(Tree tree, Void nothing) {
        if (tree != null) {
            kinds.add(tree.getKind().name());
        }
        // only what is directly inside the case is a label of it
        return null;
    }
}
