package dev.gradwright.check.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in sentences what is wrong in a pass. */
final class FailureText {

    private final GradientReport report;
    private final PassReport pass;

    FailureText(GradientReport report, PassReport pass) {
        this.report = report;
        this.pass = pass;
    }

    List<String> sentences() {
        List<String> all = new ArrayList<>();
        stages(false).forEach(stage -> all.add(subject() + ": " + stage.text()));
        List<String> located = new ArrayList<>();
        for (InputReport input : pass.inputs()) {
            input.worst()
                    .filter(worst -> worst.verdict().isFailure())
                    .ifPresent(worst -> located.add(subject() + ": " + sentence(input, worst)));
        }
        all.addAll(located);
        if (located.isEmpty()) {
            stages(true).forEach(stage -> all.add(subject() + ": " + stage.text()));
        }
        if (!all.isEmpty()) {
            if (!pass.parting().sentence().isEmpty()) {
                all.add("  " + pass.parting().sentence());
            }
            pass.diagnoses().forEach(diagnosis -> all.add("  likely cause: " + diagnosis));
        }
        return all;
    }

    private List<StageReport> stages(boolean comparingDifferences) {
        return pass.stages().stream()
                .filter(stage -> stage.outcome() == Outcome.FAILED)
                .filter(stage -> stage.stage().comparesDifferences() == comparingDifferences)
                .toList();
    }

    private String subject() {
        boolean isPlain = pass.part() == Part.DATA && pass.burnIn() == 0;
        return report.subject() + (isPlain ? "" : ", " + pass.title());
    }

    private String sentence(InputReport input, Coordinate worst) {
        return String.format(
                Locale.ROOT,
                "the gradient of %s (%s) at %s is %s: analytic %s, %s %s, relative error %.2e",
                input.name(),
                input.shape(),
                worst.place(),
                worst.verdict() == Verdict.WRONG ? "wrong" : "suspicious",
                worst.analytic(),
                report.settings().method().title(),
                worst.numeric(),
                worst.relativeError());
    }
}
