package dev.gradwright.check;

import dev.gradwright.NamedParameter;
import dev.gradwright.Parameters;
import dev.gradwright.StoppedValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A differentiable method at a point: the user's method, the generated forward and backward, the generated tangent, and what they
 * depend on. Generated checkers build it.
 *
 * @param <R> the method's result type, {@code Double} for a number
 */
public final class Subject<R> {

    private final String name;
    private final List<Input> inputs = new ArrayList<>();
    private Runnable zero = () -> {};
    private Supplier<R> primal;
    private Supplier<R> forward;
    private Consumer<R> backward;
    private Supplier<R> tangent;
    private StoppedValues stopped = new StoppedValues();

    private Subject(String name) {
        this.name = name;
    }

    /** Starts the description of a method, named for people: {@code Affine.forward}. */
    public static <R> Subject<R> of(String name) {
        return new Subject<>(name);
    }

    /** The model's parameters: with their gradients, and with their directions. */
    public Subject<R> parameters(Parameters gradients, Parameters directions) {
        for (int i = 0; i < gradients.list().size(); i++) {
            NamedParameter parameter = gradients.list().get(i);
            inputs.add(Input.of(parameter, directions.get(parameter.name())));
        }
        zero = gradients::zeroGradients;
        return this;
    }

    /** An argument, and where its gradient is after backward. */
    public <T> Subject<R> argument(Argument<T> argument, Supplier<T> gradient) {
        inputs.add(argument.input(gradient));
        return this;
    }

    /** The user's method. */
    public Subject<R> primal(Supplier<R> call) {
        primal = call;
        return this;
    }

    /** The generated forward, which records. */
    public Subject<R> forward(Supplier<R> call) {
        forward = call;
        return this;
    }

    /** The generated backward, which takes a seed. */
    public Subject<R> backward(Consumer<R> call) {
        backward = call;
        return this;
    }

    /** The generated tangent: gives the derivative of the result in the direction that is set. */
    public Subject<R> tangent(Supplier<R> call) {
        tangent = call;
        return this;
    }

    /** A check of this method with the usual settings. */
    public GradientCheck check() {
        Objects.requireNonNull(primal, "the user's method is missing");
        Objects.requireNonNull(forward, "the generated forward is missing");
        Objects.requireNonNull(backward, "the generated backward is missing");
        Objects.requireNonNull(tangent, "the generated tangent is missing");
        return new GradientCheck(this);
    }

    String name() {
        return name;
    }

    List<Input> inputs() {
        return inputs;
    }

    /** The result of the user's method, flat, at the point that is checked. */
    double[] valueAtCenter() {
        stopped = new StoppedValues();
        return value();
    }

    /** The result of the user's method, flat; values through which no derivative flows are those at the point that is checked. */
    double[] value() {
        return Flat.of(stopped.during(primal));
    }

    /** The result of the generated forward, flat; clears the gradient and leaves a record. */
    double[] recordedValue() {
        zero.run();
        return Flat.of(forward.get());
    }

    /** Records and runs backward from a seed, so that the inputs have their gradients. */
    void differentiate(double[] seed) {
        zero.run();
        R value = forward.get();
        backward.accept(Flat.shaped(value, seed));
    }

    /** The derivative of the result in the direction that has been set, flat. */
    double[] derivative() {
        return Flat.of(tangent.get());
    }
}
