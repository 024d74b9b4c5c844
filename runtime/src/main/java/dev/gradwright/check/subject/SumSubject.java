package dev.gradwright.check.subject;

import dev.gradwright.check.report.KinkReport.Knowledge;
import dev.gradwright.check.report.KinkSite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The sum of a data loss and a penalty. Inputs of one name are one input. */
public final class SumSubject implements Subject {

    private final Subject data;
    private final Subject penalty;
    private final List<Input> inputs;

    /** The sum of two subjects that each give one number. */
    public SumSubject(Subject data, Subject penalty) {
        this.data = data;
        this.penalty = penalty;
        Map<String, Input> byName = new LinkedHashMap<>();
        data.inputs().forEach(input -> byName.put(input.name(), input));
        penalty.inputs().forEach(input -> byName.merge(input.name(), input, SharedInput::of));
        this.inputs = List.copyOf(byName.values());
    }

    @Override
    public String name() {
        return data.name();
    }

    @Override
    public List<Input> inputs() {
        return inputs;
    }

    @Override
    public void settle() {
        data.settle();
        penalty.settle();
    }

    @Override
    public Evaluation evaluate() {
        return sum(data.evaluate(), penalty.evaluate());
    }

    private Evaluation sum(Evaluation first, Evaluation second) {
        return new Evaluation(
                number(first.value(), second.value()), first.decisions().followedBy(second.decisions()));
    }

    @Override
    public boolean hasShortcut() {
        return data.hasShortcut() && penalty.hasShortcut();
    }

    @Override
    public Optional<Evaluation> shortcut(int input, int index, double to) {
        Optional<Evaluation> first = shortcut(data, inputs.get(input), index, to);
        Optional<Evaluation> second = shortcut(penalty, inputs.get(input), index, to);
        return first.isEmpty() || second.isEmpty() ? Optional.empty() : Optional.of(sum(first.get(), second.get()));
    }

    private static Optional<Evaluation> shortcut(Subject part, Input moved, int index, double to) {
        for (int i = 0; i < part.inputs().size(); i++) {
            if (part.inputs().get(i).name().equals(moved.name())) {
                return part.shortcut(i, index, to);
            }
        }
        return Optional.of(part.evaluate());
    }

    @Override
    public double[] forward() {
        return sum(data.forward(), penalty.forward());
    }

    @Override
    public List<double[]> backward(double[] seed) {
        Map<String, double[]> byName = new LinkedHashMap<>();
        for (Subject part : List.of(data, penalty)) {
            List<double[]> gradients = part.backward(seed);
            for (int i = 0; i < gradients.size(); i++) {
                byName.merge(part.inputs().get(i).name(), gradients.get(i), SumSubject::sum);
            }
        }
        return new ArrayList<>(byName.values());
    }

    @Override
    public double[] tangent() {
        return sum(data.tangent(), penalty.tangent());
    }

    @Override
    public boolean hasForward() {
        return data.hasForward() && penalty.hasForward();
    }

    @Override
    public boolean hasSeed() {
        return data.hasSeed() && penalty.hasSeed();
    }

    @Override
    public boolean hasTangent() {
        return data.hasTangent() && penalty.hasTangent();
    }

    @Override
    public boolean hasKeptSeed() {
        return data.hasKeptSeed() && penalty.hasKeptSeed();
    }

    @Override
    public Knowledge kinks() {
        if (data.kinks() == Knowledge.UNKNOWN || penalty.kinks() == Knowledge.UNKNOWN) {
            return Knowledge.UNKNOWN;
        }
        return data.kinks() == penalty.kinks() ? data.kinks() : Knowledge.LOGGED;
    }

    @Override
    public List<KinkSite> kinkSites() {
        return Stream.concat(data.kinkSites().stream(), penalty.kinkSites().stream())
                .distinct()
                .toList();
    }

    @Override
    public Map<String, int[]> indices() {
        Map<String, int[]> all = new LinkedHashMap<>(data.indices());
        all.putAll(penalty.indices());
        return all;
    }

    @Override
    public int depth() {
        return Math.max(data.depth(), penalty.depth());
    }

    private double[] number(double[] one, double[] other) {
        if (one.length != 1 || other.length != 1) {
            throw new IllegalArgumentException(
                    "the data loss " + data.name() + " gives " + one.length + " numbers and the penalty "
                            + penalty.name() + " " + other.length + "; each must give one, so that they can be added");
        }
        return sum(one, other);
    }

    private static double[] sum(double[] one, double[] other) {
        double[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
        return sum;
    }
}
