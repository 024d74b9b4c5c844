package dev.gradwright.monitor.setup;

import dev.gradwright.monitor.RecorderGroup;
import dev.gradwright.train.Hook;
import dev.gradwright.train.Run;

/** Sees to it that what an epoch has recorded is where it belongs, once all other monitors are done with it. */
record FlushHook(RecorderGroup recorder) implements Hook {

    @Override
    public String name() {
        return "flush recorders";
    }

    @Override
    public void onEpochEnd(Run run) {
        recorder.flush();
    }

    @Override
    public void onTrainEnd(Run run) {
        recorder.flush();
    }
}
