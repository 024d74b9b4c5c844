package dev.gradwright.monitor.measure;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.Histogram;
import dev.gradwright.monitor.Picture;
import dev.gradwright.monitor.Recorder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers what is recorded. */
public final class Memory implements Recorder {

    public final Map<String, List<Double>> scalars = new LinkedHashMap<>();
    public final Map<String, Histogram> histograms = new LinkedHashMap<>();
    public final Map<String, Picture> pictures = new LinkedHashMap<>();
    public final List<Finding> findings = new ArrayList<>();

    @Override
    public void scalar(String tag, long step, double value) {
        scalars.computeIfAbsent(tag, t -> new ArrayList<>()).add(value);
    }

    @Override
    public void histogram(String tag, long step, Histogram histogram) {
        histograms.put(tag, histogram);
    }

    @Override
    public void picture(String tag, long step, Picture picture) {
        pictures.put(tag, picture);
    }

    @Override
    public void finding(Finding finding) {
        findings.add(finding);
    }

    /** The latest value of a tag. */
    public double last(String tag) {
        List<Double> values = scalars.get(tag);
        return values.get(values.size() - 1);
    }
}
