package dev.gradwright.monitor.measure;

import dev.gradwright.monitor.Recorder;
import dev.gradwright.monitor.StateBytes;
import dev.gradwright.train.Hook;
import dev.gradwright.train.Run;

/**
 * The loss: of each batch, smoothed, and at chosen steps its trend over a window. {@link Tags#SLOPE} is negative while learning goes on: -0.1 says
 * that the loss falls by a tenth of itself within the window. {@link Tags#JITTER} is what batches differ by.
 */
public final class LossMonitor implements Hook {

    private static final double DECAY = 0.98;

    private final Recorder recorder;
    private final Every every;
    private final MovingAverage smoothed = new MovingAverage(DECAY);
    private final LossWindow window;
    private int largestBatch;

    /**
     * Makes the monitor.
     *
     * @param every at which steps the trend is measured; the loss itself is recorded at each
     * @param window how many losses the trend is of, such as 100
     */
    public LossMonitor(Recorder recorder, Every every, int window) {
        this.recorder = recorder;
        this.every = every;
        this.window = new LossWindow(window);
    }

    @Override
    public String name() {
        return "loss";
    }

    @Override
    public void beforeOptimizerStep(Run run) {
        long step = run.step();
        double loss = run.loss();
        if (run.batchSize() > largestBatch) {
            largestBatch = run.batchSize();
            recorder.scalar(Tags.BATCH_SIZE, step, largestBatch);
        }
        recorder.scalar(Tags.LOSS, step, loss);
        double average = smoothed.add(loss);
        window.add(loss);
        if (every.isDue(step)) {
            recorder.scalar(Tags.SMOOTHED_LOSS, step, average);
            if (run.penalty() != 0) {
                recorder.scalar(Tags.PENALTY_SHARE, step, run.penalty() / (Math.abs(loss) + run.penalty()));
            }
            if (window.isFull()) {
                record(step, window.line());
            }
        }
    }

    private void record(long step, LossWindow.Line line) {
        double size = Math.abs(line.mean());
        if (size > 0) {
            recorder.scalar(Tags.SLOPE_ERROR, step, line.slopeError() * window.length() / size);
            recorder.scalar(Tags.SLOPE, step, line.slope() * window.length() / size);
            recorder.scalar(Tags.DURBIN_WATSON, step, line.durbinWatson());
            recorder.scalar(Tags.JITTER, step, line.deviation() / size);
        }
    }

    @Override
    public byte[] saveState() {
        return StateBytes.of(out -> {
            smoothed.save(out);
            window.save(out);
            out.writeInt(largestBatch);
        });
    }

    @Override
    public void restoreState(byte[] state) {
        StateBytes.read(name(), state, in -> {
            smoothed.restore(in);
            window.restore(in);
            largestBatch = in.readInt();
        });
    }
}
