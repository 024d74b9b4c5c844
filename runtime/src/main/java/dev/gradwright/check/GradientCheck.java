package dev.gradwright.check;

import dev.gradwright.Parameters;
import dev.gradwright.check.report.GradientReport;
import dev.gradwright.check.report.Part;
import dev.gradwright.check.report.PassReport;
import dev.gradwright.check.report.RegularizationReport;
import dev.gradwright.check.settings.CheckSettings;
import dev.gradwright.check.stage.BurnIn;
import dev.gradwright.check.stage.PassCheck;
import dev.gradwright.check.subject.FunctionGradient;
import dev.gradwright.check.subject.Subject;
import dev.gradwright.check.subject.SumSubject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Checks the gradient of a function at one point, in {@link dev.gradwright.check.settings.Stage}s. Works for generated gradients, whose checkers make it, and for gradients that
 * somebody has written:
 *
 * <pre>{@code
 * GradientCheck.of(f, gradient).at(1.2, 1.0).orThrow();
 * }</pre>
 *
 * <p>Immutable; each method gives a changed check. A gradient by hand is checked on copies of its inputs, so several threads may run one
 * check if its functions keep no state; a generated one belongs to a model, which one thread at a time may check. Model and arguments are as they were after a run; the gradient's contents are replaced.
 *
 * <p>A {@code java.util.Random} that the model holds is given the same seed before each evaluation. A run leaves it in the sequence of that seed, for its own cannot be
 * read: a model that is checked amid training draws other numbers afterwards, so check a copy or seed its generators anew.
 */
public final class GradientCheck {

    private final Supplier<Subject> source;
    private final CheckSettings settings;
    private final Supplier<Subject> more;
    private final Optional<Supplier<Subject>> penalty;
    private final Function<Parameters, Runnable> optimizer;
    private final Optional<String> replay;

    private GradientCheck(
            Supplier<Subject> source,
            CheckSettings settings,
            Supplier<Subject> more,
            Optional<Supplier<Subject>> penalty,
            Function<Parameters, Runnable> optimizer,
            Optional<String> replay) {
        this.source = source;
        this.settings = settings;
        this.more = more;
        this.penalty = penalty;
        this.optimizer = optimizer;
        this.replay = replay;
    }

    /** A check of a subject. */
    public static GradientCheck of(Subject subject) {
        return of(() -> subject);
    }

    private static GradientCheck of(Supplier<Subject> source) {
        return new GradientCheck(source, CheckSettings.usual(), null, Optional.empty(), null, Optional.empty());
    }

    /** A check of a gradient by hand, of any inputs and results. */
    public static GradientCheck of(FunctionGradient<?> gradient) {
        gradient.subject();
        return of(gradient::subject);
    }

    /** A check of a gradient by hand, of a function of an array. */
    public static ArrayFunction of(ToDoubleFunction<double[]> function, UnaryOperator<double[]> gradient) {
        return new ArrayFunction(
                Objects.requireNonNull(function, "the function is null"),
                Objects.requireNonNull(gradient, "the gradient is null"));
    }

    /** A function of an array and its gradient, which lack a point. */
    public static final class ArrayFunction {

        private final ToDoubleFunction<double[]> function;
        private final UnaryOperator<double[]> gradient;

        private ArrayFunction(ToDoubleFunction<double[]> function, UnaryOperator<double[]> gradient) {
            this.function = function;
            this.gradient = gradient;
        }

        /**
         * The check at a point, which is copied.
         *
         * @throws IllegalArgumentException if there are no numbers
         */
        public GradientCheck at(double... x) {
            if (x.length == 0) {
                throw new IllegalArgumentException(
                        "the point is empty; give the numbers where the gradient is checked");
            }
            return of(FunctionGradient.<Double>named("f")
                    .parameter("x", x)
                    .value(in -> function.applyAsDouble(in.array("x")))
                    .gradient(in -> Collections.singletonMap("x", gradient.apply(in.array("x")))));
        }
    }

    /** The same with these settings. */
    public GradientCheck with(CheckSettings other) {
        return new GradientCheck(source, other, more, penalty, optimizer, replay);
    }

    /** The same with changed settings: {@code with(settings -> settings.seed(7))}. */
    public GradientCheck with(UnaryOperator<CheckSettings> change) {
        return with(change.apply(settings));
    }

