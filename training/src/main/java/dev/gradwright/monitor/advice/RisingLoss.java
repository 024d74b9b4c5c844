package dev.gradwright.monitor.advice;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.measure.Tags;
import java.util.Optional;

/**
 * The loss rises: by more than a fraction of itself within the window, which batches do not explain; or it is a multiple of what it was at first.
 *
 * @param rise the fraction
 * @param errors how many standard errors the slope must be above 0
 * @param multiple the multiple of the first loss
 */
public record RisingLoss(double rise, double errors, double multiple) implements Rule {

    private static final Advice ADVICE = new Advice(
            "loss-rising",
            Finding.Severity.ERROR,
            "Lower the learning rate, to a tenth at first; if the loss rises at any rate, check the gradient and its sign.",
            "CS231n, Neural networks part 3, loss function");

    /** By a fifth within the window, by 6 standard errors, or to the double of the first loss. */
    public RisingLoss() {
        this(0.2, 6, 2);
    }

    @Override
    public String name() {
        return ADVICE.rule();
    }

    @Override
    public String looksFor() {
        return "a loss that rises";
    }

    @Override
    public String thresholds() {
        return "by " + Advice.percent(rise) + " within the window and " + Advice.number(errors)
                + " standard errors of the slope, or to " + Advice.number(multiple) + " times the first loss";
    }

    @Override
    public int patience() {
        return 3;
    }

    @Override
    public boolean isAbout(String tag) {
        return tag.equals(Tags.SMOOTHED_LOSS);
    }

    @Override
    public Optional<Finding> look(String tag, Measurements measurements) {
        double slope = measurements.latest(Tags.SLOPE);
        if (measurements.lossLeft() > multiple) {
            double times = measurements.lossLeft();
            return Optional.of(ADVICE.finding(
                    measurements.step(tag),
                    "",
                    times,
                    multiple,
                    "The loss is " + Advice.number(times) + " times what it was at first."));
        } else if (slope > rise && slope > errors * measurements.latest(Tags.SLOPE_ERROR)) {
            return Optional.of(ADVICE.finding(
                    measurements.step(tag),
                    "",
                    slope,
                    rise,
                    "The loss has risen by " + Advice.percent(slope) + " of itself within the window."));
        }
        return Optional.empty();
    }
}
