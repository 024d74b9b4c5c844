package dev.gradwright.check.stage;

import dev.gradwright.check.report.Outcome;
import dev.gradwright.check.report.StageReport;
import dev.gradwright.check.settings.Stage;

/** A stage that compares things which must be equal, without differences. */
interface CheckStage {

    /** Which one it is. */
    Stage stage();

    /** Compares. Leaves the inputs where they are. */
    StageReport run(Bench bench);

    default StageReport passed(String text) {
        return new StageReport(stage(), Outcome.PASSED, text);
    }

    default StageReport failed(String text) {
        return new StageReport(stage(), Outcome.FAILED, text);
    }

    default StageReport skipped(String why) {
        return new StageReport(stage(), Outcome.SKIPPED, why);
    }
}
