package dev.gradwright.benchmarks.monitor;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.Histogram;
import dev.gradwright.monitor.Picture;
import dev.gradwright.monitor.Recorder;
import org.openjdk.jmh.infra.Blackhole;

/** Records nothing, but looks at everything. */
record Sink(Blackhole blackhole) implements Recorder {

    @Override
    public void scalar(String tag, long step, double value) {
        blackhole.consume(tag);
        blackhole.consume(value);
    }

    @Override
    public void histogram(String tag, long step, Histogram histogram) {
        blackhole.consume(histogram);
    }

    @Override
    public void picture(String tag, long step, Picture picture) {
        blackhole.consume(picture);
    }

    @Override
    public void finding(Finding finding) {
        blackhole.consume(finding);
    }
}
