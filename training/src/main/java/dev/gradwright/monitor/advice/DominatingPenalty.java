package dev.gradwright.monitor.advice;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.measure.Tags;
import java.util.Optional;

/**
 * The penalty on the parameters is most of what is minimized, although little has been learned from the data.
 *
 * @param share its share in the sum of loss and penalty
 * @param left the fraction of the first loss below which this is no matter
 */
public record DominatingPenalty(double share, double left) implements Rule {

    private static final Advice ADVICE = new Advice(
            "regularization",
            Finding.Severity.WARNING,
            "Lower the strength of the regularization, to a tenth at first.",
            "CS231n, Neural networks part 3, gradient checks: don't let the regularization overwhelm the data");

    /** A half, with half of the loss left. */
    public DominatingPenalty() {
        this(0.5, 0.5);
    }

    @Override
    public String name() {
        return ADVICE.rule();
    }

    @Override
    public String looksFor() {
        return "a penalty that outweighs the loss on the data";
    }

    @Override
    public String thresholds() {
        return "more than " + Advice.percent(share) + " of the sum, more than " + Advice.percent(left)
                + " of the first loss left";
    }

    @Override
    public int patience() {
        return 1;
    }

    @Override
    public boolean isAbout(String tag) {
        return tag.equals(Tags.PENALTY_SHARE);
    }

    @Override
    public Optional<Finding> look(String tag, Measurements measurements) {
        double value = measurements.latest(tag);
        return value > share && measurements.lossLeft() > left
                ? Optional.of(ADVICE.finding(
                        measurements.step(tag),
                        "",
                        value,
                        share,
                        Advice.percent(value) + " of what is minimized is the penalty."))
                : Optional.empty();
    }
}
