package dev.gradwright.check.output;

import dev.gradwright.chart.BarChart;
import dev.gradwright.check.report.Coordinate;
import dev.gradwright.check.report.InputReport;
import dev.gradwright.check.report.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Counts the coordinates of an input by the power of ten of their relative error, and by verdict. */
final class ErrorHistogram {

    private static final int LOWEST = -16;
    private static final int BINS = 2 - LOWEST;
    private static final int LABEL_EVERY = 4;

    private ErrorHistogram() {}

    /** The chart: from the left, errors up to 1e-16 and zero, then a bar for each power of ten, and last what is at least 1 or not a number. */
    static BarChart of(InputReport input) {
        List<BarChart.Group> groups = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            int[] counts = new int[BINS];
            input.coordinates().stream()
                    .filter(coordinate -> coordinate.verdict() == verdict)
                    .forEach(coordinate -> counts[bin(coordinate)]++);
            groups.add(new BarChart.Group(verdict.name().toLowerCase(Locale.ROOT), counts));
        }
        return new BarChart("relative errors of " + input.name(), "relative error below", labels(), groups);
    }

    private static int bin(Coordinate coordinate) {
        double error = coordinate.relativeError();
        if (error == 0) {
            return 0;
        }
        double decade = Double.isNaN(error) ? 1 : Math.floor(Math.log10(error)) + 1;
        return (int) Math.max(0, Math.min(BINS - 1, decade - LOWEST));
    }

    private static List<String> labels() {
        String[] labels = new String[BINS];
        Arrays.setAll(labels, bin -> {
            int decade = LOWEST + bin;
            return decade > 0 || decade % LABEL_EVERY != 0 ? "" : decade == 0 ? "1" : "1e" + decade;
        });
        return List.of(labels);
    }
}
