package dev.gradwright.benchmarks.monitor;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.Histogram;
import dev.gradwright.monitor.Picture;
import dev.gradwright.monitor.Recorder;

/** A recorder that adds up a number of what it is given, so that it must have been computed. */
final class Sink implements Recorder {

    double sum;

    @Override
    public void scalar(String tag, long step, double value) {
        sum += value;
    }

    @Override
    public void histogram(String tag, long step, Histogram histogram) {
        sum += histogram.counts()[0];
    }

    @Override
    public void picture(String tag, long step, Picture picture) {
        sum += picture.pixels()[0];
    }

    @Override
    public void finding(Finding finding) {
        sum += finding.value();
    }
}
