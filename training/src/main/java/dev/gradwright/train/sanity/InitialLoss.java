package dev.gradwright.train.sanity;

import java.util.List;
import java.util.Locale;

/** The first loss is that of chance: else outputs are larger than a model without knowledge should dare, or the loss is another than meant. */
record InitialLoss(Chance chance, double tolerance) implements SanityCheck {

    static final String NAME = "initial loss";

    @Override
    public List<SanityVerdict> on(Bench<?, ?> bench) {
        if (chance == null) {
            return List.of(SanityVerdict.skipped(
                    NAME, "nobody has said what chance gives; add chance(Chance.softmax(classes)) or another"));
        }
        double loss = bench.loss(bench.many());
        double nearest = Math.max(chance.least(), Math.min(chance.most(), loss));
        String found = String.format(
                Locale.ROOT, "the first loss is %.4g; by chance, %s: %.4g", loss, chance.loss(), chance.most());
        if (chance.least() < chance.most()) {
            found += String.format(Locale.ROOT, ", or %.4g by frequencies", chance.least());
        }
        if (Math.abs(loss - nearest) <= tolerance * nearest) {
            return List.of(SanityVerdict.passed(NAME, loss, nearest, found));
        }
        return List.of(
                SanityVerdict.failed(
                        NAME,
                        loss,
                        nearest,
                        found
                                + (loss > nearest
                                        ? ". Begin with smaller weights in the last layer, or look whether the loss is the one meant"
                                        : ". Less than chance before learning: the loss leaves something out, or the answers are among the inputs")));
    }
}
