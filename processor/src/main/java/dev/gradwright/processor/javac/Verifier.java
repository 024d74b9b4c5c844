package dev.gradwright.processor.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.gradwright.processor.diagnostic.Diagnostic;
import dev.gradwright.processor.diagnostic.Message;
import dev.gradwright.processor.diagnostic.Reporter;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Compares what we took each expression for with what the compiler takes it for, once it has attributed a class. A wrong
 * resolution so becomes an error and never a wrong gradient.
 */
final class Verifier implements TaskListener {

    private static final String GENERATED = "dev.gradwright.GeneratedGradient";

    private final Trees trees;
    private final Types types;
    private final Decisions decisions;
    private final Reporter reporter;

    Verifier(Trees trees, Types types, Decisions decisions, Reporter reporter) {
        this.trees = trees;
        this.types = types;
        this.decisions = decisions;
        this.reporter = reporter;
    }

    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.ANALYZE
                && event.getCompilationUnit() != null
                && !decisions.isEmpty()
                && !isGenerated(event.getTypeElement())) {
            CompilationUnitTree unit = event.getCompilationUnit();
            new Comparison(new SourceFile(unit, trees.getSourcePositions())).scan(unit, null);
        }
    }

    /** Most code of a compilation is what we have generated, and of that nothing has been resolved. */
    private static boolean isGenerated(TypeElement type) {
        return type != null
                && type.getAnnotationMirrors().stream()
                        .anyMatch(
                                mirror -> mirror.getAnnotationType().toString().equals(GENERATED));
    }

    private final class Comparison extends TreePathScanner<Void, Void> {

        private final SourceFile file;

        Comparison(SourceFile file) {
            this.file = file;
        }

        @Override
        public Void scan(Tree tree, Void nothing) {
            if (tree != null && getCurrentPath() != null) {
                Decisions.Decision decision = decisions.of(tree);
                if (decision.type() != null || decision.element() != null) {
                    compare(tree, decision);
                }
            }
            return super.scan(tree, nothing);
        }

        private void compare(Tree tree, Decisions.Decision decision) {
            com.sun.source.util.TreePath path = new com.sun.source.util.TreePath(getCurrentPath(), tree);
            TypeMirror type = trees.getTypeMirror(path);
            if (type == null || type.getKind() == TypeKind.ERROR) {
                // another class of the same file that is attributed later, or an error that the compiler has reported
                return;
            }
            if (decision.type() != null && type.getKind() != TypeKind.EXECUTABLE) {
                require(tree, decision.type(), Signatures.of(type, types));
            }
            if (decision.element() != null && namesElement(tree)) {
                Element element = trees.getElement(path);
                require(tree, decision.element(), element == null ? "nothing" : Signatures.of(element, types));
            }
        }

        private boolean namesElement(Tree tree) {
            return tree instanceof IdentifierTree
                    || tree instanceof MemberSelectTree
                    || tree instanceof MethodInvocationTree
                    || tree instanceof MemberReferenceTree
                    || tree instanceof NewClassTree;
        }

        private void require(Tree tree, String ours, String theirs) {
            if (!Objects.equals(ours, theirs)) {
                reporter.report(Diagnostic.of(Message.WRONG_RESOLUTION, file.position(tree), ours, theirs));
            }
        }
    }
}
