package dev.gradwright.check.stage;

import dev.gradwright.check.report.StageReport;
import dev.gradwright.check.settings.Stage;
import dev.gradwright.check.subject.Input;
import java.util.List;
import java.util.Optional;

/** Evaluation, forward and backward leave inputs, seed and hidden state as they were. */
final class Restoration implements CheckStage {

    @Override
    public Stage stage() {
        return Stage.RESTORATION;
    }

    @Override
    public StageReport run(Bench bench) {
        Optional<String> spoiled = bench.keepingInputs(() -> spoiled(bench));
        if (spoiled.isPresent()) {
            return failed(spoiled.get());
        }
        if (!bench.subject().hasKeptSeed()) {
            return failed("the gradient changes the seed that it is given");
        }
        Optional<Bits.Difference> state =
                Bits.first(bench.center().value(), bench.subject().evaluate().value());
        return state.map(d -> failed("the gradient changes hidden state: the function gives " + d.first()
                        + " before and " + d.second() + " after, at [" + d.place() + "]"))
                .orElseGet(() -> passed("inputs, seed and value are the same after forward and backward"));
    }

    private static Optional<String> spoiled(Bench bench) {
        List<double[]> before = bench.inputs().stream().map(Input::values).toList();
        bench.subject().evaluate();
        return changed(bench, before, "the function")
                .or(() -> {
                    bench.subject().forward();
                    return changed(bench, before, "forward");
                })
                .or(() -> {
                    bench.subject().backward(bench.objective().weights());
                    return changed(bench, before, "the gradient");
                });
    }

    private static Optional<String> changed(Bench bench, List<double[]> before, String what) {
        List<double[]> after = bench.inputs().stream().map(Input::values).toList();
        return Bits.first(bench.inputs(), before, after)
                .map(where -> what + " changes its input " + where + " before and after");
    }
}
