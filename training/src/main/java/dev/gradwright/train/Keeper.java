package dev.gradwright.train;

import dev.gradwright.train.checkpoint.CheckpointFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes checkpoints when it is time. A checkpoint that cannot be written is reported, and training goes on. */
final class Keeper {

    private static final System.Logger LOG = System.getLogger("dev.gradwright.train");

    private final Checkpoints settings;
    private final CheckpointFolder folder;
    private final Snapshot snapshot;
    private final RunState run;
    private long savedStep = -1;
    private int savedEpochs;
    private final List<String> warnings = new ArrayList<>();

    Keeper(Checkpoints settings, Snapshot snapshot, RunState run) {
        this.settings = settings;
        this.folder = CheckpointFolder.in(settings.folder());
        this.snapshot = snapshot;
        this.run = run;
    }

    /**
     * Goes on from what is there, if that is wanted.
     *
     * @throws IllegalArgumentException if there is something and nobody has said to go on from it
     * @throws UncheckedIOException if what is there is damaged or belongs to another training
     */
    void resume() {
        if (!settings.resumes()) {
            if (folder.hasAny()) {
                throw new IllegalArgumentException("there are checkpoints in " + settings.folder()
                        + "; call resume() to go on from them, choose another folder, or remove them");
            }
            return;
        }
        try {
            Optional<CheckpointFolder.Loaded> loaded = folder.load();
            if (loaded.isPresent()) {
                loaded.get().refused().forEach(reason -> warn("a checkpoint was not used: " + reason));
                restore(loaded.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private void restore(CheckpointFolder.Loaded loaded) throws IOException {
        try {
            snapshot.restore(loaded.sections());
        } catch (IOException e) {
            throw new IOException(
                    loaded.file() + " cannot be gone on from: " + e.getMessage()
                            + ". Use the settings that it was written with, or another folder",
                    e);
        }
        LOG.log(Level.INFO, "training goes on from {0}, step {1}", loaded.file(), run.step);
    }

    /** After a batch. */
    void afterStep() {
        if (settings.everySteps() > 0 && run.step % settings.everySteps() == 0) {
            saveLast();
        }
    }

    /** After an epoch. */
    void afterEpoch(boolean isBest) {
        if (isBest) {
            save(folder::saveBest);
        }
        if (settings.everyEpochs() > 0 && run.epoch % settings.everyEpochs() == 0) {
            saveLast();
        }
    }

    /** When training ends. */
    void atEnd() {
        saveLast();
    }

    private void saveLast() {
        if (run.step != savedStep || run.results.size() != savedEpochs) {
            if (save(folder::saveLast)) {
                savedStep = run.step;
                savedEpochs = run.results.size();
            }
        }
    }

    /** Writes sections somewhere. */
    @FunctionalInterface
    private interface Saving {
        void save(Map<String, byte[]> sections) throws IOException;
    }

    private boolean save(Saving saving) {
        long start = System.nanoTime();
        boolean interrupted = Thread.interrupted(); // a channel would not write for an interrupted thread
        try {
            saving.save(snapshot.take());
            return true;
        } catch (IOException e) {
            warn("at step " + run.step + " no checkpoint could be written to "
                    + settings.folder().toAbsolutePath() + " (" + e
                    + "); the one before is still there. Make room, or see to it"
                    + " that the folder can be written to");
            return false;
        } finally {
            run.times.addSince(Phase.CHECKPOINT, start);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void warn(String warning) {
        warnings.add(warning);
        LOG.log(Level.WARNING, warning);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
