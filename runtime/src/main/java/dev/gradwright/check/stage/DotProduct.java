package dev.gradwright.check.stage;

import dev.gradwright.check.report.StageReport;
import dev.gradwright.check.settings.CheckSettings;
import dev.gradwright.check.settings.Stage;
import dev.gradwright.check.subject.Input;
import dev.gradwright.check.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The comparison of tangent and adjoint: {@code <J v, w>} from forward mode and {@code <v, J'w>} from reverse mode are the same number,
 * at kinks too, and no step size is involved. Where value and gradient come from one sweep of their own, that gradient is compared too.
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
        Optional<Subject.AtOnce> atOnce = bench.keepingInputs(bench.subject()::atOnce);
        List<double[]> directions = setDirections(bench);
        double[] derivative = bench.subject().tangent();
        double tangent = bench.objective().of(derivative);
        double magnitude = bench.objective().magnitude(derivative);
        Product adjoint = Product.of(gradients, directions);
        double gap = adjoint.gap(tangent, magnitude);
        if (!(gap <= THRESHOLD)) {
            return failed(
                    "tangent and adjoint disagree: " + tangent + " and " + adjoint.value() + ", relative gap " + gap);
        }
        if (atOnce.isPresent()) {
            Product other = Product.of(atOnce.get().gradients(), directions);
            double gapAtOnce = other.gap(tangent, magnitude);
            if (!(gapAtOnce <= THRESHOLD)) {
                return failed("tangent and the gradient that comes with the value in one sweep disagree: " + tangent
                        + " and " + other.value() + ", relative gap " + gapAtOnce);
            }
        }
        return passed(String.format(Locale.ROOT, "gap %.1e of the terms", gap));
    }

    /** Draws a direction and sets it in the inputs. */
    private static List<double[]> setDirections(Bench bench) {
        SplittableRandom random = new SplittableRandom(directionSeed(bench.settings()));
        List<double[]> directions = new ArrayList<>();
        for (Input input : bench.inputs()) {
            double[] direction = new double[input.size()];
            for (int j = 0; j < direction.length; j++) {
                direction[j] = random.nextDouble(-1, 1);
                input.setDirection(j, direction[j]);
            }
            directions.add(direction);
        }
        return directions;
    }

    /**
     * The product of a gradient and a direction.
     *
     * @param value the sum of its terms
     * @param magnitude the sum of their sizes, of which rounding errors are a fraction
     */
    private record Product(double value, double magnitude) {

        static Product of(List<double[]> gradients, List<double[]> directions) {
            double value = 0;
            double magnitude = 0;
            for (int i = 0; i < gradients.size(); i++) {
                for (int j = 0; j < gradients.get(i).length; j++) {
                    double term = gradients.get(i)[j] * directions.get(i)[j];
                    value += term;
                    magnitude += Math.abs(term);
                }
            }
            return new Product(value, magnitude);
        }

        double gap(double tangent, double tangentMagnitude) {
            return tangent == value ? 0 : Math.abs(tangent - value) / (magnitude + tangentMagnitude);
        }
    }
}
