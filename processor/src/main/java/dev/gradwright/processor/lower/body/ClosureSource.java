package dev.gradwright.processor.lower.body;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import dev.gradwright.processor.lower.site.Site;
import java.util.List;

/**
 * A lambda or method reference in the source.
 *
 * @param tree the {@link LambdaExpressionTree} or {@link MemberReferenceTree}
 * @param site the code that it is part of
 * @param captured the names of the local variables that it uses, {@code this} among them where that is taken apart
 */
public record ClosureSource(ExpressionTree tree, Site site, List<String> captured) {

    public ClosureSource {
        captured = List.copyOf(captured);
    }
}
