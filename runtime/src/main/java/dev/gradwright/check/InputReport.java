package dev.gradwright.check;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the check found out about one parameter or argument.
 *
 * @param name its name
 * @param shape its shape, for people
 * @param size how many numbers it has
 * @param coordinates those that were compared with a difference
 * @param places the coordinates for people, in the same order
 */
public record InputReport(String name, String shape, int size, List<Coordinate> coordinates, List<String> places) {

    public InputReport {
        coordinates = List.copyOf(coordinates);
        places = List.copyOf(places);
    }

    /** How many coordinates have a verdict. */
    public long count(Coordinate.Verdict verdict) {
        return coordinates.stream()
                .filter(coordinate -> coordinate.verdict() == verdict)
                .count();
    }

    /** The coordinate with the largest relative error, those at kinks left out. */
    public Optional<Coordinate> worst() {
        return coordinates.stream()
                .filter(coordinate -> coordinate.verdict() != Coordinate.Verdict.KINK)
                .max(Comparator.comparing((Coordinate coordinate) -> coordinate.verdict() == Coordinate.Verdict.WRONG)
                        .thenComparingDouble(Coordinate::relativeError));
    }

    /** What is wrong at a coordinate, with all that is known of it. */
    String explain(String method, Coordinate wrong) {
        return String.format(
                Locale.ROOT,
                "%s: the gradient of %s (%s) at %s is wrong: analytic %s, centred difference %s, relative error %.2e",
                method,
                name,
                shape,
                places.get(coordinates.indexOf(wrong)),
                wrong.analytic(),
                wrong.numeric(),
                wrong.relativeError());
    }
}
