package dev.gradwright.check.report;

import java.util.List;
import java.util.Locale;

/** Prints a report for somebody who has just seen a test fail: first what is wrong and why, then how to see it again, then all that was found. */
final class ConsoleText {

    private static final int SENTENCES = 8;

    private final GradientReport report;
    private final StringBuilder text = new StringBuilder();

    private ConsoleText(GradientReport report) {
        this.report = report;
    }

    static String of(GradientReport report) {
        ConsoleText console = new ConsoleText(report);
        console.headline();
        report.regularization().forEach(console::regularization);
        report.passes().forEach(console::pass);
        return console.text.toString().stripTrailing();
    }

    private void headline() {
        List<String> failures = report.failures();
        if (failures.isEmpty()) {
            line("%s", report.summary());
        }
        failures.stream().limit(SENTENCES).forEach(sentence -> line("%s", sentence));
        if (failures.size() > SENTENCES) {
            line("  and %d lines more of this kind", failures.size() - SENTENCES);
        }
        line("  (%s)", report.settings().title());
        report.replay().ifPresent(how -> line("replay: %s", how));
    }

    private void pass(PassReport pass) {
        line("");
        line("%s: %s", pass.title(), pass.outcome());
        new PassText(pass).lines().forEach(line -> line("%s", ("  " + line).stripTrailing()));
    }

    private void regularization(RegularizationReport regularization) {
        line(
                "  penalty over data loss%s: gradient norms %s / %s = %s%s",
                regularization.burnIn() == 0 ? "" : " after " + regularization.burnIn() + " steps",
                Digits.few(regularization.penaltyNorm()),
                Digits.few(regularization.dataNorm()),
                Digits.few(regularization.ratio()),
                regularization.dominates() ? "; the penalty dominates and may hide a wrong data loss" : "");
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
