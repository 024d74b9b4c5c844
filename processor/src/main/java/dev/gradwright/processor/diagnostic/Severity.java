package dev.gradwright.processor.diagnostic;

/** How much a message matters. */
public enum Severity {
    /** Compilation fails. */
    ERROR,
    /** Something to know. */
    NOTE
}
