package dev.gradwright.monitor.advice;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.measure.Tags;
import java.util.Optional;

/**
 * The loss hardly falls although little has been learned. One that is above the first by as much as it should be below is no matter of this rule, as its
 * remedy would be the opposite: see {@link RisingLoss}.
 *
 * @param fall the fraction of itself by which the loss must fall within the window
 * @param left the fraction of the first loss below which something has been learned
 */
public record FlatLoss(double fall, double left) implements Rule {

    private static final Advice ADVICE = new Advice(
            "loss-flat",
            Finding.Severity.WARNING,
            "Raise the learning rate, to ten times at first; if that changes nothing, see whether weights or units start alike, layers are saturated or"
                    + " dead, and whether a few examples can be learned by heart.",
            "CS231n, Neural networks part 3, before learning: sanity checks; loss function");

    /** By a twentieth within the window, with more than nine tenths left. */
    public FlatLoss() {
        this(0.05, 0.9);
    }

    @Override
    public String name() {
        return ADVICE.rule();
    }

    @Override
    public String looksFor() {
        return "a loss that hardly falls although little has been learned";
    }

    @Override
    public String thresholds() {
        return "by less than " + Advice.percent(fall) + " within the window, " + Advice.percent(left) + " to "
                + Advice.percent(2 - left) + " of the first loss left";
    }

    @Override
    public int patience() {
        return 10;
    }

    @Override
    public boolean isAbout(String tag) {
        return tag.equals(Tags.SLOPE);
    }

    @Override
    public Optional<Finding> look(String tag, Measurements measurements) {
        double slope = measurements.latest(Tags.SLOPE);
        boolean isFlat = Math.abs(slope) < fall;
        boolean isNearFirst = measurements.lossLeft() > left && measurements.lossLeft() < 2 - left;
        if (!isFlat || !isNearFirst) {
            return Optional.empty();
        }
        return Optional.of(ADVICE.finding(
                measurements.step(tag),
                "",
                slope,
                -fall,
                "The loss changes by " + Advice.percent(slope) + " of itself within the window, and "
                        + Advice.percent(measurements.lossLeft()) + " of the first loss are left."));
    }
}
