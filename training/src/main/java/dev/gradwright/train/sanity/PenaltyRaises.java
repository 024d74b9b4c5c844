package dev.gradwright.train.sanity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** More regularization gives more loss, and has a gradient that grows with it. */
final class PenaltyRaises implements SanityCheck {

    static final String NAME = "regularization";
    private static final double ROUNDING = 1e-9;

    @Override
    public List<SanityVerdict> on(Bench<?, ?> bench) {
        if (bench.penalty().isEmpty()) {
            return List.of(SanityVerdict.skipped(NAME, "there is no penalty"));
        }
        double strength = bench.penalty().get().strength();
        double unit = strength > 0 ? strength : 1;
        double once = bench.penalty(unit);
        double[] gradient = bench.gradients();
        double tenfold = bench.penalty(10 * unit);
        double[] tenfoldGradient = bench.gradients();
        String found = String.format(
                Locale.ROOT, "the penalty of strength %.3g is %.4g, of ten times that %.4g", unit, once, tenfold);
        if (!(once > 0 && tenfold > once)) {
            return List.of(
                    SanityVerdict.failed(
                            NAME,
                            once,
                            0,
                            found
                                    + ": the loss does not rise with it. Look whether the penalty is of all the weights meant, and not negative"));
        }
        if (Arrays.stream(gradient).allMatch(g -> g == 0)) {
            return List.of(
                    SanityVerdict.failed(
                            NAME,
                            once,
                            0,
                            found
                                    + ", but its gradient is zero: it would have no effect. Give its backward the strength as a seed"));
        }
        for (int i = 0; i < gradient.length; i++) {
            if (Math.abs(tenfoldGradient[i] - 10 * gradient[i]) > ROUNDING * Math.abs(tenfoldGradient[i])) {
                return List.of(
                        SanityVerdict.failed(
                                NAME,
                                tenfoldGradient[i],
                                10 * gradient[i],
                                found
                                        + ", but its gradient does not grow with the strength. Multiply its gradient by what backward is given"));
            }
        }
        return List.of(SanityVerdict.passed(NAME, once, 0, found));
    }
}
