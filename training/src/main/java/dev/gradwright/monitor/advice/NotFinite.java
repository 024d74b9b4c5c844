package dev.gradwright.monitor.advice;

import dev.gradwright.monitor.Finding;
import java.util.Optional;

/** Something measured is infinite or NaN. The first such measurement is reported, as what comes after follows from it. */
public record NotFinite() implements Rule {

    private static final Advice ADVICE = new Advice(
            "not-finite",
            Finding.Severity.ERROR,
            "Lower the learning rate or clip the gradient; if it happens at the first step, look for a logarithm or a root of 0, a division"
                    + " by 0, or such numbers in the data.",
            "Goodfellow, Bengio and Courville, Deep Learning, section 4.1, Overflow and underflow");

    @Override
    public String name() {
        return ADVICE.rule();
    }

    @Override
    public String looksFor() {
        return "any measurement that is infinite or NaN";
    }

    @Override
    public String thresholds() {
        return "none";
    }

    @Override
    public int patience() {
        return 1;
    }

    @Override
    public boolean isAbout(String tag) {
        return true;
    }

    @Override
    public Optional<Finding> look(String tag, Measurements measurements) {
        double value = measurements.latest(tag);
        return Double.isFinite(value)
                ? Optional.empty()
                : Optional.of(ADVICE.finding(
                        measurements.step(tag), tag, value, Double.MAX_VALUE, tag + " is " + value + "."));
    }
}
