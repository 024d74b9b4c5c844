package dev.gradwright.check.subject;

import dev.gradwright.check.report.KinkReport.Knowledge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;

/**
 * A function and a gradient of it that somebody has written by hand, at a point. Needs no processor.
 *
 * <pre>{@code
 * FunctionGradient.<DMatrixRMaj>named("affine")
 *         .parameter("weight", weight)
 *         .parameter("bias", bias)
 *         .input("x", x)
 *         .value(in -> affine(in.matrix("weight"), in.array("bias"), in.matrix("x")))
 *         .pullback((in, seed) -> Map.of("weight", ..., "bias", ..., "x", ...))
 * }</pre>
 *
 * @param <R> the type of the result: {@code Double}, {@code double[]}, {@code double[][]} or {@code DMatrixRMaj}
 */
public final class FunctionGradient<R> {

    final String name;
    final List<LiveInput> inputs = new ArrayList<>();
    final Generators generators = new Generators();
    final Map<String, int[]> indices = new LinkedHashMap<>();
    Function<Inputs, R> value;
    Function<Inputs, R> forward;
    BiFunction<Inputs, R, Map<String, ?>> pullback;
    BiFunction<Inputs, Inputs, R> pushforward;
    Function<Inputs, Incremental<R>> incremental;
    boolean hasSeed = true;
    Knowledge kinks = Knowledge.UNKNOWN;
    int depth = 1;

    private FunctionGradient(String name) {
        this.name = name;
    }

    /** Starts the description of a function, named for people. */
    public static <R> FunctionGradient<R> named(String name) {
        return new FunctionGradient<>(name);
    }

    /**
     * A number that the gradient is taken with respect to.
     *
     * @throws IllegalArgumentException if another input has the name
     */
    public FunctionGradient<R> input(String input, double at) {
        return add(input, at, false);
    }

    /** An array that the gradient is taken with respect to. The check works on a copy. */
    public FunctionGradient<R> input(String input, double[] at) {
        return add(input, at, false);
    }

    /** An array of arrays that the gradient is taken with respect to. The check works on a copy. */
    public FunctionGradient<R> input(String input, double[][] at) {
        return add(input, at, false);
    }

    /** A matrix that the gradient is taken with respect to. The check works on a copy. */
    public FunctionGradient<R> input(String input, DMatrixRMaj at) {
        return add(input, at, false);
    }

    /** An array that the gradient is taken with respect to, and that burn-in trains. */
    public FunctionGradient<R> parameter(String parameter, double[] at) {
        return add(parameter, at, true);
    }

    /** An array of arrays that the gradient is taken with respect to, and that burn-in trains. */
    public FunctionGradient<R> parameter(String parameter, double[][] at) {
        return add(parameter, at, true);
    }

    /** A matrix that the gradient is taken with respect to, and that burn-in trains. */
    public FunctionGradient<R> parameter(String parameter, DMatrixRMaj at) {
        return add(parameter, at, true);
    }

    /**
     * Says that the function is only defined between two values of the input named last; differences do not go beyond them.
     *
     * @throws IllegalArgumentException if a value of the input lies outside
     */
    public FunctionGradient<R> within(double lower, double upper) {
        if (inputs.isEmpty()) {
            throw new IllegalStateException(
                    "within(" + lower + ", " + upper + ") speaks of the input before it; there is none");
        }
        LiveInput last = inputs.remove(inputs.size() - 1);
        for (int i = 0; i < last.size(); i++) {
            if (!(last.value(i) >= lower && last.value(i) <= upper)) {
                throw new IllegalArgumentException("input " + last.name() + " is " + last.value(i) + " at "
                        + last.place(i) + ", outside of its domain from " + lower + " to " + upper);
            }
        }
        inputs.add(new LiveInput(last.name(), last.value(), last.isParameter(), lower, upper));
        return this;
    }

    /** The function. */
    public FunctionGradient<R> value(Function<Inputs, R> function) {
        value = function;
        return this;
    }

