package dev.gradwright.monitor.advice;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.measure.Tags;
import java.util.Optional;

/**
 * Updates are too large or too small beside the weights; about 1e-3 is right. The typical ratio of the last measurements counts.
 *
 * @param low the ratio below which learning is slow, as long as much is left to learn
 * @param high the ratio above which it is restless
 * @param left the fraction of the first loss below which small updates are right
 */
public record UpdateRatio(double low, double high, double left) implements Rule {

    private static final String READING = "CS231n, Neural networks part 3, ratio of weights to updates";
    private static final Advice HIGH = new Advice(
            "update-ratio",
            Finding.Severity.WARNING,
            "Lower the learning rate, warm it up, or start with larger weights.",
            READING);
    private static final Advice LOW = new Advice(
            "update-ratio",
            Finding.Severity.WARNING,
            "Raise the learning rate, or start with smaller weights.",
            READING);

    /** From 1e-4 to 1e-2, with half of the loss left. */
    public UpdateRatio() {
        this(1e-4, 1e-2, 0.5);
    }

    @Override
    public String name() {
        return HIGH.rule();
    }

    @Override
    public String looksFor() {
        return "updates that are large or small beside the weights";
    }

    @Override
    public String thresholds() {
        return "above " + Advice.number(high) + "; below " + Advice.number(low) + " with more than "
                + Advice.percent(left) + " of the first loss left";
    }

    @Override
    public int patience() {
        return 10;
    }

    @Override
    public boolean isAbout(String tag) {
        return tag.startsWith(Tags.RATIO);
    }

    @Override
    public Optional<Finding> look(String tag, Measurements measurements) {
        String parameter = Advice.subject(tag, Tags.RATIO);
        double ratio = measurements.latest(tag) == 0 ? 0 : measurements.typical(tag);
        long step = measurements.step(tag);
        if (ratio > high) {
            return Optional.of(HIGH.finding(
                    step,
                    parameter,
                    ratio,
                    high,
                    "An update changes " + parameter + " by " + Advice.number(ratio) + " of its size, more than "
                            + Advice.number(high) + "."));
        } else if (ratio < low && measurements.lossLeft() > left) {
            return Optional.of(LOW.finding(
                    step,
                    parameter,
                    ratio,
                    low,
                    "An update changes " + parameter + " by " + Advice.number(ratio) + " of its size, less than "
                            + Advice.number(low) + ", and " + Advice.percent(measurements.lossLeft())
                            + " of the first loss are left."));
        }
        return Optional.empty();
    }
}
