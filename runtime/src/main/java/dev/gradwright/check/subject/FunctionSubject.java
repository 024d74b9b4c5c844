package dev.gradwright.check.subject;

import dev.gradwright.check.kink.Decisions;
import dev.gradwright.check.report.KinkReport.Knowledge;
import dev.gradwright.check.report.KinkSite;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A {@link FunctionGradient} as a check sees it. */
final class FunctionSubject<R> implements Subject {

    private final FunctionGradient<R> description;
    private final List<LiveInput> inputs;
    private Incremental<R> incremental;
    private List<KinkSite> sites = List.of();
    private R like;
    private boolean hasKeptSeed = true;

    FunctionSubject(FunctionGradient<R> description) {
        this.description = description;
        // of its own, so that one description can be checked by several threads
        this.inputs =
                List.copyOf(description.inputs.stream().map(LiveInput::copy).toList());
    }

    @Override
    public String name() {
        return description.name;
    }

    @Override
    public List<Input> inputs() {
        return List.copyOf(inputs);
    }

    @Override
    public void settle() {
        sites = kinks() == Knowledge.LOGGED ? evaluate().decisions().places() : List.of();
        if (hasShortcut()) {
            description.generators.reseed();
            incremental = description.incremental.apply(values(LiveInput::value));
        }
    }

    @Override
    public Evaluation evaluate() {
        Decisions.Logged<R> logged = Decisions.during(() -> call(description.value));
        return new Evaluation(Flat.of(logged.value()), logged.decisions());
    }

    @Override
    public boolean hasShortcut() {
        return description.incremental != null;
    }

    @Override
    public Optional<Evaluation> shortcut(int input, int index, double to) {
        description.generators.reseed();
        Decisions.Logged<R> logged = Decisions.during(
                () -> incremental.moved(description.inputs.get(input).name(), index, to));
        return Optional.ofNullable(logged.value()).map(value -> new Evaluation(Flat.of(value), logged.decisions()));
    }

    @Override
    public double[] forward() {
        like = call(hasForward() ? description.forward : description.value);
        return Flat.of(like);
    }

    @Override
    public List<double[]> backward(double[] seed) {
        R given = Flat.shaped(like, seed);
        description.generators.reseed();
        Map<String, ?> gradients = description.pullback.apply(values(LiveInput::value), given);
        hasKeptSeed = Arrays.equals(Flat.of(given), seed);
        double factor = hasSeed() ? 1 : seed[0];
        return inputs.stream()
                .map(input -> scaled(flat(input, gradients), factor))
                .toList();
    }

    @Override
    public double[] tangent() {
        description.generators.reseed();
        return Flat.of(description.pushforward.apply(values(LiveInput::value), values(LiveInput::direction)));
    }

    @Override
    public boolean hasForward() {
        return description.forward != null;
    }

    @Override
    public boolean hasSeed() {
        return description.hasSeed;
    }

    @Override
    public boolean hasTangent() {
        return description.pushforward != null;
    }

    @Override
    public boolean hasKeptSeed() {
        return hasKeptSeed;
    }

    @Override
    public Knowledge kinks() {
        return description.kinks;
    }

    @Override
    public List<KinkSite> kinkSites() {
        return sites;
    }

    @Override
    public Map<String, int[]> indices() {
        return Map.copyOf(description.indices);
    }

    @Override
    public int depth() {
        return description.depth;
    }

    private R call(Function<Inputs, R> function) {
        description.generators.reseed();
        R result = function.apply(values(LiveInput::value));
        if (result == null) {
            throw new IllegalArgumentException(name() + " gives null");
        }
        return result;
    }

    private Inputs values(Function<LiveInput, Object> what) {
        Map<String, Object> byName = new LinkedHashMap<>();
        inputs.forEach(input -> byName.put(input.name(), what.apply(input)));
        return new Inputs(byName);
    }

    private double[] flat(LiveInput input, Map<String, ?> gradients) {
        if (gradients == null) {
            throw new IllegalArgumentException("the gradient of " + name() + " gives null");
        }
        Object gradient = gradients.get(input.name());
        if (gradient == null) {
            throw new IllegalArgumentException("the gradient of " + name() + " gives nothing for " + input.name()
                    + "; it gives " + gradients.keySet());
        }
        double[] flat = Flat.of(gradient);
        if (!Flat.shape(gradient).equals(input.shape())) {
            throw new IllegalArgumentException("the gradient of " + name() + " for " + input.name() + " has the shape "
                    + Flat.shape(gradient) + "; " + input.name() + " itself has the shape " + input.shape());
        }
        return flat;
    }

    private static double[] scaled(double[] values, double factor) {
        return factor == 1 ? values : Arrays.stream(values).map(v -> v * factor).toArray();
    }
}
