package dev.gradwright.check.diagnosis;

import dev.gradwright.check.report.Coordinate;
import dev.gradwright.check.report.InputReport;
import dev.gradwright.check.subject.Subject;
import java.util.List;

/**
 * What patterns look at: one input with wrong derivatives.
 *
 * @param subject the subject
 * @param report what was compared
 * @param gradient the analytic gradient of the input, all of it
 * @param failed the coordinates that failed
 * @param wrong those of them that straddle no kink, or all if all do: a difference between two slopes fits no pattern
 * @param right those that agree and are not zero
 */
record Evidence(
        Subject subject,
        InputReport report,
        double[] gradient,
        List<Coordinate> failed,
        List<Coordinate> wrong,
        List<Coordinate> right) {

    static Evidence of(Subject subject, InputReport report, double[] gradient) {
        List<Coordinate> failed = report.coordinates().stream()
                .filter(c -> c.verdict().isFailure())
                .toList();
        List<Coordinate> clear = failed.stream().filter(c -> c.kink().isEmpty()).toList();
        List<Coordinate> right = report.coordinates().stream()
                .filter(c -> !c.verdict().isFailure() && c.verdict().counts() && c.analytic() != 0)
                .toList();
        return new Evidence(subject, report, gradient, failed, clear.isEmpty() ? failed : clear, right);
    }

    /** Whether two numbers agree as far as a pattern needs. */
    static boolean near(double one, double other) {
        return Math.abs(one - other) <= 1e-4 * Math.max(Math.abs(one), Math.abs(other));
    }
}
