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
        List<double[]> before = bench.inputs().stream().map(Input::values).toList();
        try {
            bench.subject().evaluate();
            Optional<String> spoiled = spoiled(bench, before, "the function");
            if (spoiled.isEmpty()) {
                bench.subject().forward();
                spoiled = spoiled(bench, before, "forward");
            }
            if (spoiled.isEmpty()) {
                bench.subject().backward(bench.objective().weights());
                spoiled = spoiled(bench, before, "the gradient");
            }
            if (spoiled.isPresent()) {
                return failed(spoiled.get());
            }
        } finally {
            restore(bench.inputs(), before);
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

    private static Optional<String> spoiled(Bench bench, List<double[]> before, String what) {
        List<double[]> after = bench.inputs().stream().map(Input::values).toList();
        return Bits.first(bench.inputs(), before, after)
                .map(where -> what + " changes its input " + where + " before and after");
    }

    private static void restore(List<Input> inputs, List<double[]> values) {
        for (int i = 0; i < inputs.size(); i++) {
            for (int j = 0; j < values.get(i).length; j++) {
                inputs.get(i).setValue(j, values.get(i)[j]);
            }
        }
    }
}
