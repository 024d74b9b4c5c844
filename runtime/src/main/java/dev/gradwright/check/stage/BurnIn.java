package dev.gradwright.check.stage;

import dev.gradwright.NamedParameter;
import dev.gradwright.Parameters;
import dev.gradwright.check.difference.Objective;
import dev.gradwright.check.subject.Input;
import dev.gradwright.check.subject.Subject;
import java.util.List;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;

/**
 * Trains a subject for some steps, because gradients at initialisation may be right by chance or of an unusual size. The parameters move, or, of a function
 * without any, its arguments.
 */
public final class BurnIn {

    /** How far a parameter moves in a step of plain descent, as a fraction of its norm. */
    private static final double PACE = 0.01;

    private final Subject subject;
    private final Function<Parameters, Runnable> optimizer;
    private final List<Input> trained;

    /**
     * A training.
     *
     * @param optimizer makes the step of the user's optimizer for parameters; null for plain descent
     */
    public BurnIn(Subject subject, Function<Parameters, Runnable> optimizer) {
        this.subject = subject;
        this.optimizer = optimizer;
        List<Input> parameters =
                subject.inputs().stream().filter(Input::isParameter).toList();
        this.trained = parameters.isEmpty() ? subject.inputs() : parameters;
    }

    /** The values of all inputs, to come back to. */
    public List<double[]> position() {
        return subject.inputs().stream().map(Input::values).toList();
    }

    /** Moves all inputs. */
    public void moveTo(List<double[]> position) {
        for (int i = 0; i < position.size(); i++) {
            Input input = subject.inputs().get(i);
            for (int j = 0; j < input.size(); j++) {
                input.setValue(j, position.get(i)[j]);
            }
        }
    }

    /** Takes steps down the objective. */
    public void train(int steps, long seed) {
        subject.settle();
        double[] weights = Objective.of(subject.evaluate().value().length, seed).weights();
        Parameters parameters = parameters();
        Runnable step = optimizer == null ? () -> descend(parameters) : optimizer.apply(parameters);
        for (int k = 0; k < steps; k++) {
            subject.settle();
            subject.forward();
            copyIn(parameters, subject.backward(weights));
            step.run();
            copyOut(parameters);
        }
    }

    private Parameters parameters() {
        Parameters.Builder builder = Parameters.builder();
        for (Input input : trained) {
            int[] lengths = input.lengths();
            if (lengths.length == 2) {
                DMatrixRMaj value = new DMatrixRMaj(lengths[0], lengths[1]);
                builder.add(input.name(), value, value.createLike());
            } else {
                builder.add(input.name(), new double[input.size()], new double[input.size()]);
            }
        }
        return builder.build();
    }

    private void copyIn(Parameters parameters, List<double[]> gradients) {
        for (Input input : trained) {
            NamedParameter parameter = parameters.get(input.name());
            System.arraycopy(input.values(), 0, parameter.value(0), 0, input.size());
            double[] gradient = gradients.get(subject.inputs().indexOf(input));
            System.arraycopy(gradient, 0, parameter.gradient(0), 0, input.size());
        }
    }

    private void copyOut(Parameters parameters) {
        for (Input input : trained) {
            double[] value = parameters.get(input.name()).value(0);
            for (int j = 0; j < input.size(); j++) {
                input.setValue(j, Math.min(input.upper(), Math.max(input.lower(), value[j])));
            }
        }
    }

    private static void descend(Parameters parameters) {
        for (NamedParameter parameter : parameters) {
            double[] value = parameter.value(0);
            double[] gradient = parameter.gradient(0);
            double slope = norm(gradient);
            double pace = slope == 0 ? 0 : PACE * Math.max(norm(value), PACE) / slope;
            for (int i = 0; i < value.length; i++) {
                value[i] -= pace * gradient[i];
            }
        }
    }

    private static double norm(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum = Math.hypot(sum, value);
        }
        return sum;
    }
}
