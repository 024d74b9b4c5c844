package dev.gradwright;

/**
 * Thrown where a derivative is asked for that a rule given by hand does not have: the gradient of a method with a forward rule alone, or
 * the tangent of one with a reverse rule alone.
 */
public final class MissingRuleException extends UnsupportedOperationException {

    private static final long serialVersionUID = 1L;

    /** An exception that says which rule is missing, and where. */
    public MissingRuleException(String message) {
        super(message);
    }

    /**
     * For generated code: stops. A call of it, unlike a {@code throw}, may stand before other statements.
     *
     * @throws MissingRuleException always
     */
    public static void stop(String message) {
        throw new MissingRuleException(message);
    }
}
