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
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A differentiable method at a point: the user's method, the generated forward and backward, the generated tangent, and what they
 * depend on. Generated checkers build it. A method with a derivative given by hand in one mode is compared with differences in that mode.
 */
public final class GeneratedSubject implements Subject {

    private final String name;
    private final GeneratedCalls calls;
    private final int method;
    private final CallArguments arguments = new CallArguments();
    private final List<Input> inputs = new ArrayList<>();
    private final List<ParameterInput> parameters = new ArrayList<>();
    private final Map<String, int[]> indices = new LinkedHashMap<>();
    private final Generators generators = new Generators();
    private final int depth;
    private final Modes modes = new Modes(this::record, this::tangent);
    private StoppedValues stopped = new StoppedValues();
    private Decisions center = Decisions.none();
    private Object like;
    private boolean hasKeptSeed = true;

    GeneratedSubject(String name, GeneratedCalls calls, int method, Object model) {
        this.name = name;
        this.calls = calls;
        this.method = method;
        // before each evaluation the model's random generators are given the same seed
        generators.addHeldBy(model);
        Parameters directions = calls.directions();
        for (NamedParameter parameter : calls.parameters()) {
            parameters.add(new ParameterInput(parameter, directions.get(parameter.name())));
        }
        inputs.addAll(parameters);
        depth = Math.max(1, (int) calls.parameters().list().stream()
                .map(parameter -> parameter.name().substring(0, parameter.name().lastIndexOf('.') + 1))
                .distinct()
                .count());
    }

    /** The next argument, with respect to which a derivative is taken: a number, an array or a matrix, or an array of such. */
    public GeneratedSubject argument(String argument, Object value) {
        Argument input = new Argument(argument, value);
        inputs.add(input);
        arguments.add(input);
        return this;
    }

    /** The next argument, with respect to which none is taken. */
    public GeneratedSubject constant(Object value) {
        arguments.addConstant(value);
        return this;
    }

    /** The next argument, which holds indices. */
    public GeneratedSubject indices(String argument, int[] values) {
        arguments.addConstant(values);
        indices.put(argument, values.clone());
        return this;
    }

    /** The next argument, a source of random numbers. */
    public GeneratedSubject random(RandomGenerator source) {
        arguments.addSource(source.nextLong(), Random::new);
        return this;
    }

    /** The next argument, a source of random numbers. */
    public GeneratedSubject random(SplittableRandom source) {
        arguments.addSource(source.nextLong(), SplittableRandom::new);
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
        stopped.during(this::primal);
        center = decisions();
    }

    @Override
    public Evaluation evaluate() {
        generators.reseed();
        double[] value = Flat.of(stopped.during(this::primal));
        // where nothing is decided there is nothing to compare
        return new Evaluation(value, center.isEmpty() ? center : decisions());
    }

    /** The decisions at the inputs' present values, as the tangent notes them, in all models inside. */
    private Decisions decisions() {
        if (!hasTangent()) {
            return Decisions.unknown();
        }
        generators.reseed();
        return Decisions.during(this::callTangent).decisions();
    }

    @Override
    public double[] forward() {
        if (modes.hasReverse()) {
            return record();
        }
        generators.reseed();
        like = stopped.during(this::primal);
        return Flat.of(like);
    }

    private Object primal() {
        return calls.primal(method, arguments.values());
    }

    private Object callTangent() {
        return calls.tangent(method, arguments.values(), arguments.directions());
    }

    private double[] record() {
        generators.reseed();
        like = calls.forward(method, arguments.values());
        return Flat.of(like);
    }

    @Override
    public List<double[]> backward(double[] seed) {
        if (!modes.hasReverse()) {
            return fromTangents(seed);
        }
        calls.parameters().zeroGradients();
        Object given = Flat.shaped(like, seed);
        calls.backward(method, given);
        hasKeptSeed = Arrays.equals(Flat.of(given), seed);
        return gradients();
    }

    @Override
    public Optional<AtOnce> atOnce() {
        if (!modes.hasReverse()) {
            return Optional.empty();
        }
        generators.reseed();
        calls.parameters().zeroGradients();
        Object value = calls.valueAndGradient(method, arguments.values());
        return value == null ? Optional.empty() : Optional.of(new AtOnce((double) value, gradients()));
    }

    /** The gradients of the parameters and of the arguments, in the order of the inputs. */
    private List<double[]> gradients() {
        List<double[]> gradients = new ArrayList<>();
        parameters.forEach(parameter -> gradients.add(parameter.gradient()));
        for (Object gradient : calls.gradients(method)) {
            gradients.add(Flat.of(gradient));
        }
        return gradients;
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
        return Flat.of(callTangent());
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
