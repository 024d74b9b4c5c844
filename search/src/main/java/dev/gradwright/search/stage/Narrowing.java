package dev.gradwright.search.stage;

import dev.gradwright.search.space.Choices;
import dev.gradwright.search.space.Dimension;
import dev.gradwright.search.space.IntegerRange;
import dev.gradwright.search.space.Range;
import dev.gradwright.search.space.RealRange;
import dev.gradwright.search.space.Space;
import dev.gradwright.search.trial.TrialRecord;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * Makes a space smaller, around some good trials: each range of numbers to those that they have and a tenth of their spread more at both ends, on the
 * range's own scale, but to no less than three tenths of what it was, as few trials may agree by chance. Choices are kept that some of them made; all, if
 * other hyperparameters depend on them. Nothing becomes larger than it was.
 */
final class Narrowing {

    private static final double MARGIN = 0.1;
    private static final double LEAST = 0.3;

    private Narrowing() {}

    static Space around(List<TrialRecord> good, Space space) {
        Space narrow = space;
        for (Dimension<?> dimension : space.dimensions()) {
            List<Object> values = good.stream()
                    .flatMap(trial -> trial.point().find(dimension.name()).stream())
                    .toList();
            if (!values.isEmpty() && !space.decides(dimension.name())) {
                narrow = narrow.withRange(dimension.name(), range(dimension.range(), values));
            }
        }
        return narrow;
    }

    private static <T> Range<?> range(Range<T> range, List<Object> values) {
        if (range instanceof Choices<T> choices) {
            return new Choices<>(
                    choices.values().stream().filter(values::contains).toList());
        }
        DoubleSummaryStatistics positions = values.stream()
                .mapToDouble(value -> range.position(range.cast(value)))
                .summaryStatistics();
        double middle = 0.5 * (positions.getMin() + positions.getMax());
        double half = 0.5 * Math.max(LEAST, (1 + 2 * MARGIN) * (positions.getMax() - positions.getMin()));
        double low = Math.max(0, middle - half);
        double high = Math.min(1, middle + half);
        if (range instanceof RealRange real) {
            return new RealRange(real.at(low), real.at(high), real.scale());
        }
        IntegerRange integer = (IntegerRange) range;
        return new IntegerRange(integer.at(low), integer.at(high), integer.step(), integer.scale());
    }
}
