package dev.gradwright.check.subject;

import dev.gradwright.NamedParameter;
import dev.gradwright.Parameters;
import dev.gradwright.StoppedValues;
import dev.gradwright.check.kink.Decisions;
import dev.gradwright.check.report.KinkReport.Knowledge;
import dev.gradwright.check.report.KinkSite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A differentiable method at a point: the user's method, the generated forward and backward, the generated tangent, and what they
 * depend on. Generated checkers build it. A method with a derivative given by hand in one mode is compared with differences in that mode.
 *
 * @param <R> the method's result type, {@code Double} for a number
 */
public final class GeneratedSubject<R> implements Subject {

    private final String name;
    private final List<Input> inputs = new ArrayList<>();
    private final List<Supplier<double[]>> gradients = new ArrayList<>();
    private final Map<String, int[]> indices = new LinkedHashMap<>();
    private final Generators generators = new Generators();
    private Runnable zero = () -> {};
    private Supplier<R> primal;
    private Supplier<R> forward;
    private Consumer<R> backward;
    private Supplier<R> tangent;
    private Modes modes;
    private StoppedValues stopped = new StoppedValues();
    private Decisions center = Decisions.none();
    private R like;
    private boolean hasKeptSeed = true;
    private int depth = 1;

    private GeneratedSubject(String name) {
        this.name = name;
    }

    /** Starts the description of a method, named for people: {@code Affine.forward}. */
    public static <R> GeneratedSubject<R> of(String name) {
        return new GeneratedSubject<>(name);
    }

    /** The model's parameters: with their gradients, and with their directions. */
    public GeneratedSubject<R> parameters(Parameters values, Parameters directions) {
        for (NamedParameter parameter : values) {
            ParameterInput input = new ParameterInput(parameter, directions.get(parameter.name()));
            inputs.add(input);
            gradients.add(input::gradient);
        }
        zero = values::zeroGradients;
        depth = Math.max(1, (int) values.list().stream()
                .map(parameter -> parameter.name().substring(0, parameter.name().lastIndexOf('.') + 1))
                .distinct()
                .count());
        return this;
    }

    /** An argument, and where its gradient is after backward. */
    public <T> GeneratedSubject<R> argument(Argument<T> argument, Supplier<T> gradient) {
        inputs.add(argument);
        gradients.add(() -> Flat.of(gradient.get()));
        return this;
    }

    /** An argument that holds indices. */
    public GeneratedSubject<R> indices(String argument, int[] values) {
        indices.put(argument, values.clone());
        return this;
    }

    /** The model, whose random generators are given the same seed before each evaluation. */
    public GeneratedSubject<R> model(Object model) {
        generators.addHeldBy(model);
        return this;
    }

    /** The user's method. */
    public GeneratedSubject<R> primal(Supplier<R> call) {
        primal = call;
        return this;
    }

    /** The generated forward, which records. */
    public GeneratedSubject<R> forward(Supplier<R> call) {
        forward = call;
        return this;
    }

    /** The generated backward, which takes a seed. */
    public GeneratedSubject<R> backward(Consumer<R> call) {
        backward = call;
        return this;
    }

    /** The generated tangent: gives the derivative of the result in the direction that is set. */
    public GeneratedSubject<R> tangent(Supplier<R> call) {
        tangent = call;
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Input> inputs() {
        return List.copyOf(inputs);
    }

    @Override
    public void settle() {
        // values through which no derivative flows are those at the point that is checked
        stopped = new StoppedValues();
        generators.reseed();
        stopped.during(primal);
        modes = modes == null ? new Modes(this::record, this::tangent) : modes;
        center = decisions();
    }

    @Override
    public Evaluation evaluate() {
        generators.reseed();
        double[] value = Flat.of(stopped.during(primal));
        // where nothing is decided there is nothing to compare
        return new Evaluation(value, center.isEmpty() ? center : decisions());
    }

    /** The decisions at the inputs' present values, as the tangent notes them, in all models inside. */
    private Decisions decisions() {
        if (!hasTangent()) {
            return Decisions.unknown();
        }
        generators.reseed();
        return Decisions.during(tangent).decisions();
    }

    @Override
    public double[] forward() {
        if (modes.hasReverse()) {
            return record();
        }
        generators.reseed();
        like = stopped.during(primal);
        return Flat.of(like);
    }

    private double[] record() {
        generators.reseed();
        like = forward.get();
        return Flat.of(like);
    }

    @Override
    public List<double[]> backward(double[] seed) {
        if (!modes.hasReverse()) {
            return fromTangents(seed);
        }
        zero.run();
        R given = Flat.shaped(like, seed);
        backward.accept(given);
        hasKeptSeed = Arrays.equals(Flat.of(given), seed);
        return gradients.stream().map(Supplier::get).toList();
    }

    /** The gradient of a method without reverse mode, a tangent for each of its numbers. */
    private List<double[]> fromTangents(double[] seed) {
        inputs.forEach(input -> IntStream.range(0, input.size()).forEach(j -> input.setDirection(j, 0)));
        return inputs.stream()
                .map(input -> IntStream.range(0, input.size())
                        .mapToDouble(j -> {
                            input.setDirection(j, 1);
                            double[] derivative = tangent();
                            input.setDirection(j, 0);
                            return IntStream.range(0, seed.length)
                                    .mapToDouble(k -> seed[k] * derivative[k])
                                    .sum();
                        })
                        .toArray())
                .toList();
    }

    @Override
    public double[] tangent() {
        generators.reseed();
        return Flat.of(tangent.get());
    }

    @Override
    public boolean hasForward() {
        return modes.hasReverse();
    }

    @Override
    public boolean hasSeed() {
        return true;
    }

    @Override
    public boolean hasTangent() {
        return modes.hasReverse() && modes.hasForward();
    }

    @Override
    public boolean tellsTransposes() {
        return true;
    }

    @Override
    public boolean hasKeptSeed() {
        return hasKeptSeed;
    }

    @Override
    public Knowledge kinks() {
        if (!center.isComplete()) {
            return Knowledge.UNKNOWN;
        }
        return center.isEmpty() ? Knowledge.NONE : Knowledge.LOGGED;
    }

    @Override
    public List<KinkSite> kinkSites() {
        return center.places();
    }

    @Override
    public Map<String, int[]> indices() {
        return Map.copyOf(indices);
    }

    @Override
    public int depth() {
        return depth;
    }
}
