package dev.gradwright.ensemble;

import dev.gradwright.monitor.StateBytes;
import dev.gradwright.train.Hook;
import dev.gradwright.train.Run;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Keeps the weights of the last epochs of a training: as members of an ensemble that cost one training (with a cyclic learning rate, a snapshot
 * ensemble), or for their mean, which is a single model.
 */
public final class LastWeights implements Hook {

    private final int count;
    private final int every;
    private final Deque<Weights> kept = new ArrayDeque<>();

    private LastWeights(int count, int every) {
        this.count = count;
        this.every = every;
    }

    /**
     * Keeps the weights at the end of each epoch whose number can be divided by {@code every}, and of these the last.
     *
     * @param count how many to keep, at least 1
     * @param every how many epochs lie between two of them, at least 1
     */
    public static LastWeights of(int count, int every) {
        if (count < 1 || every < 1) {
            throw new IllegalArgumentException(
                    "keeping " + count + " weights, every " + every + " epochs, makes no sense; use 1 or more");
        }
        return new LastWeights(count, every);
    }

    @Override
    public void onEpochEnd(Run run) {
        if (run.epoch() % every == 0) {
            kept.addLast(Weights.of(run.parameters()));
            if (kept.size() > count) {
                kept.removeFirst();
            }
        }
    }

    /** Those that are kept, the oldest first. */
    public List<Weights> weights() {
        return List.copyOf(kept);
    }

    /**
     * Their mean. A model that keeps statistics of its data beside its parameters, such as batch normalisation, needs these again for the mean.
     *
     * @throws IllegalArgumentException if none are kept yet
     */
    public Weights mean() {
        return Weights.mean(weights());
    }

    @Override
    public byte[] saveState() {
        return StateBytes.of(out -> {
            out.writeInt(kept.size());
            for (Weights one : kept) {
                one.writeTo(out);
            }
        });
    }

    @Override
    public void restoreState(byte[] state) {
        kept.clear();
        StateBytes.read(name(), state, in -> {
            for (int i = in.readInt(); i > 0; i--) {
                kept.addLast(Weights.readFrom(in));
            }
        });
    }
}
