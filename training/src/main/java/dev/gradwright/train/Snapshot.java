package dev.gradwright.train;

import dev.gradwright.Parameters;
import dev.gradwright.optimize.Optimizer;
import dev.gradwright.optimize.ReduceOnPlateau;
import dev.gradwright.optimize.SavedState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that a training remembers, as the sections of a checkpoint. */
final class Snapshot {

    private static final String SETTINGS = "settings";
    private static final String POSITION = "position";
    private static final String EPOCHS = "epochs";
    private static final String PARAMETERS = "parameters";
    private static final String OPTIMIZER = "optimizer";
    private static final String PLATEAU = "plateau";
    private static final String BEST = "best";
    private static final String HOOK = "hook ";

    private final String settings;
    private final RunState run;
    private final Parameters parameters;
    private final Optimizer optimizer;
    private final ReduceOnPlateau plateau;
    private final BestSoFar best;

    /**
     * @param settings what must be the same for a training to go on, a line each
     * @param plateau may be null
     */
    Snapshot(String settings, RunState run, ReduceOnPlateau plateau, BestSoFar best) {
        this.settings = settings;
        this.run = run;
        this.parameters = run.parameters();
        this.optimizer = run.optimizer();
        this.plateau = plateau;
        this.best = best;
    }

    /** What is written, or read, of a section. */
    @FunctionalInterface
    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    Map<String, byte[]> take() {
        Map<String, byte[]> sections = new LinkedHashMap<>();
        sections.put(SETTINGS, settings.getBytes(StandardCharsets.UTF_8));
        sections.put(POSITION, bytes(this::writePosition));
        sections.put(EPOCHS, bytes(this::writeEpochs));
        double[] values = new double[parameters.size()];
        parameters.copyValuesTo(values);
        sections.put(PARAMETERS, bytes(out -> writeNumbers(out, values)));
        sections.put(OPTIMIZER, bytes(optimizer.save()::writeTo));
        if (plateau != null) {
            sections.put(PLATEAU, bytes(this::writePlateau));
        }
        sections.put(BEST, bytes(this::writeBest));
        run.hooks.saveStates(run.step).forEach((name, state) -> sections.put(HOOK + name, state));
        return sections;
    }

    /**
     * Goes on from what was taken.
     *
     * @throws IOException if it belongs to another training, saying in what they differ
     */
    void restore(Map<String, byte[]> sections) throws IOException {
        requireSameSettings(new String(section(sections, SETTINGS), StandardCharsets.UTF_8));
        if (plateau != null) {
            section(sections, PLATEAU);
        }
        try {
            optimizer.restore(SavedState.readFrom(new ByteArrayInputStream(section(sections, OPTIMIZER))));
        } catch (IllegalArgumentException e) {
            throw new IOException("it is of another optimizer: " + e.getMessage(), e);
        }
        parameters.setValues(readNumbers(in(sections, PARAMETERS)));
        readPosition(in(sections, POSITION));
        readEpochs(in(sections, EPOCHS));
        if (plateau != null) {
            readPlateau(in(sections, PLATEAU));
        }
        readBest(in(sections, BEST));
        Map<String, byte[]> hooks = new LinkedHashMap<>();
        sections.forEach((name, state) -> {
            if (name.startsWith(HOOK)) {
                hooks.put(name.substring(HOOK.length()), state);
            }
        });
        run.hooks.restoreStates(hooks, run.step);
    }

    private void requireSameSettings(String saved) throws IOException {
        List<String> then = saved.lines().toList();
        List<String> now = settings.lines().toList();
        for (int i = 0; i < Math.max(then.size(), now.size()); i++) {
            String before = i < then.size() ? then.get(i) : "nothing";
            String after = i < now.size() ? now.get(i) : "nothing";
            if (!before.equals(after)) {
                throw new IOException("it is of another training: it has " + before + ", but this one has " + after);
            }
        }
    }

    private static byte[] section(Map<String, byte[]> sections, String name) throws IOException {
        byte[] section = sections.get(name);
        if (section == null) {
            throw new IOException("it has no " + name + "; it has " + sections.keySet());
        }
        return section;
    }

    private static DataInputStream in(Map<String, byte[]> sections, String name) throws IOException {
        return new DataInputStream(new ByteArrayInputStream(section(sections, name)));
    }

    private static byte[] bytes(Writing writing) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            writing.to(out);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory has failed", e);
        }
    }

    private void writePosition(DataOutputStream out) throws IOException {
        out.writeLong(run.step);
        out.writeInt(run.epoch);
        out.writeInt(run.batch);
        out.writeInt(run.batchSize);
        out.writeLong(run.stepOfRate);
        out.writeDouble(run.loss);
        out.writeDouble(run.penalty);
        out.writeDouble(run.lossOfEpoch);
        out.writeLong(run.examplesOfEpoch);
    }

    private void readPosition(DataInputStream in) throws IOException {
        run.step = in.readLong();
        run.epoch = in.readInt();
        run.batch = in.readInt();
        run.batchSize = in.readInt();
        run.stepOfRate = in.readLong();
        run.loss = in.readDouble();
        run.penalty = in.readDouble();
        run.lossOfEpoch = in.readDouble();
        run.examplesOfEpoch = in.readLong();
    }

    private void writeEpochs(DataOutputStream out) throws IOException {
        out.writeInt(run.results.size());
        for (EpochResult result : run.results) {
            out.writeInt(result.epoch());
            out.writeLong(result.step());
            out.writeInt(result.metrics().size());
            for (Map.Entry<String, Double> metric : result.metrics().entrySet()) {
                out.writeUTF(metric.getKey());
                out.writeDouble(metric.getValue());
            }
        }
    }

    private void readEpochs(DataInputStream in) throws IOException {
        for (int i = in.readInt(); i > 0; i--) {
            int epoch = in.readInt();
            long step = in.readLong();
            Map<String, Double> metrics = new LinkedHashMap<>();
            for (int j = in.readInt(); j > 0; j--) {
                metrics.put(in.readUTF(), in.readDouble());
            }
            run.results.add(new EpochResult(epoch, step, metrics));
            run.metrics.putAll(metrics);
        }
    }

    private void writePlateau(DataOutputStream out) throws IOException {
        out.writeDouble(plateau.state().value());
        out.writeDouble(plateau.state().best());
        out.writeInt(plateau.state().bad());
        out.writeInt(plateau.state().cooling());
    }

    private void readPlateau(DataInputStream in) throws IOException {
        plateau.restore(new ReduceOnPlateau.State(in.readDouble(), in.readDouble(), in.readInt(), in.readInt()));
    }

    private void writeBest(DataOutputStream out) throws IOException {
        out.writeDouble(best.value);
        out.writeInt(best.epoch);
        out.writeDouble(best.reference);
        out.writeInt(best.waited);
        writeNumbers(out, best.weights == null ? new double[0] : best.weights);
    }

    private void readBest(DataInputStream in) throws IOException {
        best.value = in.readDouble();
        best.epoch = in.readInt();
        best.reference = in.readDouble();
        best.waited = in.readInt();
        double[] weights = readNumbers(in);
        best.weights = weights.length == 0 ? null : weights;
    }

    private static void writeNumbers(DataOutputStream out, double[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (double number : numbers) {
            out.writeLong(Double.doubleToRawLongBits(number));
        }
    }

    private static double[] readNumbers(DataInputStream in) throws IOException {
        double[] numbers = new double[in.readInt()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Double.longBitsToDouble(in.readLong());
        }
        return numbers;
    }
}
