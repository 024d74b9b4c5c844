package dev.gradwright.optimize;

import dev.gradwright.Parameters;
import dev.gradwright.chart.Curve;
import dev.gradwright.chart.LineChart;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/**
 * The learning-rate range test: training steps with rates that grow from step to step, until the loss explodes; where it falls steepest, the
 * rate is good. The parameters get back their values.
 *
 * <p>L. Smith, Cyclical learning rates for training neural networks, WACV 2017. The loss is smoothed by an exponential average with decay
 * 0.9, its bias corrected, and the test ends when that is four times its least value.
 */
public final class LearningRateRange {

    private static final double SMOOTHING = 0.9;
    private static final double EXPLOSION = 4;
    private static final int LEAST_POINTS = 5;

    private final double[] rates;
    private final double[] losses;
    private final double[] smooth;

    private LearningRateRange(double[] rates, double[] losses, double[] smooth) {
        this.rates = rates;
        this.losses = losses;
        this.smooth = smooth;
    }

    /**
     * Runs the test.
     *
     * @param parameters the model's
     * @param method makes the method for a learning rate, such as {@code Optimizers::adam}
     * @param lowest the first rate, say 1e-7
     * @param highest the last rate, say 10
     * @param steps how many steps there are at most
     * @param lossAndGradient clears the gradients, computes the loss on the next batch and its gradients, and gives the loss
     * @throws IllegalArgumentException if the rates are not positive and increasing, or there are fewer than 5 steps
     */
    public static LearningRateRange test(
            Parameters parameters,
            Function<Schedule, GradientTransformation> method,
            double lowest,
            double highest,
            int steps,
            DoubleSupplier lossAndGradient) {
        Hyperparameter.Range.POSITIVE.require("lowest rate", lowest);
        Hyperparameter.Range.POSITIVE.require("highest rate", highest);
        if (!(highest > lowest) || steps < LEAST_POINTS) {
            throw new IllegalArgumentException("a range test from " + lowest + " to " + highest + " in " + steps
                    + " steps makes no sense; use a higher second rate, and 5 steps or more");
        }
        double[] before = new double[parameters.size()];
        parameters.copyValuesTo(before);
        Schedule rate = step -> lowest * Math.pow(highest / lowest, step / (steps - 1.0));
        try {
            return run(new Optimizer(parameters, method.apply(rate)), rate, steps, lossAndGradient);
        } finally {
            parameters.setValues(before);
        }
    }

    private static LearningRateRange run(
            Optimizer optimizer, Schedule rate, int steps, DoubleSupplier lossAndGradient) {
        double[] rates = new double[steps];
        double[] losses = new double[steps];
        double[] smooth = new double[steps];
        double average = 0;
        double least = Double.POSITIVE_INFINITY;
        int count = 0;
        while (count < steps) {
            double loss = lossAndGradient.getAsDouble();
            if (!Double.isFinite(loss)) {
                break;
            }
            average = SMOOTHING * average + (1 - SMOOTHING) * loss;
            rates[count] = rate.at(count);
            losses[count] = loss;
            smooth[count] = average / (1 - Math.pow(SMOOTHING, count + 1.0));
            least = Math.min(least, smooth[count]);
            if (smooth[count++] > EXPLOSION * Math.abs(least) && count > LEAST_POINTS) {
                break;
            }
            try {
                optimizer.step();
            } catch (ArithmeticException e) {
                break; // the gradient is not finite any more: the loss has exploded, which is where the test ends
            }
        }
        return new LearningRateRange(
                Arrays.copyOf(rates, count), Arrays.copyOf(losses, count), Arrays.copyOf(smooth, count));
    }

    /** The rates that were tried. */
    public double[] rates() {
        return rates.clone();
    }

    /** The loss before the step with each rate. */
    public double[] losses() {
        return losses.clone();
    }

    /** The rate at which the smoothed loss falls steepest against the logarithm of the rate; none if it never falls. */
    public OptionalDouble suggestion() {
        double steepest = 0;
        int best = -1;
        for (int i = 1; i + 1 < rates.length; i++) {
            double slope = (smooth[i + 1] - smooth[i - 1]) / Math.log(rates[i + 1] / rates[i - 1]);
            if (slope < steepest) {
                steepest = slope;
                best = i;
            }
        }
        return best < 0 ? OptionalDouble.empty() : OptionalDouble.of(rates[best]);
    }

    /** The loss against the rate, with the suggestion. */
    public LineChart chart() {
        Curve raw = new Curve("loss", rates, losses);
        Curve smoothed = new Curve("smoothed", rates, smooth);
        OptionalDouble suggestion = suggestion();
        String title = suggestion.isPresent()
                ? String.format(Locale.ROOT, "learning-rate range test: suggests %.2g", suggestion.getAsDouble())
                : "learning-rate range test: the loss never falls";
        if (suggestion.isEmpty()) {
            return new LineChart(title, "learning rate", "loss", true, positive(), List.of(raw, smoothed));
        }
        double[] at = {suggestion.getAsDouble(), suggestion.getAsDouble()};
        double[] ends = {
            Arrays.stream(losses).min().orElse(0), Arrays.stream(losses).max().orElse(1)
        };
        return new LineChart(
                title,
                "learning rate",
                "loss",
                true,
                positive(),
                List.of(raw, smoothed, new Curve("suggestion", at, ends)));
    }

    /** Whether a logarithmic axis can show the losses; one of an explosion hides all others on a plain one. */
    private boolean positive() {
        return Arrays.stream(losses).allMatch(loss -> loss > 0);
    }
}
