package dev.gradwright.search.watch;

import dev.gradwright.monitor.Finding;
import dev.gradwright.search.space.Dimension;
import dev.gradwright.search.space.Range;
import dev.gradwright.search.space.RealRange;
import dev.gradwright.search.space.Scale;
import dev.gradwright.search.space.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks for linear ranges of what works by multiplication. On a linear scale from 1e-4 to 1, nine draws in ten lie above 0.1, and three of the four decades
 * are hardly tried.
 */
public final class Scales {

    private static final double MOST_DECADES = 2;
    private static final double DECADES_INSTEAD_OF_ZERO = 4;
    private static final Pattern MULTIPLICATIVE =
            Pattern.compile("learningrate|lr|stepsize|eta|.*decay|.*regulari[sz].*"
                    + "|.*penalty|.*lambda|l1|l2|.*strength|epsilon|.*learningrate");

    private Scales() {}

    /** A finding for each range that is linear over more than two decades, by whose name one would expect a logarithmic one. */
    public static List<Finding> findings(Space space) {
        List<Finding> findings = new ArrayList<>();
        for (Dimension<?> dimension : space.dimensions()) {
            finding(dimension.name(), dimension.range()).ifPresent(findings::add);
        }
        return findings;
    }

    /** The same for a single range. */
    public static Optional<Finding> finding(String name, Range<?> range) {
        String plain = name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
        if (!(range instanceof RealRange real)
                || real.scale() != Scale.LINEAR
                || real.low() < 0
                || !MULTIPLICATIVE.matcher(plain).matches()) {
            return Optional.empty();
        }
        double decades = real.low() == 0 ? Double.POSITIVE_INFINITY : Math.log10(real.high() / real.low());
        if (decades <= MOST_DECADES) {
            return Optional.empty();
        }
        double low = real.low() == 0 ? real.high() * Math.pow(10, -DECADES_INSTEAD_OF_ZERO) : real.low();
        return Optional.of(new Finding(
                "linear-range",
                Finding.Severity.WARNING,
                0,
                name,
                decades,
                MOST_DECADES,
                String.format(
                        Locale.ROOT,
                        "%s is even on a linear scale over %s decades, so nine draws in ten lie in the highest of them.",
                        real.code(),
                        real.low() == 0 ? "all" : String.format(Locale.ROOT, "%.1f", decades)),
                "Use " + Rounded.code(Range.logUniform(low, real.high())) + ".",
                "CS231n, Learning: hyperparameter ranges"));
    }
}
