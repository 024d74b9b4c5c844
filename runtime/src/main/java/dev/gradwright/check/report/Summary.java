package dev.gradwright.check.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in a sentence what a report of a gradient found that nothing speaks against. */
final class Summary {

    private Summary() {}

    static String of(GradientReport report) {
        List<InputReport> inputs =
                report.passes().stream().flatMap(pass -> pass.inputs().stream()).toList();
        long size = inputs.stream().mapToLong(InputReport::size).sum();
        long numbers =
                inputs.stream().mapToLong(input -> input.coordinates().size()).sum();
        Optional<Coordinate> worst = inputs.stream()
                .flatMap(input -> input.worst().stream())
                .max(Comparator.comparingDouble(Coordinate::relativeError));
        int passes = report.passes().size();
        String compared =
                numbers + " of " + size + " coordinates compared" + (passes == 1 ? "" : " in " + passes + " passes");
        return report.subject() + ": "
                + worst.map(c -> "the gradient is "
                                + report.verdict().name().toLowerCase(Locale.ROOT) + ": " + compared
                                + ", worst relative error " + Digits.error(c.relativeError()))
                        .orElse("nothing speaks against the gradient, and nothing for it: " + compared
                                + ", all of them at kinks or below the noise");
    }
}
