package dev.gradwright.monitor.activation;

import dev.gradwright.monitor.ImageShape;
import dev.gradwright.monitor.Mosaic;
import dev.gradwright.monitor.Picture;
import dev.gradwright.monitor.Recorder;
import dev.gradwright.monitor.StateBytes;
import dev.gradwright.monitor.measure.Every;
import dev.gradwright.monitor.measure.Tags;
import dev.gradwright.tape.ResultLog;
import dev.gradwright.train.Hook;
import dev.gradwright.train.Run;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the layers give: for each method inside the model that returns an array or matrix of numbers the mean, the spread, the distribution over the
 * range of its function, the fraction that is saturated, and the percentage of units that are dead. Rows of a matrix are examples, columns units; an
 * array is one example.
 *
 * <p>It sees the results of the gradient that the run shows, which with several shards is that of the first one. Methods of models whose gradient is not
 * generated are not seen.
 */
public final class ActivationMonitor implements Hook {

    private final Recorder recorder;
    private final Every every;
    private final Map<String, Range> ranges = new HashMap<>();
    private final Map<String, ImageShape> maps = new HashMap<>();
    private Predicate<String> chosen = name -> true;
    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private ResultLog log;

    /** Makes the monitor. */
    public ActivationMonitor(Recorder recorder, Every every) {
        this.recorder = recorder;
        this.every = every;
    }

    /** Says what the range of a layer's function is, which is guessed from its values otherwise. */
    public ActivationMonitor range(String layer, Range range) {
        ranges.put(layer, range);
        return this;
    }

    /** Looks at some layers only. */
    public ActivationMonitor layers(Predicate<String> names) {
        chosen = names;
        return this;
    }

    /** Draws what a layer gives for the first example of a batch: one picture after the other in its row. */
    public ActivationMonitor featureMaps(String layer, ImageShape shape) {
        maps.put(layer, shape);
        return this;
    }

    @Override
    public String name() {
        return "activations";
    }

    @Override
    public void onTrainBegin(Run run) {
        log = new LayerLog(run.gradient(), this::take);
    }

    @Override
    public void onBatchBegin(Run run) {
        if (every.isDue(run.step())) {
            layers.values().forEach(layer -> layer.values.clear());
            log.listen();
        }
    }

    @Override
    public void beforeOptimizerStep(Run run) {
        if (every.isDue(run.step())) {
            log.stopListening();
            for (Layer layer : layers.values()) {
                layer.record(recorder, run.step());
                drawMaps(layer, run.step());
            }
        }
    }

    @Override
    public void onTrainEnd(Run run) {
        if (log != null) {
            log.stopListening();
        }
    }

    private void take(String name, Object result) {
        if (chosen.test(name)) {
            layer(name).values.add(result);
        }
    }

    private Layer layer(String name) {
        return layers.computeIfAbsent(name, n -> new Layer(n, ranges.get(n)));
    }

    private void drawMaps(Layer layer, long step) {
        ImageShape shape = maps.get(layer.name());
        if (shape == null || layer.values.size() == 0) {
            return;
        }
        int columns = layer.values.columns();
        if (columns % shape.size() != 0) {
            throw new IllegalArgumentException("the " + columns + " results of " + layer.name()
                    + " for an example are not whole pictures of " + shape.size() + " numbers");
        }
        double[][] pictures = new double[columns / shape.size()][shape.size()];
        double[] row = layer.values.row(0);
        for (int i = 0; i < row.length; i++) {
            pictures[i / shape.size()][i % shape.size()] = row[i];
        }
        Picture picture = Mosaic.of(pictures, shape);
        recorder.picture(Tags.FEATURE_MAPS + layer.name(), step, picture);
    }

    @Override
    public byte[] saveState() {
        return StateBytes.of(out -> {
            out.writeInt(layers.size());
            for (Layer layer : layers.values()) {
                out.writeUTF(layer.name());
                layer.save(out);
            }
        });
    }

    @Override
    public void restoreState(byte[] state) {
        layers.clear();
        StateBytes.read(name(), state, in -> {
            for (int count = in.readInt(); count > 0; count--) {
                layer(in.readUTF()).restore(in);
            }
        });
    }
}
