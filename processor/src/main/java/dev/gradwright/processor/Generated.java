package dev.gradwright.processor;

import dev.gradwright.processor.diagnostic.Diagnostic;
import java.util.List;

/**
 * What deriving a class came to.
 *
 * @param diagnostics what is to be said of it
 * @param files what is generated for it
 */
record Generated(List<Diagnostic> diagnostics, List<File> files) {

    Generated {
        diagnostics = List.copyOf(diagnostics);
        files = List.copyOf(files);
    }

    /** A generated file: the name of the class in it, and its text. */
    record File(String name, String text) {}
}
