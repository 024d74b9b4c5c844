package dev.gradwright.check.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints what a pass has found: stages, coverage, the worst coordinates, kinks, the V-curve. */
final class PassText {

    private static final int WORST = 5;
    private static final double SMALL_FAULT = 0.01;

    private final PassReport pass;
    private final List<String> lines = new ArrayList<>();

    PassText(PassReport pass) {
        this.pass = pass;
    }

    List<String> lines() {
        stages();
        if (pass.isCompared()) {
            coverage();
            worst();
            parting();
            kinks();
            pass.scan().ifPresent(this::scan);
        }
        return List.copyOf(lines);
    }

    private void stages() {
        TextTable table = new TextTable("stage", "outcome", "");
        for (StageReport stage : pass.stages()) {
            boolean isTold = pass.isCompared() || stage.outcome() != Outcome.SKIPPED;
            if (isTold) {
                table.row(stage.stage().title(), name(stage.outcome()), stage.text());
            }
        }
        lines.addAll(table.lines());
    }

    private void coverage() {
        section("inputs");
        TextTable table = new TextTable(
                "input",
                "shape",
                "checked",
                "right",
                "acceptable",
                "wrong",
                "at kinks",
                "in noise",
                "worst error",
                "gradient norm",
                "largest");
        for (InputReport input : pass.inputs()) {
            table.row(
                    input.name(),
                    input.shape(),
                    input.coordinates().size() + " of " + input.size(),
                    "" + input.count(Verdict.RIGHT),
                    "" + input.count(Verdict.ACCEPTABLE),
                    "" + (input.count(Verdict.WRONG) + input.count(Verdict.SUSPICIOUS)),
                    "" + input.count(Verdict.KINK),
                    "" + input.count(Verdict.NOISE),
                    input.worst().map(c -> Digits.error(c.relativeError())).orElse(""),
                    Digits.few(input.magnitudes().norm()),
                    Digits.few(input.magnitudes().largest()));
        }
        add(table);
        for (InputReport input : pass.inputs()) {
            if (!input.isComplete()) {
                lines.add(String.format(
                        Locale.ROOT,
                        "  by coordinates alone, a fault in 1 %% of %s is missed with probability %.2f",
                        input.name(),
                        input.chanceOfMissing(SMALL_FAULT)));
            }
        }
        if (pass.lossFactor() != 1) {
            lines.add("  the loss is multiplied with " + Digits.few(pass.lossFactor())
                    + "; its gradient is below the noise otherwise");
        }
    }

    private void worst() {
        TextTable table = new TextTable(
                "at", "verdict", "value", "analytic", "numeric", "numeric +-", "relative error", "magnitude");
        for (InputReport input : pass.inputs()) {
            input.worst(WORST).stream()
                    .filter(coordinate -> coordinate.verdict().isFailure())
                    .forEach(coordinate -> table.row(
                            input.name() + " " + coordinate.place(),
                            name(coordinate.verdict()),
                            "" + coordinate.value(),
                            "" + coordinate.analytic(),
                            "" + coordinate.numeric(),
                            Digits.error(coordinate.numericError()),
                            Digits.error(coordinate.relativeError()),
                            Digits.error(coordinate.magnitude())));
        }
        if (!table.lines().isEmpty()) {
            section("worst coordinates of each input");
            add(table);
        }
    }

    private void parting() {
        if (pass.parting().lines().isEmpty()) {
            return;
        }
        section("lines where tangent and adjoint part, from the end");
        TextTable table = new TextTable("line", "statement", "product after it", "product before it");
        for (Parting line : pass.parting().lines()) {
            table.row(
                    line.place(),
                    line.what(),
                    line.isLeftOut() ? "" : "" + line.tangent(),
                    line.isLeftOut() ? "not reached in its turn" : "" + line.adjoint());
        }
        add(table);
    }

    private void kinks() {
        section(pass.kinks().sentence());
        TextTable table = new TextTable("kink", "decides", "straddled by coordinates");
        pass.straddledSites().forEach((site, count) -> table.row(site.place(), site.what(), "" + count));
        add(table);
        TextTable met = new TextTable("straddling", "slope on the left", "analytic", "slope on the right", "within");
        for (InputReport input : pass.inputs()) {
            input.coordinates().stream()
                    .filter(coordinate -> coordinate.verdict() == Verdict.KINK)
                    .limit(WORST)
                    .forEach(coordinate -> coordinate
                            .kink()
                            .ifPresent(kink -> met.row(
                                    input.name() + " " + coordinate.place(),
                                    "" + kink.left(),
                                    "" + coordinate.analytic(),
                                    "" + kink.right(),
                                    Digits.few(kink.step()))));
        }
        add(met);
    }

    private void scan(StepScan scan) {
        section("relative error by step, along " + scan.line());
        TextTable table = new TextTable("step", "forward", "centred", "five-point", "");
        for (StepScan.Point point : scan.points()) {
            table.row(
                    String.format(Locale.ROOT, "%.0e", point.step()),
                    Digits.error(RelativeError.of(scan.analytic(), point.forward())),
                    Digits.error(RelativeError.of(scan.analytic(), point.centred())),
                    Digits.error(RelativeError.of(scan.analytic(), point.fivePoint())),
                    point.step() == scan.chosen() ? "middle of the plateau" : "");
        }
        add(table);
        lines.add("  " + scan.reading());
    }

    private void section(String title) {
        lines.add("");
        lines.add(title);
    }

    private void add(TextTable table) {
        table.lines().forEach(line -> lines.add("  " + line));
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
