package dev.gradwright.processor.javac;

import com.sun.source.util.Trees;
import dev.gradwright.processor.diagnostic.Diagnostic;
import dev.gradwright.processor.diagnostic.Reporter;
import dev.gradwright.processor.diagnostic.Severity;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;

/** Hands diagnostics to the compiler, each once. */
public final class JavacReporter implements Reporter {

    private final Trees trees;
    private final Messager messager;
    private final Set<String> reported = new HashSet<>();

    JavacReporter(Trees trees, Messager messager) {
        this.trees = trees;
        this.messager = messager;
    }

    @Override
    public void report(Diagnostic diagnostic) {
        if (!reported.add(diagnostic.position() + diagnostic.text())) {
            return;
        }
        javax.tools.Diagnostic.Kind kind = diagnostic.message().severity() == Severity.ERROR
                ? javax.tools.Diagnostic.Kind.ERROR
                : javax.tools.Diagnostic.Kind.NOTE;
        if (diagnostic.position() instanceof JavacPosition position) {
            trees.printMessage(kind, diagnostic.text(), position.tree(), position.unit());
        } else {
            messager.printMessage(kind, diagnostic.text());
        }
    }
}
