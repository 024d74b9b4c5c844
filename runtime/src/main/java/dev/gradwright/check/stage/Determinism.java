package dev.gradwright.check.stage;

import dev.gradwright.check.report.StageReport;
import dev.gradwright.check.settings.Stage;
import java.util.Optional;

/** Two evaluations at one point give the same bits. A function that draws random numbers of its own does not, and cannot be compared with differences. */
final class Determinism implements CheckStage {

    @Override
    public Stage stage() {
        return Stage.DETERMINISM;
    }

    @Override
    public StageReport run(Bench bench) {
        double[] first = bench.center().value();
        double[] second = bench.subject().evaluate().value();
        Optional<Bits.Difference> difference = Bits.first(first, second);
        if (difference.isPresent()) {
            Bits.Difference d = difference.get();
            return failed("not deterministic: two evaluations at one point give " + d.first() + " and " + d.second()
                    + " at [" + d.place() + "]; let it draw from a java.util.Random that it holds or is passed,"
                    + " which the check can seed");
        }
        return passed(
                first.length == 1
                        ? "two evaluations, the same number"
                        : "two evaluations, the same " + first.length + " numbers");
    }
}
