package dev.gradwright.check.stage;

import dev.gradwright.check.report.StageReport;
import dev.gradwright.check.settings.CheckSettings;
import dev.gradwright.check.settings.Stage;
import dev.gradwright.check.subject.Input;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * The comparison of tangent and adjoint: {@code <J v, w>} from forward mode and {@code <v, J'w>} from reverse mode are the same number,
 * at kinks too, and no step size is involved.
 */
final class DotProduct implements CheckStage {

    private static final double THRESHOLD = 1e-12;

    @Override
    public Stage stage() {
        return Stage.DOT_PRODUCT;
    }

    /** The seed of the direction in which the two are compared. */
    static long directionSeed(CheckSettings settings) {
        return settings.seed() + 1;
    }

    @Override
    public StageReport run(Bench bench) {
        if (!bench.subject().hasTangent()) {
            return skipped("there is only one of them");
        }
        List<double[]> gradients = bench.gradients(bench.objective().weights());
        SplittableRandom random = new SplittableRandom(directionSeed(bench.settings()));
        double adjoint = 0;
        double magnitude = 0;
        for (int i = 0; i < gradients.size(); i++) {
            Input input = bench.inputs().get(i);
            for (int j = 0; j < input.size(); j++) {
                double direction = random.nextDouble(-1, 1);
                input.setDirection(j, direction);
                adjoint += gradients.get(i)[j] * direction;
                magnitude += Math.abs(gradients.get(i)[j] * direction);
            }
        }
        double[] derivative = bench.subject().tangent();
        double tangent = bench.objective().of(derivative);
        magnitude += bench.objective().magnitude(derivative);
        double gap = tangent == adjoint ? 0 : Math.abs(tangent - adjoint) / magnitude;
        return gap <= THRESHOLD
                ? passed(String.format(Locale.ROOT, "gap %.1e of the terms", gap))
                : failed("tangent and adjoint disagree: " + tangent + " and " + adjoint + ", relative gap " + gap);
    }
}
