package dev.gradwright.processor.lower.site;

import dev.gradwright.processor.diagnostic.Refusal;
import dev.gradwright.processor.diagnostic.Reporter;

/** Reports refusals and goes on behind them, so that one run names every cause. */
public final class Refusals {

    private final Reporter reporter;
    private boolean any;

    public Refusals(Reporter reporter) {
        this.reporter = reporter;
    }

    /** Does something that may be refused; says whether it was done. */
    public boolean collect(Runnable action) {
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

    public boolean any() {
        return any;
    }
}
