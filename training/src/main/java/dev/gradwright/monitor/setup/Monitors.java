package dev.gradwright.monitor.setup;

import dev.gradwright.monitor.ImageShape;
import dev.gradwright.monitor.Recorder;
import dev.gradwright.monitor.RecorderGroup;
import dev.gradwright.monitor.activation.ActivationMonitor;
import dev.gradwright.monitor.advice.Advisor;
import dev.gradwright.monitor.advice.Rule;
import dev.gradwright.monitor.advice.Rules;
import dev.gradwright.monitor.measure.Every;
import dev.gradwright.monitor.measure.FilterMonitor;
import dev.gradwright.monitor.measure.GradientMonitor;
import dev.gradwright.monitor.measure.HistogramMonitor;
import dev.gradwright.monitor.measure.LossMonitor;
import dev.gradwright.monitor.measure.MetricMonitor;
import dev.gradwright.monitor.measure.RateMonitor;
import dev.gradwright.monitor.measure.TimeMonitor;
import dev.gradwright.monitor.measure.UpdateMonitor;
import dev.gradwright.monitor.measure.WeightMonitor;
import dev.gradwright.train.Hook;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Monitors, advice and recorders, put together as hooks of a trainer:
 *
 * <pre>{@code
 * trainer.hooks(Monitors.standard(page).hooks());
 * }</pre>
 *
 * <p>The standard ones are loss with trend, metrics with gaps, learning rate, sizes of updates, gradients and weights, activations, times, and advice.
 * Histograms and pictures are there on request. Where there is no recorder, nothing is measured. Recorders that {@linkplain Recorder#mayLag may lag} get
 * everything on a thread of their own. All are flushed after each epoch, before each checkpoint and at the end, and closed by whoever has made them.
 */
public final class Monitors {

    private static final int WINDOW = 100;
    private static final int TREND = 20;
    private static final int SIZES = 50;
    private static final int LAYERS = 200;
    private static final int SHAPES = 200;

    private final List<Recorder> recorders;
    private final List<Rule> rules = new ArrayList<>(Rules.usual());
    private final List<Consumer<ActivationMonitor>> activationSettings = new ArrayList<>();
    private final List<Filters> filters = new ArrayList<>();
    private int window = WINDOW;
    private Every trend = new Every(TREND);
    private Every sizes = new Every(SIZES);
    private Every layers = new Every(LAYERS);
    private Every shapes = new Every(SHAPES);
    private boolean hasHistograms;
    private Consumer<String> report = System.err::println;

    private record Filters(String parameter, ImageShape shape) {}

    private Monitors(List<Recorder> recorders) {
        this.recorders = List.copyOf(recorders);
    }

    /** The standard monitors, at their usual steps: trend every 20, sizes every 50, activations every 200. */
    public static Monitors standard(Recorder... recorders) {
        return new Monitors(List.of(recorders));
    }

    /** Adds histograms of weights, gradients and updates, every 200 steps. */
    public Monitors histograms() {
        hasHistograms = true;
        return this;
    }

    /** Adds the weights of a layer as pictures, every 200 steps: {@code filters("hidden.weight", ImageShape.grey(8, 8))}. */
    public Monitors filters(String parameter, ImageShape shape) {
        filters.add(new Filters(parameter, shape));
        return this;
    }

    /** Changes what is seen of layers: {@code activations(a -> a.range("hidden", Range.TANH))}. */
    public Monitors activations(Consumer<ActivationMonitor> settings) {
        activationSettings.add(settings);
        return this;
    }

    /** Sets over how many losses the trend goes; 100 if not set. */
    public Monitors window(int losses) {
        window = losses;
        return this;
    }

    /**
     * Sets at which steps things are measured.
     *
     * @param trendSteps the trend of the loss and the learning rate; 20 if not set
     * @param sizeSteps norms of updates, gradients and weights; 50 if not set
     * @param layerSteps activations; 200 if not set
     * @param shapeSteps histograms and pictures; 200 if not set
     */
    public Monitors every(int trendSteps, int sizeSteps, int layerSteps, int shapeSteps) {
        trend = new Every(trendSteps);
        sizes = new Every(sizeSteps);
        layers = new Every(layerSteps);
        shapes = new Every(shapeSteps);
        return this;
    }

    /** Adds a rule, in the place of one of the same name: {@code rule(new UpdateRatio(1e-5, 1e-1, 0.5))}. */
    public Monitors rule(Rule rule) {
        rules.removeIf(other -> other.name().equals(rule.name()));
        rules.add(rule);
        return this;
    }

    /**
     * Leaves out a rule.
     *
     * @throws IllegalArgumentException if there is none of this name, naming those there are
     */
    public Monitors without(String rule) {
        if (!rules.removeIf(other -> other.name().equals(rule))) {
            throw new IllegalArgumentException("no rule is named " + rule + "; there are "
                    + rules.stream().map(Rule::name).toList());
        }
        return this;
    }

    /** Sets who is told in a sentence that a recorder has failed, which gets nothing more then; the error output if not set. */
    public Monitors report(Consumer<String> receiver) {
        report = receiver;
        return this;
    }

    /** Leaves out all advice. */
    public Monitors withoutAdvice() {
        rules.clear();
        return this;
    }

    /** The hooks, to be given to a trainer in this order; none where nobody listens. */
    public List<Hook> hooks() {
        if (recorders.isEmpty()) {
            return List.of();
        }
        WritingThread writing = new WritingThread(
                report, recorders.stream().filter(Recorder::mayLag).toList());
        List<Recorder> receivers = new ArrayList<>(recorders);
        if (receivers.removeIf(Recorder::mayLag)) {
            receivers.add(writing);
        }
        RecorderGroup out = new RecorderGroup(report, receivers);
        Advisor advisor = new Advisor(rules, out::finding);
        Recorder all = rules.isEmpty() ? out : new RecorderGroup(report, List.of(out, advisor));
        List<Hook> hooks = new ArrayList<>();
        hooks.add(new ResumeHook(out));
        hooks.add(new LossMonitor(all, trend, window));
        hooks.add(new RateMonitor(all, trend));
        hooks.add(new GradientMonitor(all, sizes));
        hooks.add(new WeightMonitor(all, sizes));
        hooks.add(new UpdateMonitor(all, sizes));
        ActivationMonitor activations = new ActivationMonitor(all, layers);
        activationSettings.forEach(settings -> settings.accept(activations));
        hooks.add(activations);
        filters.forEach(one -> hooks.add(new FilterMonitor(all, shapes, one.parameter(), one.shape())));
        if (hasHistograms) {
            hooks.add(new HistogramMonitor(all, shapes));
        }
        hooks.add(new MetricMonitor(all));
        hooks.add(new TimeMonitor(all));
        if (!rules.isEmpty()) {
            hooks.add(advisor);
        }
        hooks.add(new FlushHook(out, writing));
        return List.copyOf(hooks);
    }
}
