package dev.gradwright.search.report;

import java.util.Map;

/** A bar for each hyperparameter, the most important first. */
final class ImportanceChart {

    private static final int WIDTH = 400;
    private static final int ROW = 24;
    private static final double LEFT = 130;
    private static final double RIGHT = 50;

    private ImportanceChart() {}

    static String of(Map<String, Double> importances) {
        Drawing drawing = new Drawing("importance of hyperparameters", WIDTH, ROW * importances.size() + 8);
        int row = 0;
        for (Map.Entry<String, Double> bar : importances.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .toList()) {
            double y = 4 + ROW * row++;
            String percent = Math.round(100 * bar.getValue()) + " %";
            drawing.label(bar.getKey(), LEFT - 8, y + 16, "end");
            double length = bar.getValue() * (WIDTH - LEFT - RIGHT);
            drawing.box("bar", LEFT, y + 3, length, ROW - 6, bar.getKey() + ": " + percent);
            drawing.label(percent, LEFT + length + 6, y + 16, "start");
        }
        return drawing.svg();
    }
}
