package dev.gradwright.processor.lower;

import dev.gradwright.processor.diagnostic.Refusal;
import dev.gradwright.processor.diagnostic.Reporter;

/** Reports refusals and goes on behind them, so that one run names every cause. */
final class Refusals {

    private final Reporter reporter;
    private boolean any;

    Refusals(Reporter reporter) {
        this.reporter = reporter;
    }

    /** Does something that may be refused; says whether it was done. */
    boolean collect(Runnable action) {
        try {
            action.run();
            return true;
        } catch (Refusal refusal) {
            reporter.report(refusal.diagnostic());
        } catch (AlreadyRefused refused) {
            // the cause has been reported
        }
        any = true;
        return false;
    }

    boolean any() {
        return any;
    }
}
