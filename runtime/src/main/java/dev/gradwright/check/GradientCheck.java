package dev.gradwright.check;

import dev.gradwright.MissingRuleException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Checks the gradient of one method at one point, in stages: the generated forward gives bit by bit what the user's method gives;
 * tangent and adjoint agree by dot product; the adjoint agrees with centred differences at each coordinate that is sampled. The
 * model and the arguments are as they were afterwards; the gradient's contents are replaced. Where a derivative given by hand has one
 * mode only, that one is compared with differences.
 */
public final class GradientCheck {

    private static final double STEP = 1e-5;
    private static final double SMOOTH = 1e-7;

    private final Subject<?> subject;
    private long seed = 1;
    private double step = STEP;
    private double threshold = SMOOTH;
    private int coordinates = 100;

    GradientCheck(Subject<?> subject) {
        this.subject = subject;
    }

    /** Chooses other random directions and coordinates; 1 if not set. */
    public GradientCheck seed(long value) {
        seed = value;
        return this;
    }

    /**
     * The width of a difference at a coordinate of size up to 1; it grows with larger ones. 1e-5 if not set; from 1e-4 to 1e-6 makes
     * sense.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public GradientCheck step(double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("the step is " + value + "; it must be positive, such as 1e-5");
        }
        step = value;
        return this;
    }

    /**
     * The relative error up to which a coordinate is right; 1e-7 if not set. A deep or strongly curved function earns more.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public GradientCheck threshold(double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException("the threshold is " + value + "; it must be positive, such as 1e-7");
        }
        threshold = value;
        return this;
    }

    /**
     * How many coordinates of each parameter and argument are compared with differences; all if it has no more, 100 if not set.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public GradientCheck coordinates(int value) {
        if (value <= 0) {
            throw new IllegalArgumentException("the number of coordinates is " + value + "; it must be positive");
        }
        coordinates = value;
        return this;
    }

    /** Runs the check. */
    public GradientReport run() {
        double[] value = subject.valueAtCenter();
        for (int i = 0; i < value.length; i++) {
            if (!Double.isFinite(value[i])) {
                return GradientReport.broken(
                        subject.name(),
                        "the result is " + value[i] + " at [" + i
                                + "]; choose a sample where the method is defined, in a static method marked @Sample");
            }
        }
        Objective objective = new Objective(subject, value.length, seed);
        List<double[]> gradients;
        Optional<DotProduct> dots;
        try {
            double[] recorded = subject.recordedValue();
            if (!Arrays.equals(value, recorded)) {
                return GradientReport.broken(
                        subject.name(),
                        "the generated forward gives " + Arrays.toString(recorded) + " where the method gives "
                                + Arrays.toString(value) + "; is it the same method twice?");
            }
            subject.differentiate(objective.weights());
            gradients = subject.inputs().stream().map(Input::gradient).toList();
            dots = dotProduct(objective, gradients);
        } catch (MissingRuleException noReverseRule) {
            gradients = pushed(objective);
            dots = Optional.empty();
        }
        Optional<String> complaint = dots.filter(dot -> !dot.agrees())
                .map(dot -> subject.name() + ": tangent and adjoint disagree: " + dot.fromTangent() + " and "
                        + dot.fromAdjoint() + ", relative gap " + dot.relativeGap());
        Differences differences = new Differences(objective, step, threshold, value);
        List<InputReport> reports = new ArrayList<>();
        for (int i = 0; i < gradients.size(); i++) {
            reports.add(compare(subject.inputs().get(i), gradients.get(i), differences));
        }
        return new GradientReport(subject.name(), complaint, dots, reports);
    }

    /**
     * Runs the check and complains if the gradient is wrong.
     *
     * @throws AssertionError if it is, naming parameter, index, both values and the relative error
     */
    public void orThrow() {
        run().orThrow();
    }

    /** Tangent against adjoint; nothing if the method has no tangent, because a rule in it is given in reverse mode only. */
    private Optional<DotProduct> dotProduct(Objective objective, List<double[]> gradients) {
        SplittableRandom random = new SplittableRandom(seed + 1);
        double adjoint = 0;
        double magnitude = 0;
        for (int i = 0; i < gradients.size(); i++) {
            double[] gradient = gradients.get(i);
            for (int j = 0; j < gradient.length; j++) {
                double direction = random.nextDouble(-1, 1);
                subject.inputs().get(i).setDirection(j, direction);
                adjoint += gradient[j] * direction;
                magnitude += Math.abs(gradient[j] * direction);
            }
        }
        try {
            double[] derivative = subject.derivative();
            return Optional.of(
                    new DotProduct(objective.of(derivative), adjoint, magnitude + objective.magnitude(derivative)));
        } catch (MissingRuleException noForwardRule) {
            return Optional.empty();
        }
    }

    /** The gradient of the objective from tangents alone, one for each coordinate. */
    private List<double[]> pushed(Objective objective) {
        List<double[]> gradients =
                subject.inputs().stream().map(input -> new double[input.size()]).toList();
        for (Input input : subject.inputs()) {
            for (int j = 0; j < input.size(); j++) {
                input.setDirection(j, 0);
            }
        }
        for (int i = 0; i < gradients.size(); i++) {
            Input input = subject.inputs().get(i);
            for (int j = 0; j < input.size(); j++) {
                input.setDirection(j, 1);
                gradients.get(i)[j] = objective.of(subject.derivative());
                input.setDirection(j, 0);
            }
        }
        return gradients;
    }

    private InputReport compare(Input input, double[] gradient, Differences differences) {
        List<Coordinate> checked = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (int index : sampled(input.size())) {
            checked.add(differences.check(input, index, gradient[index]));
            places.add(input.coordinate(index));
        }
        return new InputReport(input.name(), input.shape(), input.size(), checked, places);
    }

    /** Which coordinates of an input are compared: all, or a random choice in ascending order. */
    private int[] sampled(int size) {
        int[] all = new int[size];
        Arrays.setAll(all, i -> i);
        if (size <= coordinates) {
            return all;
        }
        SplittableRandom random = new SplittableRandom(seed + 2);
        for (int i = 0; i < coordinates; i++) {
            int other = random.nextInt(i, size);
            int swapped = all[i];
            all[i] = all[other];
            all[other] = swapped;
        }
        int[] chosen = Arrays.copyOf(all, coordinates);
        Arrays.sort(chosen);
        return chosen;
    }
}
