package dev.gradwright.monitor.advice;

import java.util.List;

/** The rules that there are. */
public final class Rules {

    private Rules() {}

    /** All rules with their usual thresholds. */
    public static List<Rule> usual() {
        return List.of(
                new NotFinite(),
                new RisingLoss(),
                new FlatLoss(),
                new LossJitter(),
                new UnshuffledData(),
                new UpdateRatio(),
                new VanishingGradient(),
                new ExplodingGradient(),
                new Saturation(),
                new DeadUnits(),
                new DominatingPenalty(),
                new Overfitting(),
                new WorseningValidation());
    }
}
