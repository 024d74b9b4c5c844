package dev.gradwright.monitor.setup;

import dev.gradwright.monitor.Recorder;
import dev.gradwright.train.Hook;
import dev.gradwright.train.Run;

/** Tells recorders of a training that goes on from a checkpoint, before anything is recorded. */
record ResumeHook(Recorder recorder) implements Hook {

    @Override
    public String name() {
        return "resume recorders";
    }

    @Override
    public void onTrainBegin(Run run) {
        if (run.step() > 0) {
            recorder.resume(run.step());
        }
    }
}
