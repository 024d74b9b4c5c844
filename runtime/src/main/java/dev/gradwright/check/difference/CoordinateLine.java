package dev.gradwright.check.difference;

import dev.gradwright.check.subject.Input;
import dev.gradwright.check.subject.Subject;

/** The objective along one coordinate of an input, by the function or by its shortcut. */
public final class CoordinateLine implements Line {

    private final Subject subject;
    private final Objective objective;
    private final int place;
    private final Input input;
    private final int index;
    private final double center;
    private final boolean isShort;

    private CoordinateLine(Subject subject, Objective objective, int place, int index, boolean isShort) {
        this.subject = subject;
        this.objective = objective;
        this.place = place;
        this.input = subject.inputs().get(place);
        this.index = index;
        this.center = input.value(index);
        this.isShort = isShort;
    }

    /**
     * The line through the present point, by evaluations of the function.
     *
     * @param input the index of the input
     * @param index the index of the coordinate
     */
    public static CoordinateLine of(Subject subject, Objective objective, int input, int index) {
        return new CoordinateLine(subject, objective, input, index, false);
    }

    /** The same line by the function's shortcut, wherever there is one. */
    public CoordinateLine shortened() {
        return new CoordinateLine(subject, objective, place, index, true);
    }

    @Override
    public Point at(double distance) {
        double moved = center + distance;
        Subject.Evaluation evaluation =
                isShort ? subject.shortcut(place, index, moved).orElseGet(() -> evaluate(moved)) : evaluate(moved);
        return new Point(
                moved - center,
                objective.of(evaluation.value()),
                objective.magnitude(evaluation.value()),
                evaluation.decisions());
    }

    private Subject.Evaluation evaluate(double moved) {
        input.setValue(index, moved);
        try {
            return subject.evaluate();
        } finally {
            input.setValue(index, center);
        }
    }

    @Override
    public double lower() {
        return input.lower() - center;
    }

    @Override
    public double upper() {
        return input.upper() - center;
    }

    @Override
    public double scale() {
        return Math.max(1, Math.abs(center));
    }
}
