package dev.gradwright.monitor.advice;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.measure.Tags;
import java.util.Optional;

/**
 * Losses of batches differ so much that they hide the trend. They differ by the inverse root of the number of examples, which tells what size of
 * batch would do.
 *
 * @param jitter the fraction of the loss by which batches may differ
 * @param left the fraction of the first loss below which this is no matter, as little is left to learn
 */
public record LossJitter(double jitter, double left) implements Rule {

    private static final Advice ADVICE = new Advice(
            "loss-jitter",
            Finding.Severity.WARNING,
            "Use larger batches, lower the learning rate, or average the weights.",
            "CS231n, Neural networks part 3, loss function");

    /** By three quarters, with a fifth left. */
    public LossJitter() {
        this(0.75, 0.2);
    }

    @Override
    public String name() {
        return ADVICE.rule();
    }

    @Override
    public String looksFor() {
        return "losses that differ much from batch to batch";
    }

    @Override
    public String thresholds() {
        return "a deviation around the trend above " + Advice.percent(jitter) + " of the loss, more than "
                + Advice.percent(left) + " of the first loss left";
    }

    @Override
    public int patience() {
        return 5;
    }

    @Override
    public boolean isAbout(String tag) {
        return tag.equals(Tags.JITTER);
    }

    @Override
    public Optional<Finding> look(String tag, Measurements measurements) {
        double value = measurements.latest(tag);
        if (!(value > jitter) || !(measurements.lossLeft() > left)) {
            return Optional.empty();
        }
        double examples = measurements.latest(Tags.BATCH_SIZE);
        double enough = Math.ceil(examples * (value / jitter) * (value / jitter));
        return Optional.of(ADVICE.finding(
                measurements.step(tag),
                "",
                value,
                jitter,
                "The loss differs by " + Advice.percent(value) + " between batches of " + Advice.number(examples)
                        + " examples; batches of " + Advice.number(enough) + " would bring that to "
                        + Advice.percent(jitter) + "."));
    }
}
