package dev.gradwright.check.stage;

import dev.gradwright.check.report.StageReport;
import dev.gradwright.check.settings.Stage;
import dev.gradwright.check.subject.Input;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** The gradient of a combination of seeds is the combination of their gradients: {@code J'(a u + b v) = a J'u + b J'v}. */
final class Linearity implements CheckStage {

    private static final double A = 0.75;
    private static final double B = -1.5;
    /** Of the largest number of the input: what long sums lose to rounding. */
    private static final double THRESHOLD = 1e-11;

    @Override
    public Stage stage() {
        return Stage.LINEARITY;
    }

    @Override
    public StageReport run(Bench bench) {
        if (!bench.subject().hasSeed()) {
            return skipped("the gradient takes no seed");
        }
        double[] u = bench.objective().weights();
        double[] v = new double[u.length];
        double[] combined = new double[u.length];
        SplittableRandom random = new SplittableRandom(bench.settings().seed() + 3);
        for (int i = 0; i < v.length; i++) {
            v[i] = u[i] * random.nextDouble(-1, 1);
            combined[i] = A * u[i] + B * v[i];
        }
        List<double[]> ofU = bench.gradients(u);
        List<double[]> ofV = bench.gradients(v);
        List<double[]> ofCombined = bench.gradients(combined);
        double worst = 0;
        for (int i = 0; i < ofU.size(); i++) {
            Input input = bench.inputs().get(i);
            double scale = largest(ofU.get(i)) + largest(ofV.get(i));
            for (int j = 0; j < input.size(); j++) {
                double wanted = A * ofU.get(i)[j] + B * ofV.get(i)[j];
                double gap = Math.abs(wanted - ofCombined.get(i)[j]);
                if (!(gap <= THRESHOLD * scale)) {
                    return failed(
                            "the gradient is not linear in its seed: " + input.name() + " " + input.place(j) + " is "
                                    + ofCombined.get(i)[j]
                                    + " for a combination of seeds where the combination of their gradients is "
                                    + wanted);
                }
                worst = scale == 0 ? worst : Math.max(worst, gap / scale);
            }
        }
        return passed(String.format(Locale.ROOT, "gap %.1e of the largest", worst));
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