    /** Chooses other random directions and coordinates; 1 if not set. */
    public GradientCheck seed(long value) {
        return with(settings.seed(value));
    }

    /**
     * The step at a coordinate of size up to 1; it grows with larger ones. 1e-5 for centred differences if not set; from 1e-4 to 1e-6 makes
     * sense.
     */
    public GradientCheck step(double value) {
        return with(settings.step(value));
    }

    /** The relative error up to which a coordinate is right; 1e-7 if not set. A deep or strongly curved function earns more. */
    public GradientCheck threshold(double value) {
        return with(settings.threshold(value));
    }

    /** How many random coordinates of all parameters and arguments are compared; all if there are no more, 100 if not set. */
    public GradientCheck coordinates(int value) {
        return with(settings.coordinates(value));
    }

    /** Says how other subjects like this one can be had, with models of their own, so that threads can share the work. */
    public GradientCheck more(Supplier<GradientCheck> same) {
        return new GradientCheck(source, settings, () -> same.get().source.get(), penalty, optimizer, replay);
    }

    /** Says how the same check can be run again, for the message of a failure. */
    public GradientCheck replay(String how) {
        return new GradientCheck(source, settings, more, penalty, optimizer, Optional.of(how));
    }

    /** The settings in force. */
    public CheckSettings settings() {
        return settings;
    }

    /**
     * Adds the penalty of the model: the loss without it, the penalty, and both are checked one after the other, because a dominant
     * penalty hides a wrong gradient of the loss.
     *
     * @throws IllegalArgumentException when run, if loss or penalty is not one number
     */
    public GradientCheck regularization(GradientCheck other) {
        return new GradientCheck(source, settings, more, Optional.of(other.source), optimizer, replay);
    }

    /**
     * Repeats the check after some steps of training with an optimizer.
     *
     * @param steps how many
     * @param training makes what takes one step for the parameters it is given, whose gradients are there:
     *     {@code parameters -> new Optimizer(parameters, Sgd.momentum(0.1, 0.9))::step}
     */
    public GradientCheck burnIn(int steps, Function<Parameters, Runnable> training) {
        return new GradientCheck(source, settings.burnIn(steps), more, penalty, training, replay);
    }

    /** Repeats the check after some steps of plain descent, each of which moves a parameter by a hundredth of its norm. */
    public GradientCheck burnIn(int steps) {
        return new GradientCheck(source, settings.burnIn(steps), more, penalty, null, replay);
    }

    /** Runs the check. */
    public GradientReport run() {
        Subject subject = source.get();
        Optional<Subject> other = penalty.map(Supplier::get);
        List<PassReport> passes = new ArrayList<>();
        List<RegularizationReport> regularization = new ArrayList<>();
        passesAt(subject, other, 0, passes, regularization);
        if (settings.burnIn() > 0) {
            Subject trained = other.<Subject>map(second -> new SumSubject(subject, second))
                    .orElse(subject);
            BurnIn burnIn = new BurnIn(trained, optimizer);
            List<double[]> start = burnIn.position();
            try {
                burnIn.train(settings.burnIn(), settings.seed());
                passesAt(subject, other, settings.burnIn(), passes, regularization);
            } finally {
                burnIn.moveTo(start);
            }
        }
        return new GradientReport(subject.name(), settings, passes, regularization, replay);
    }

    private void passesAt(
            Subject subject,
            Optional<Subject> other,
            int steps,
            List<PassReport> passes,
            List<RegularizationReport> regularization) {
        PassReport data = new PassCheck(subject, settings, more).run(Part.DATA, steps);
        passes.add(data);
        if (other.isPresent()) {
            PassReport alone = new PassCheck(other.get(), settings, null).run(Part.REGULARIZATION, steps);
            passes.add(alone);
            passes.add(new PassCheck(new SumSubject(subject, other.get()), settings, null).run(Part.BOTH, steps));
            regularization.add(RegularizationReport.of(data, alone));
        }
    }

    /**
     * Runs the check and complains if the gradient is wrong.
     *
     * @throws AssertionError if it is, naming parameter, index, both values and the relative error
     */
    public void orThrow() {
        run().orThrow();
    }
}
