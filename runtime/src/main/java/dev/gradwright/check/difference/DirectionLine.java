package dev.gradwright.check.difference;

import dev.gradwright.check.subject.Input;
import dev.gradwright.check.subject.Subject;
import java.util.ArrayList;
import java.util.List;

/** The objective along a direction through all inputs; components that are 0 stay where they are. */
public final class DirectionLine implements Line {

    private final Subject subject;
    private final Objective objective;
    private final List<double[]> centers = new ArrayList<>();
    private final List<double[]> direction;

    /**
     * The line through the present point.
     *
     * @param direction a component for each coordinate of each input
     */
    public DirectionLine(Subject subject, Objective objective, List<double[]> direction) {
        this.subject = subject;
        this.objective = objective;
        this.direction = direction;
        subject.inputs().forEach(input -> centers.add(input.values()));
    }

    @Override
    public Point at(double distance) {
        move(distance);
        try {
            Subject.Evaluation evaluation = subject.evaluate();
            return new Point(
                    distance,
                    objective.of(evaluation.value()),
                    objective.magnitude(evaluation.value()),
                    evaluation.decisions());
        } finally {
            move(0);
        }
    }

    @Override
    public double lower() {
        return -reach(-1);
    }

    @Override
    public double upper() {
        return reach(1);
    }

    /** How far all coordinates stay in their domains. */
    private double reach(int sign) {
        double reach = Double.POSITIVE_INFINITY;
        for (int i = 0; i < direction.size(); i++) {
            Input input = subject.inputs().get(i);
            if (Double.isInfinite(input.lower()) && Double.isInfinite(input.upper())) {
                continue;
            }
            for (int j = 0; j < input.size(); j++) {
                double component = sign * direction.get(i)[j];
                double room = component > 0 ? input.upper() - centers.get(i)[j] : centers.get(i)[j] - input.lower();
                reach = component == 0 ? reach : Math.min(reach, room / Math.abs(component));
            }
        }
        return reach;
    }

    private void move(double distance) {
        for (int i = 0; i < direction.size(); i++) {
            Input input = subject.inputs().get(i);
            double[] center = centers.get(i);
            double[] component = direction.get(i);
            for (int j = 0; j < center.length; j++) {
                if (component[j] != 0) {
                    input.setValue(j, center[j] + distance * component[j]);
                }
            }
        }
    }
}