    /** A forward half of the gradient, which computes the function again and keeps what the pullback needs. Not needed by most. */
    public FunctionGradient<R> forward(Function<Inputs, R> half) {
        forward = half;
        return this;
    }

    /**
     * The gradient: takes a seed in the shape of the result, and gives for each input, by name, the derivative of the sum of seed times result in
     * the shape of the input (a vector-Jacobian product).
     */
    public FunctionGradient<R> pullback(BiFunction<Inputs, R, Map<String, ?>> gradient) {
        pullback = gradient;
        return this;
    }

    /** The tangent, if there is one: takes a direction for each input, and gives the derivative of the result in this direction. */
    public FunctionGradient<R> pushforward(BiFunction<Inputs, Inputs, R> tangent) {
        pushforward = tangent;
        return this;
    }

    /**
     * A shorter way to the function where a single number is moved, which makes it affordable to compare every coordinate of a large model. It is
     * made at the point that is checked, where it can keep what it needs. The check compares it with the function at some coordinates first, takes
     * directions by the function alone, and compares what fails once more by the function.
     *
     * <pre>{@code
     * .incremental(in -> {
     *     double[][] scores = scores(in);
     *     return (input, index, to) -> input.equals("bias") ? lossWith(scores, index, to - in.array("bias")[index]) : null;
     * })
     * }</pre>
     */
    public FunctionGradient<R> incremental(Function<Inputs, Incremental<R>> way) {
        incremental = way;
        return this;
    }

    /**
     * Names an object whose generators ({@link java.util.Random}), at any depth, are given the same seed before each evaluation; or such a generator. They do not
     * go on with their own sequence after a check.
     */
    public FunctionGradient<R> randomness(Object owner) {
        generators.addHeldBy(owner);
        return this;
    }

    /** Names indices that the function looks up with, so that a fault at repeated ones can be told. */
    public FunctionGradient<R> indices(String array, int... values) {
        indices.put(array, values.clone());
        return this;
    }

    /** Claims that the function has no kinks, which makes thresholds strict. */
    public FunctionGradient<R> smooth() {
        kinks = Knowledge.NONE;
        return this;
    }

    /** Says that the function notes all of its {@link dev.gradwright.check.kink.Decisions}. */
    public FunctionGradient<R> notesDecisions() {
        kinks = Knowledge.LOGGED;
        return this;
    }

    /**
     * Says how many layers deep the function is, which widens the thresholds.
     *
     * @throws IllegalArgumentException if the number is not positive
     */
    public FunctionGradient<R> depth(int layers) {
        if (layers <= 0) {
            throw new IllegalArgumentException("the depth is " + layers + "; it must be positive");
        }
        depth = layers;
        return this;
    }

    /**
     * What a check sees of it.
     *
     * @throws IllegalStateException if the function, its gradient or all inputs are missing
     */
    public Subject subject() {
        if (inputs.isEmpty() || value == null || pullback == null) {
            throw new IllegalStateException(name + " lacks "
                    + (inputs.isEmpty()
                            ? "inputs: call input(name, at)"
                            : value == null ? "the function: call value(...)" : "the gradient: call pullback(...)"));
        }
        return new FunctionSubject<>(this);
    }

    /** Says that the gradient is not asked with a seed: the result is one number, and the gradient is its own. */
    public FunctionGradient<R> gradient(Function<Inputs, Map<String, ?>> gradient) {
        hasSeed = false;
        pullback = (in, seed) -> gradient.apply(in);
        return this;
    }

    private FunctionGradient<R> add(String input, Object at, boolean isParameter) {
        Objects.requireNonNull(at, () -> "input " + input + " is null");
        if (inputs.stream().anyMatch(other -> other.name().equals(input))) {
            throw new IllegalArgumentException("two inputs are named " + input);
        }
        inputs.add(new LiveInput(input, at, isParameter, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        return this;
    }
}
