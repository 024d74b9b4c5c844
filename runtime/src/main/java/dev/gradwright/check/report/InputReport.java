package dev.gradwright.check.report;

import java.util.List;
import java.util.Optional;

/**
 * What the check found out about one parameter or argument.
 *
 * @param name its name
 * @param shape its shape, for people
 * @param size how many numbers it has
 * @param coordinates those that were compared with a difference, by index
 * @param magnitudes the size of its analytic gradient
 */
public record InputReport(String name, String shape, int size, List<Coordinate> coordinates, Magnitudes magnitudes) {

    public InputReport {
        coordinates = List.copyOf(coordinates);
    }

    /** How many coordinates have a verdict. */
    public int count(Verdict verdict) {
        return (int) coordinates.stream()
                .filter(coordinate -> coordinate.verdict() == verdict)
                .count();
    }

    /** How many coordinates were compared for a reason. */
    public int count(Reason reason) {
        return (int) coordinates.stream()
                .filter(coordinate -> coordinate.reason() == reason)
                .count();
    }

    /** Whether all coordinates were compared. */
    public boolean isComplete() {
        return coordinates.size() == size;
    }

    /** The worst verdict of those that count; right if there is none. */
    public Verdict verdict() {
        return coordinates.stream()
                .map(Coordinate::verdict)
                .filter(Verdict::counts)
                .reduce(Verdict.RIGHT, Verdict::and);
    }

    /** The worst {@linkplain Coordinate#byBadness() by badness}; those whose verdict is kink or noise left out. */
    public Optional<Coordinate> worst() {
        return worst(1).stream().findFirst();
    }

    /** The worst {@linkplain Coordinate#byBadness() by badness}, the worst first; those whose verdict is kink or noise left out. */
    public List<Coordinate> worst(int number) {
        return coordinates.stream()
                .filter(coordinate -> coordinate.verdict().counts())
                .sorted(Coordinate.byBadness().reversed())
                .limit(number)
                .toList();
    }

    /**
     * The probability that the sample has missed a fault in a fraction of the coordinates, which lie anywhere: the share of those samples
     * of this size, drawn without replacement, that meet none of them. With {@code m} faulty coordinates among {@code N} and {@code n} compared it is
     * {@code C(N-m, n) / C(N, n)}, at most {@code (1 - m/N)^n}.
     *
     * @throws IllegalArgumentException if the fraction is not between 0 and 1
     */
    public double chanceOfMissing(double fraction) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("the fraction is " + fraction + "; it must lie between 0 and 1");
        }
        int faulty = (int) Math.ceil(fraction * size);
        double missed = 1;
        for (int k = 0; k < faulty; k++) {
            missed *= (double) Math.max(0, size - coordinates.size() - k) / (size - k);
        }
        return missed;
    }
}
