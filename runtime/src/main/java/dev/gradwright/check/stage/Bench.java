package dev.gradwright.check.stage;

import dev.gradwright.check.difference.Objective;
import dev.gradwright.check.settings.CheckSettings;
import dev.gradwright.check.subject.Input;
import dev.gradwright.check.subject.Subject;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the stages of a pass share: a subject that rests at a point where it can be evaluated.
 *
 * @param subject the subject
 * @param settings the settings
 * @param center the result at the point
 * @param objective the number whose derivative is checked
 */
record Bench(Subject subject, CheckSettings settings, Subject.Evaluation center, Objective objective) {

    List<Input> inputs() {
        return subject.inputs();
    }

    /** Records and runs backward; the gradient of the objective for each input. Leaves the inputs where they are, even if the gradient does not. */
    List<double[]> gradients(double[] seed) {
        return keepingInputs(() -> {
            subject.forward();
            return subject.backward(seed.clone());
        });
    }

    /** Runs backward again from the record of the last {@link #gradients}. Leaves the inputs where they are. */
    List<double[]> gradientsAgain(double[] seed) {
        return keepingInputs(() -> subject.backward(seed.clone()));
    }

    /** Does something and puts the inputs back, so that what moves them is found once and not taken for something else. */
    <T> T keepingInputs(Supplier<T> action) {
        List<double[]> before = inputs().stream().map(Input::values).toList();
        try {
            return action.get();
        } finally {
            for (int i = 0; i < before.size(); i++) {
                for (int j = 0; j < before.get(i).length; j++) {
                    inputs().get(i).setValue(j, before.get(i)[j]);
                }
            }
        }
    }

    Bench with(Objective other) {
        return new Bench(subject, settings, center, other);
    }
}
