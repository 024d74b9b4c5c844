package dev.gradwright.check.diagnosis;

import dev.gradwright.check.report.Cause;
import dev.gradwright.check.report.Coordinate;
import dev.gradwright.check.report.Diagnosis;
import dev.gradwright.check.subject.Input;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** The right numbers in the wrong places: rows and columns exchanged, or an index off by one. */
final class Rearranged implements Pattern {

    /** Fewer numbers than this may agree by chance. */
    private static final int ENOUGH = 3;

    @Override
    public Optional<Diagnosis> of(Evidence evidence) {
        Input input = evidence.subject().inputs().stream()
                .filter(each -> each.name().equals(evidence.report().name()))
                .findFirst()
                .orElseThrow();
        int[] lengths = input.lengths();
        if (lengths.length == 2) {
            int rows = lengths[0];
            int columns = lengths[1];
            // the place of (i, j) when the numbers were written column by column
            boolean isTransposed = matches(evidence, i -> i % columns * rows + i / columns)
                    || rows == columns && matches(evidence, i -> i % columns * columns + i / columns);
            if (isTransposed) {
                return found(evidence, Cause.TRANSPOSE, "the difference at (i,j) is the gradient at (j,i)");
            }
        }
        int size = evidence.report().size();
        for (int offset : new int[] {1, -1, lengths[lengths.length - 1], -lengths[lengths.length - 1]}) {
            if (matches(evidence, i -> i + offset >= 0 && i + offset < size ? i + offset : -1)) {
                return found(
                        evidence, Cause.SHIFT, "the difference at a place is the gradient " + offset + " further on");
            }
        }
        return Optional.empty();
    }

    private static boolean matches(Evidence evidence, IntUnaryOperator place) {
        List<Coordinate> inside = evidence.wrong().stream()
                .filter(c -> place.applyAsInt(c.index()) >= 0)
                .toList();
        return inside.size() >= ENOUGH
                && inside.stream()
                        .allMatch(c -> Evidence.near(evidence.gradient()[place.applyAsInt(c.index())], c.numeric()));
    }

    private static Optional<Diagnosis> found(Evidence evidence, Cause cause, String text) {
        return Optional.of(new Diagnosis(evidence.report().name(), cause, text));
    }
}
