package dev.gradwright.processor.diagnostic;

/** Where diagnostics go. */
public interface Reporter {

    void report(Diagnostic diagnostic);
}
