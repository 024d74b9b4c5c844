package dev.gradwright.check.diagnosis;

import dev.gradwright.check.report.Cause;
import dev.gradwright.check.report.Coordinate;
import dev.gradwright.check.report.Diagnosis;
import dev.gradwright.check.report.InputReport;
import dev.gradwright.check.report.Outcome;
import dev.gradwright.check.report.StageReport;
import dev.gradwright.check.settings.Stage;
import dev.gradwright.check.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks for the causes of what failed: for each input the first pattern that fits. */
public final class Diagnostician {

    private static final List<Pattern> PATTERNS = List.of(
            new NotANumber(),
            new WholeZero(),
            new KinksOnly(),
            new RepeatedIndex(),
            new ConstantRatio(),
            new Rearranged(),
            new DroppedBranch(),
            new AdditiveTerm());

    private final Subject subject;
    private final List<double[]> gradients;

    /** For a subject with these analytic gradients, by input. */
    public Diagnostician(Subject subject, List<double[]> gradients) {
        this.subject = subject;
        this.gradients = gradients;
    }

    /** The likely causes of what failed; empty if nothing did. */
    public List<Diagnosis> diagnose(List<StageReport> stages, List<InputReport> inputs) {
        List<Diagnosis> all = new ArrayList<>();
        if (hasFailed(stages, Stage.SECOND_BACKWARD)) {
            all.add(new Diagnosis(Stage.SECOND_BACKWARD.title(), Cause.STALE, "see the stage"));
        } else if (hasFailed(stages, Stage.LINEARITY)) {
            all.add(new Diagnosis(Stage.LINEARITY.title(), Cause.SEED, "see the stage"));
        }
        for (int i = 0; i < inputs.size(); i++) {
            Evidence evidence = Evidence.of(subject, inputs.get(i), gradients.get(i));
            if (!evidence.wrong().isEmpty()) {
                all.add(cause(evidence));
            }
        }
        return all;
    }

    private static boolean hasFailed(List<StageReport> stages, Stage which) {
        return stages.stream().anyMatch(stage -> stage.stage() == which && stage.outcome() == Outcome.FAILED);
    }

    private static Diagnosis cause(Evidence evidence) {
        Diagnosis found = PATTERNS.stream()
                .flatMap(pattern -> pattern.of(evidence).stream())
                .findFirst()
                .orElseGet(() -> unknown(evidence));
        int leftOut = evidence.failed().size() - evidence.wrong().size();
        return leftOut == 0
                ? found
                : new Diagnosis(
                        found.input(), found.cause(), found.evidence() + "; not counting " + leftOut + " at kinks");
    }

    private static Diagnosis unknown(Evidence evidence) {
        Coordinate worst = evidence.report().worst().orElseThrow();
        return new Diagnosis(
                evidence.report().name(),
                Cause.UNKNOWN,
                String.format(
                        Locale.ROOT,
                        "%d of %d compared are wrong; at %s numeric / analytic is %.4g",
                        evidence.wrong().size(),
                        evidence.report().coordinates().size(),
                        worst.place(),
                        worst.numeric() / worst.analytic()));
    }
}
