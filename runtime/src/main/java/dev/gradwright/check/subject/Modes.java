package dev.gradwright.check.subject;

import dev.gradwright.MissingRuleException;
import java.util.function.Supplier;

/** Which modes a generated derivative has. A rule given by hand may lack one, which shows when it is run. */
final class Modes {

    private final Supplier<?> forward;
    private final Supplier<?> tangent;
    private Boolean reverse;
    private Boolean forwardMode;

    Modes(Supplier<?> forward, Supplier<?> tangent) {
        this.forward = forward;
        this.tangent = tangent;
    }

    /** Whether the gradient runs. */
    boolean hasReverse() {
        if (reverse == null) {
            reverse = runs(forward);
        }
        return reverse;
    }

    /** Whether the tangent runs. */
    boolean hasForward() {
        if (forwardMode == null) {
            forwardMode = runs(tangent);
        }
        return forwardMode;
    }

    private static boolean runs(Supplier<?> call) {
        try {
            call.get();
            return true;
        } catch (MissingRuleException missing) {
            return false;
        }
    }
}
