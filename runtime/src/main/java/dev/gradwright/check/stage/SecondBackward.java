package dev.gradwright.check.stage;

import dev.gradwright.check.report.StageReport;
import dev.gradwright.check.settings.Stage;
import java.util.List;

/** A second backward from one record gives the same gradient, or refuses: nothing of the first is left over in it. */
final class SecondBackward implements CheckStage {

    @Override
    public Stage stage() {
        return Stage.SECOND_BACKWARD;
    }

    @Override
    public StageReport run(Bench bench) {
        double[] seed = bench.objective().weights();
        List<double[]> first = bench.gradients(seed);
        List<double[]> second;
        try {
            second = bench.gradientsAgain(seed);
        } catch (IllegalStateException refusal) {
            return passed("refused: " + refusal.getMessage());
        }
        return Bits.first(bench.inputs(), first, second)
                .map(where -> failed("a second backward from the same record gives another gradient, " + where
                        + "; something of the first is left over"))
                .orElseGet(() -> passed("gives the same gradient"));
    }
}
