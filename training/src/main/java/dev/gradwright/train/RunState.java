package dev.gradwright.train;

import dev.gradwright.Gradient;
import dev.gradwright.Parameters;
import dev.gradwright.optimize.Optimizer;
import dev.gradwright.optimize.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a training is. */
final class RunState implements Run {

    final PhaseTimes times = new PhaseTimes();
    final Map<String, Double> metrics = new LinkedHashMap<>();
    private final Map<String, Double> metricsToRead = Collections.unmodifiableMap(metrics);
    private final Gradient gradient;
    private final Parameters parameters;
    private final Optimizer optimizer;
    private final Schedule rate;
    final Hooks hooks;
    final int epochs;
    final int batches;
    long step;
    int epoch;
    int batch;
    int batchSize;
    long stepOfRate;
    double loss = Double.NaN;
    double penalty;
    double lossOfEpoch;
    long examplesOfEpoch;
    final List<EpochResult> results = new ArrayList<>();
    Stop stop;

    RunState(Gradient gradient, Optimizer optimizer, Schedule rate, List<Hook> hooks, int epochs, int batches) {
        this.gradient = gradient;
        this.parameters = gradient.parameters();
        this.optimizer = optimizer;
        this.rate = rate;
        this.hooks = new Hooks(hooks, times);
        this.epochs = epochs;
        this.batches = batches;
    }

    void tell(Hooks.Moment moment) {
        hooks.tell(moment, this);
    }

    /** Asks to stop, unless somebody has already. */
    void stop(Stop.Reason reason, String sentence) {
        if (stop == null) {
            stop = new Stop(reason, sentence);
        }
    }

    @Override
    public void stop(String sentence) {
        stop(Stop.Reason.HOOK, sentence);
    }

    @Override
    public long step() {
        return step;
    }

    @Override
    public int epoch() {
        return epoch;
    }

    @Override
    public int epochs() {
        return epochs;
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public int batches() {
        return batches;
    }

    @Override
    public int batchSize() {
        return batchSize;
    }

    @Override
    public double loss() {
        return loss;
    }

    @Override
    public double penalty() {
        return penalty;
    }

    @Override
    public double learningRate() {
        return rate == null ? Double.NaN : rate.at(stepOfRate);
    }

    @Override
    public Map<String, Double> metrics() {
        return metricsToRead;
    }

    @Override
    public Gradient gradient() {
        return gradient;
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public Optimizer optimizer() {
        return optimizer;
    }

    @Override
    public Map<Phase, Duration> phaseTimes() {
        return times.toMap();
    }

    @Override
    public List<HookCost> hookCosts() {
        return hooks.costs();
    }

    @Override
    public Optional<Stop> stopped() {
        return Optional.ofNullable(stop);
    }
}
