package dev.gradwright.processor.lower.site;

/** Leaves a statement that uses a variable whose declaration was refused: its author has been told the cause. */
public final class AlreadyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AlreadyRefused() {
        super("uses a declaration that was refused", null, false, false);
    }
}
