package dev.gradwright.examples.monitoring;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.Histogram;
import dev.gradwright.monitor.Picture;
import dev.gradwright.monitor.Recorder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps what is recorded. */
final class Notebook implements Recorder {

    final Map<String, List<Double>> scalars = new LinkedHashMap<>();
    final Map<String, Histogram> histograms = new LinkedHashMap<>();
    final Map<String, Picture> pictures = new LinkedHashMap<>();
    final List<Finding> findings = new ArrayList<>();

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

    Set<String> rules() {
        Set<String> rules = new LinkedHashSet<>();
        findings.forEach(finding -> rules.add(finding.rule()));
        return rules;
    }
}
