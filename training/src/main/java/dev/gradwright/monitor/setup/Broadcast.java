package dev.gradwright.monitor.setup;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.Histogram;
import dev.gradwright.monitor.Picture;
import dev.gradwright.monitor.Recorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Hands everything on to several recorders. One that fails is reported to the others and left out from then on, so that it costs nobody else a record. */
final class Broadcast implements Recorder {

    private static final Logger LOGGER = System.getLogger(Broadcast.class.getName());

    private final List<Recorder> recorders;
    private long step;

    Broadcast(List<Recorder> recorders) {
        this.recorders = new ArrayList<>(recorders);
    }

    @Override
    public void resume(long from) {
        step = from;
        tell(recorder -> recorder.resume(from));
    }

    @Override
    public void scalar(String tag, long at, double value) {
        step = at;
        for (int i = 0; i < recorders.size(); i++) {
            Recorder recorder = recorders.get(i);
            try {
                recorder.scalar(tag, at, value);
            } catch (RuntimeException e) {
                leaveOut(recorder, e);
                i--;
            }
        }
    }

    @Override
    public void histogram(String tag, long at, Histogram histogram) {
        tell(recorder -> recorder.histogram(tag, at, histogram));
    }

    @Override
    public void picture(String tag, long at, Picture picture) {
        tell(recorder -> recorder.picture(tag, at, picture));
    }

    @Override
    public void finding(Finding finding) {
        tell(recorder -> recorder.finding(finding));
    }

    @Override
    public void flush() {
        tell(recorder -> {
            try {
                recorder.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void tell(Consumer<Recorder> call) {
        for (Recorder recorder : List.copyOf(recorders)) {
            try {
                call.accept(recorder);
            } catch (RuntimeException e) {
                leaveOut(recorder, e);
            }
        }
    }

    private void leaveOut(Recorder failed, RuntimeException why) {
        recorders.remove(failed);
        String name = failed.getClass().getSimpleName();
        LOGGER.log(Level.WARNING, name + " has failed and records nothing more", why);
        finding(new Finding(
                "recorder",
                Finding.Severity.WARNING,
                step,
                name,
                0,
                0,
                name + " has failed and records nothing more: " + why.getMessage() + ".",
                "See whether its place is full or gone; training goes on, and the other recorders too.",
                ""));
    }
}
