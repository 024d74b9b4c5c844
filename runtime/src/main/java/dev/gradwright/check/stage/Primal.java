package dev.gradwright.check.stage;

import dev.gradwright.check.report.StageReport;
import dev.gradwright.check.settings.Stage;
import dev.gradwright.check.subject.Subject;
import dev.gradwright.kernel.Kernels;
import java.util.Arrays;
import java.util.Optional;

/** The forward half of the gradient computes the same function, bit by bit; matrices are multiplied by EJML in both. */
final class Primal implements CheckStage {

    private static final int SHOWN = 8;

    @Override
    public Stage stage() {
        return Stage.PRIMAL;
    }

    @Override
    public StageReport run(Bench bench) {
        if (!bench.subject().hasForward()) {
            return skipped("the gradient has no forward half of its own");
        }
        double[] value = bench.center().value();
        // by EJML as in the function, since other kernels round otherwise
        double[] recorded = Kernels.during(Kernels.named("ejml"), () -> bench.keepingInputs(bench.subject()::forward));
        Optional<Subject.AtOnce> atOnce = bench.keepingInputs(bench.subject()::atOnce);
        if (atOnce.isPresent()
                && Bits.first(value, new double[] {atOnce.get().value()}).isPresent()) {
            return failed("value and gradient in one sweep give the value "
                    + atOnce.get().value() + " where the function gives " + shown(value));
        }
        if (Bits.first(value, recorded).isEmpty()) {
            return passed("forward gives the function's result bit by bit");
        }
        return failed("the gradient's forward gives " + shown(recorded) + " where the function gives " + shown(value)
                + "; is it the same function twice?");
    }

    private static String shown(double[] values) {
        return values.length <= SHOWN
                ? Arrays.toString(values)
                : Arrays.toString(Arrays.copyOf(values, SHOWN)).replace("]", ", ...]");
    }
}
