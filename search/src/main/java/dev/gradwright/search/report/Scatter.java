package dev.gradwright.search.report;

import dev.gradwright.search.trial.State;
import dev.gradwright.search.trial.TrialRecord;
import dev.gradwright.search.watch.Borders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Charts with a dot for each trial: values by number, and values by hyperparameter. */
final class Scatter {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 230;
    private static final double LEFT = 52;
    private static final double RIGHT = 10;
    private static final double TOP = 10;
    private static final double BOTTOM = 40;
    private static final int MOST_DOTS = 2000;

    private final PageStudy study;
    private final ValueAxis values;
    private final Drawing drawing;

    private Scatter(PageStudy study, String title) {
        this.study = study;
        this.values = study.values();
        this.drawing = new Drawing(title, WIDTH, HEIGHT);
    }

    /** The values of trials by their numbers, with the best so far as a line of stairs. */
    static String history(PageStudy study) {
        Scatter chart = new Scatter(study, study.value() + " by trial");
        int last = Math.max(
                1, study.trials().stream().mapToInt(TrialRecord::number).max().orElse(1));
        chart.valueTicks();
        for (double number : RangeAxis.steps(0, last)) {
            chart.drawing.label(Figures.few(number), x(number / last), HEIGHT - BOTTOM + 16, "middle");
        }
        chart.drawing.label("trial", x(0.5), HEIGHT - 6, "middle");
        for (TrialRecord trial : thinned(study.trials())) {
            chart.dot(trial, trial.number() / (double) last);
        }
        chart.bestSoFar(last);
        return chart.drawing.svg();
    }

    /** The values of trials by a hyperparameter, with the ends of its range marked. */
    static String slice(PageStudy study, RangeAxis axis) {
        Scatter chart = new Scatter(study, study.value() + " by " + axis.name());
        if (axis.hasBorders()) {
            chart.border(0, Borders.NEAR);
            chart.border(1 - Borders.NEAR, 1);
        }
        chart.valueTicks();
        for (RangeAxis.Tick tick : axis.ticks()) {
            chart.drawing.label(tick.words(), x(tick.fraction()), HEIGHT - BOTTOM + 16, "middle");
        }
        chart.drawing.label(axis.title(), x(0.5), HEIGHT - 6, "middle");
        for (TrialRecord trial : thinned(study.trials())) {
            trial.point()
                    .find(axis.name())
                    .map(axis::fraction)
                    .filter(fraction -> fraction.isPresent())
                    .ifPresent(fraction -> chart.dot(trial, fraction.getAsDouble()));
        }
        return chart.drawing.svg();
    }

    private void border(double from, double to) {
        drawing.box("border", x(from), TOP, x(to) - x(from), HEIGHT - TOP - BOTTOM, "within 5 % of an end");
    }

    private void valueTicks() {
        for (RangeAxis.Tick tick : values.ticks()) {
            drawing.line("grid", LEFT, y(tick.fraction()), WIDTH - RIGHT, y(tick.fraction()));
            drawing.label(tick.words(), LEFT - 6, y(tick.fraction()) + 4, "end");
        }
    }

    /** Trials without a value stand at the worse edge. */
    private void dot(TrialRecord trial, double fraction) {
        boolean isBest =
                study.best().filter(best -> best.number() == trial.number()).isPresent();
        double worst = study.direction().cost(1) > 0 ? 1 : 0;
        double height = Double.isFinite(trial.value()) ? values.fraction(trial.value()) : worst;
        drawing.dot(
                "dot " + trial.state().name().toLowerCase(Locale.ROOT) + (isBest ? " best" : ""),
                x(fraction),
                y(height),
                hint(trial));
    }

    private void bestSoFar(int last) {
        List<Double> corners = new ArrayList<>();
        double best = Double.NaN;
        for (TrialRecord trial : study.trials()) {
            if (trial.state() == State.COMPLETED
                    && (Double.isNaN(best) || study.direction().isBetter(trial.value(), best))) {
                double x = x(trial.number() / (double) last);
                if (!Double.isNaN(best)) {
                    corners.addAll(List.of(x, y(values.fraction(best))));
                }
                best = trial.value();
                corners.addAll(List.of(x, y(values.fraction(best))));
            }
        }
        if (!corners.isEmpty()) {
            corners.addAll(List.of(x(1), y(values.fraction(best))));
            drawing.path(
                    "best-so-far",
                    corners.stream().mapToDouble(Double::doubleValue).toArray(),
                    "best so far");
        }
    }

    static String hint(TrialRecord trial) {
        return "trial " + trial.number() + ": "
                + (trial.state() == State.COMPLETED
                        ? Figures.few(trial.value())
                        : trial.state().name().toLowerCase(Locale.ROOT) + ", " + trial.reason())
                + "; " + trial.point();
    }

    /** So few trials that a browser can draw them, spread evenly over all. */
    private static List<TrialRecord> thinned(List<TrialRecord> trials) {
        int step = (trials.size() - 1) / MOST_DOTS + 1;
        List<TrialRecord> some = new ArrayList<>();
        for (int i = 0; i < trials.size(); i += step) {
            some.add(trials.get(i));
        }
        return some;
    }

    private static double x(double fraction) {
        return LEFT + fraction * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double fraction) {
        return HEIGHT - BOTTOM - fraction * (HEIGHT - TOP - BOTTOM);
    }
}
