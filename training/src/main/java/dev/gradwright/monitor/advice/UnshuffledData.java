package dev.gradwright.monitor.advice;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.measure.Tags;
import java.util.Optional;

/**
 * Batches that follow each other have losses that are alike, and then others: the examples come in an order.
 *
 * @param durbinWatson the statistic of Durbin and Watson below which losses depend on each other
 * @param jitter the fraction of the loss by which batches must differ for this to matter
 * @param slope the fraction of itself by which the loss may change within the window: one that falls faster is no line
 */
public record UnshuffledData(double durbinWatson, double jitter, double slope) implements Rule {

    private static final Advice ADVICE = new Advice(
            "data-order",
            Finding.Severity.WARNING,
            "Shuffle the examples before every epoch; if they are shuffled, the weights go to and fro: lower the learning rate.",
            "Bengio, Practical recommendations for gradient-based training of deep architectures, 2012, section 3.1.1; Durbin and Watson 1950");

    /** Below 1.2, where neighbours correlate by 0.4; a jitter of 0.05; a slope of 1. */
    public UnshuffledData() {
        this(1.2, 0.05, 1);
    }

    @Override
    public String name() {
        return ADVICE.rule();
    }

    @Override
    public String looksFor() {
        return "losses of consecutive batches that depend on each other, as they do if examples are sorted";
    }

    @Override
    public String thresholds() {
        return "a Durbin-Watson statistic below " + Advice.number(durbinWatson) + ", a jitter above "
                + Advice.percent(jitter) + ", a change by less than " + Advice.percent(slope) + " within the window";
    }

    @Override
    public int patience() {
        return 10;
    }

    @Override
    public boolean isAbout(String tag) {
        return tag.equals(Tags.JITTER);
    }

    @Override
    public Optional<Finding> look(String tag, Measurements measurements) {
        double value = measurements.latest(Tags.DURBIN_WATSON);
        boolean isLine = Math.abs(measurements.latest(Tags.SLOPE)) < slope;
        if (!isLine || !(value < durbinWatson) || !(measurements.latest(tag) > jitter)) {
            return Optional.empty();
        }
        return Optional.of(ADVICE.finding(
                measurements.step(tag),
                "",
                value,
                durbinWatson,
                "Losses of batches one after the other are alike (Durbin-Watson statistic " + Advice.number(value)
                        + ", 2 if they are independent), as if the data came in an order."));
    }
}
