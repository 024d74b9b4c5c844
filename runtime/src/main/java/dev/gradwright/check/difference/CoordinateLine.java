package dev.gradwright.check.difference;

import dev.gradwright.check.subject.Input;
import dev.gradwright.check.subject.Subject;

/** The objective along one coordinate of an input. */
public final class CoordinateLine implements Line {

    private final Subject subject;
    private final Objective objective;
    private final Input input;
    private final int index;
    private final double center;

    /** The line through the present point. */
    public CoordinateLine(Subject subject, Objective objective, Input input, int index) {
        this.subject = subject;
        this.objective = objective;
        this.input = input;
        this.index = index;
        this.center = input.value(index);
    }

    @Override
    public Point at(double distance) {
        double moved = center + distance;
        input.setValue(index, moved);
        try {
            Subject.Evaluation evaluation = subject.evaluate();
            return new Point(
                    moved - center,
                    objective.of(evaluation.value()),
                    objective.magnitude(evaluation.value()),
                    evaluation.decisions());
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
