package dev.gradwright.monitor.page;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.json.JsonWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Findings, the worst first; one that comes again takes the place of the earlier one. There are at most {@value #CAPACITY}. */
final class Finds {

    private static final int CAPACITY = 200;

    /** What makes two findings the same. */
    private record Key(String rule, String subject, Finding.Severity severity) {}

    /** The latest of some findings that are the same. */
    record Entry(Finding latest, long first, long times) {}

    private final Map<Key, Entry> entries = new LinkedHashMap<>();
    private long version;
    private long hidden;

    void add(Finding finding, long newVersion) {
        Key key = new Key(finding.rule(), finding.subject(), finding.severity());
        Entry before = entries.get(key);
        version = newVersion;
        if (before != null) {
            entries.put(key, new Entry(finding, before.first(), before.times() + 1));
        } else if (entries.size() < CAPACITY) {
            entries.put(key, new Entry(finding, finding.step(), 1));
        } else {
            hidden++;
        }
    }

    /** Forgets what was first found after a step. */
    void forgetAfter(long step, long newVersion) {
        if (entries.values().removeIf(entry -> entry.first() > step)) {
            version = newVersion;
        }
    }

    boolean isNewerThan(long other) {
        return version > other;
    }

    long hidden() {
        return hidden;
    }

    /** A copy, the worst first, and then in the order they were first found in. */
    List<Entry> entries() {
        return entries.values().stream()
                .sorted(Comparator.comparing((Entry entry) -> entry.latest().severity())
                        .reversed())
                .toList();
    }

    static void write(Entry entry, JsonWriter json) {
        Finding finding = entry.latest();
        json.object().name("rule").value(finding.rule());
        json.name("severity").value(finding.severity().name().toLowerCase(Locale.ROOT));
        json.name("step").value(finding.step());
        json.name("subject").value(finding.subject());
        json.name("value").value(finding.value());
        json.name("threshold").value(finding.threshold());
        json.name("sentence").value(finding.sentence());
        json.name("remedy").value(finding.remedy());
        json.name("reading").value(finding.reading());
        json.name("first").value(entry.first());
        json.name("times").value(entry.times()).end();
    }
}
