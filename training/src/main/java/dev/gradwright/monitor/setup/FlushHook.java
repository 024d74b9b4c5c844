package dev.gradwright.monitor.setup;

import dev.gradwright.monitor.RecorderGroup;
import dev.gradwright.train.Hook;
import dev.gradwright.train.Run;

/**
 * Sees to it that what has been recorded is where it belongs, once all other monitors are done with it: soon after an epoch; at once before a checkpoint, as
 * a training that goes on from there records nothing of the steps before it; and at the end.
 */
record FlushHook(RecorderGroup recorder, WritingThread writing) implements Hook {

    private static final byte[] NOTHING = new byte[0];

    @Override
    public String name() {
        return "flush recorders";
    }

    @Override
    public void onEpochEnd(Run run) {
        recorder.flush();
    }

    @Override
    public byte[] saveState() {
        recorder.flush();
        writing.await();
        return NOTHING;
    }

    @Override
    public void onTrainEnd(Run run) {
        recorder.flush();
        writing.close();
    }
}
