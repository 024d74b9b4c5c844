package dev.gradwright.search.report;

import dev.gradwright.search.trial.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A line for each completed trial, through an axis for each hyperparameter and one for the value; the best fifth stand out. */
final class ParallelCoordinates {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 300;
    private static final double SIDE = 70;
    private static final double TOP = 30;
    private static final double BOTTOM = 20;
    private static final int MOST_LINES = 300;
    private static final double GOOD = 0.2;

    private ParallelCoordinates() {}

    static String of(PageStudy study) {
        Drawing drawing = new Drawing("parallel coordinates", WIDTH, HEIGHT);
        List<RangeAxis> axes = study.axes();
        List<TrialRecord> ranked =
                study.ranked().subList(0, Math.min(MOST_LINES, study.ranked().size()));
        int good = (int) Math.ceil(GOOD * study.ranked().size());
        for (int i = ranked.size() - 1; i >= 0; i--) {
            String kind = i == 0 ? "trace best" : i < good ? "trace good" : "trace";
            drawing.path(kind, corners(study, axes, ranked.get(i)), Scatter.hint(ranked.get(i)));
        }
        for (int i = 0; i < axes.size(); i++) {
            axis(drawing, x(i, axes.size()), axes.get(i).title(), axes.get(i).ticks());
        }
        axis(drawing, x(axes.size(), axes.size()), study.value(), study.values().ticks());
        return drawing.svg();
    }

    /** Hyperparameters that do not exist at a trial are passed by. */
    private static double[] corners(PageStudy study, List<RangeAxis> axes, TrialRecord trial) {
        List<Double> corners = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            OptionalDouble fraction = trial.point()
                    .find(axes.get(i).name())
                    .map(axes.get(i)::fraction)
                    .orElse(OptionalDouble.empty());
            if (fraction.isPresent()) {
                corners.add(x(i, axes.size()));
                corners.add(y(fraction.getAsDouble()));
            }
        }
        corners.add(x(axes.size(), axes.size()));
        corners.add(y(study.values().fraction(trial.value())));
        return corners.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void axis(Drawing drawing, double x, String title, List<RangeAxis.Tick> ticks) {
        drawing.line("axis", x, y(0), x, y(1));
        drawing.label(title, x, TOP - 14, "middle");
        for (RangeAxis.Tick tick : ticks) {
            drawing.line("axis", x - 3, y(tick.fraction()), x + 3, y(tick.fraction()));
            drawing.label(tick.words(), x - 6, y(tick.fraction()) + 4, "end");
        }
    }

    private static double x(int index, int last) {
        return SIDE + index * (WIDTH - 2 * SIDE) / Math.max(1, last);
    }

    private static double y(double fraction) {
        return HEIGHT - BOTTOM - fraction * (HEIGHT - TOP - BOTTOM);
    }
}
