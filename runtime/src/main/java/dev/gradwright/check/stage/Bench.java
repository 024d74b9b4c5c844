package dev.gradwright.check.stage;

import dev.gradwright.check.difference.Objective;
import dev.gradwright.check.settings.CheckSettings;
import dev.gradwright.check.subject.Input;
import dev.gradwright.check.subject.Subject;
import java.util.List;

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

    /** Records and runs backward; the gradient of the objective for each input. */
    List<double[]> gradients(double[] seed) {
        subject.forward();
        return subject.backward(seed.clone());
    }

    Bench with(Objective other) {
        return new Bench(subject, settings, center, other);
    }
}
