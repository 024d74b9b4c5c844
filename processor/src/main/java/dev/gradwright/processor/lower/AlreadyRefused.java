package dev.gradwright.processor.lower;

/** Leaves a statement that uses a variable whose declaration was refused: its author has been told the cause. */
final class AlreadyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AlreadyRefused() {
        super("uses a declaration that was refused", null, false, false);
    }
}
