package dev.gradwright.monitor.advice;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.Histogram;
import dev.gradwright.monitor.Picture;
import dev.gradwright.monitor.Recorder;
import dev.gradwright.monitor.StateBytes;
import dev.gradwright.train.Hook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Gives advice: takes measurements as a recorder does, has rules look at them, and hands on what they find. A finding is reported once, and once more
 * only after it has been away. As a hook it does nothing but keep its memory in checkpoints.
 */
public final class Advisor implements Recorder, Hook {

    private static final int LEAST_ABSENCE = 10;

    private final List<Rule> rules;
    private final Consumer<Finding> receiver;
    private final Measurements measurements = new Measurements();
    private final Map<String, List<Case>> cases = new HashMap<>();
    private boolean notFinite;

    /** A rule and a tag that it is about. */
    private static final class Case {
        private final Rule rule;
        private boolean isReported;
        private int against;

        Case(Rule rule) {
            this.rule = rule;
        }
    }

    /**
     * Makes an advisor.
     *
     * @param rules with names that differ
     * @param receiver is given the findings
     */
    public Advisor(List<Rule> rules, Consumer<Finding> receiver) {
        this.rules = List.copyOf(rules);
        this.receiver = receiver;
        long names = rules.stream().map(Rule::name).distinct().count();
        if (names < rules.size()) {
            throw new IllegalArgumentException("two rules have one name among "
                    + rules.stream().map(Rule::name).toList() + "; leave one out");
        }
    }

    @Override
    public String name() {
        return "advice";
    }

    @Override
    public void scalar(String tag, long step, double value) {
        measurements.add(tag, step, value);
        for (Case one : cases.computeIfAbsent(tag, this::casesOf)) {
            look(one, tag);
        }
    }

    private List<Case> casesOf(String tag) {
        List<Case> about = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.isAbout(tag)) {
                about.add(new Case(rule));
            }
        }
        return about;
    }

    private void look(Case one, String tag) {
        Optional<Finding> found = one.rule.look(tag, measurements);
        if (found.isPresent() == one.isReported) {
            one.against = 0;
        } else if (++one.against >= patience(one)) {
            one.isReported = !one.isReported;
            one.against = 0;
            found.ifPresent(this::report);
        }
    }

    /** What comes and goes is reported when it comes first, and is not gone at once. */
    private static int patience(Case one) {
        return one.isReported ? Math.max(LEAST_ABSENCE, one.rule.patience()) : one.rule.patience();
    }

    private void report(Finding finding) {
        if (!Double.isFinite(finding.value())) {
            // one place where numbers break down spoils all that come after
            if (notFinite) {
                return;
            }
            notFinite = true;
        }
        receiver.accept(finding);
    }

    @Override
    public void histogram(String tag, long step, Histogram histogram) {}

    @Override
    public void picture(String tag, long step, Picture picture) {}

    @Override
    public void finding(Finding finding) {}

    @Override
    public byte[] saveState() {
        return StateBytes.of(out -> {
            measurements.save(out);
            out.writeBoolean(notFinite);
            out.writeInt(cases.size());
            for (Map.Entry<String, List<Case>> entry : cases.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeInt(entry.getValue().size());
                for (Case one : entry.getValue()) {
                    out.writeUTF(one.rule.name());
                    out.writeBoolean(one.isReported);
                    out.writeInt(one.against);
                }
            }
        });
    }

    /** Goes on from what was saved; rules that there were not then begin anew. */
    @Override
    public void restoreState(byte[] state) {
        cases.clear();
        StateBytes.read(name(), state, in -> {
            measurements.restore(in);
            notFinite = in.readBoolean();
            for (int left = in.readInt(); left > 0; left--) {
                List<Case> ofTag = cases.computeIfAbsent(in.readUTF(), this::casesOf);
                for (int count = in.readInt(); count > 0; count--) {
                    restore(ofTag, in.readUTF(), in.readBoolean(), in.readInt());
                }
            }
        });
    }

    private static void restore(List<Case> cases, String rule, boolean isReported, int against) {
        for (Case one : cases) {
            if (one.rule.name().equals(rule)) {
                one.isReported = isReported;
                one.against = against;
            }
        }
    }
}
