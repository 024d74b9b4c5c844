package dev.gradwright.monitor.measure;

import dev.gradwright.Gradient;
import dev.gradwright.Parameters;
import dev.gradwright.optimize.Optimizer;
import dev.gradwright.train.Run;
import java.util.LinkedHashMap;
import java.util.Map;

/** A run whose state a test sets. */
public final class FakeRun implements Run {

    public long step;
    public double loss = 1;
    public double penalty;
    public int batchSize = 10;
    public double learningRate = Double.NaN;
    public final Map<String, Double> metrics = new LinkedHashMap<>();
    private final Parameters parameters;

    public FakeRun(Parameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public long step() {
        return step;
    }

    @Override
    public int epoch() {
        return 1;
    }

    @Override
    public int epochs() {
        return 1;
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public int batches() {
        return 1;
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
        return learningRate;
    }

    @Override
    public Map<String, Double> metrics() {
        return metrics;
    }

    @Override
    public Gradient gradient() {
        return new Gradient() {
            @Override
            public Parameters parameters() {
                return parameters;
            }

            @Override
            public void zero() {
                parameters.zeroGradients();
            }
        };
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public Optimizer optimizer() {
        throw new UnsupportedOperationException("there is no optimizer in this test");
    }

    @Override
    public void stop(String sentence) {
        throw new UnsupportedOperationException(sentence);
    }
}
