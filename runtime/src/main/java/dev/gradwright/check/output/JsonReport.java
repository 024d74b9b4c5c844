package dev.gradwright.check.output;

import static dev.gradwright.check.output.Json.object;

import dev.gradwright.check.report.Coordinate;
import dev.gradwright.check.report.Direction;
import dev.gradwright.check.report.GradientReport;
import dev.gradwright.check.report.InputReport;
import dev.gradwright.check.report.Kink;
import dev.gradwright.check.report.KinkSite;
import dev.gradwright.check.report.PartingReport;
import dev.gradwright.check.report.PassReport;
import dev.gradwright.check.report.StepScan;
import dev.gradwright.check.report.Verdict;
import dev.gradwright.check.settings.CheckSettings;
import dev.gradwright.check.settings.Sampling;
import dev.gradwright.check.settings.Stage;
import dev.gradwright.check.settings.Thresholds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A report as JSON, for machines. docs/gradient-checks.md says what each member means, docs/gradient-report.schema.json which there are. Members may be added
 * within a version; none changes its meaning or goes away.
 */
public final class JsonReport {

    /** The version of the form. */
    public static final int VERSION = 1;

    private JsonReport() {}

    /** The text. Numbers are the very ones of the report; NaN and the infinities are the texts {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"}. */
    public static String of(GradientReport report) {
        return Json.text(object(
                        "format", "gradwright-gradient-report",
                        "version", VERSION,
                        "subject", report.subject(),
                        "verdict", report.verdict(),
                        "isRight", report.isRight(),
                        "failures", report.failures(),
                        "replay", report.replay(),
                        "settings", settings(report.settings()),
                        "passes", report.passes().stream().map(JsonReport::pass).toList(),
                        "regularization",
                                report.regularization().stream()
                                        .map(r -> object(
                                                "burnIn", r.burnIn(),
                                                "dataNorm", r.dataNorm(),
                                                "penaltyNorm", r.penaltyNorm(),
                                                "ratio", r.ratio(),
                                                "dominates", r.dominates()))
                                        .toList()))
                + "\n";
    }

    /**
     * Writes the text into a file, and makes the folders that are missing.
     *
     * @throws IOException if that fails
     */
    public static void write(GradientReport report, Path file) throws IOException {
        TextFile.write(file, of(report));
    }

    private static Object settings(CheckSettings settings) {
        return object(
                "method", settings.method(),
                "step", settings.scansSteps() ? null : settings.effectiveStep(),
                "seed", Long.toString(settings.seed()),
                "burnIn", settings.burnIn(),
                "thresholds", thresholds(settings.thresholds()),
                "sampling", sampling(settings.sampling()),
                "stages", settings.stages().stream().sorted().map(Stage::name).toList());
    }

    private static Object thresholds(Thresholds thresholds) {
        return object(
                "right", thresholds.right(),
                "acceptable", thresholds.acceptable(),
                "wrong", thresholds.wrong(),
                "noiseFloor", thresholds.noiseFloor());
    }

    private static Object sampling(Sampling sampling) {
        return object(
                "coordinates", sampling.coordinates(),
                "minimum", sampling.minimum(),
                "extremes", sampling.extremes(),
                "zeros", sampling.zeros(),
                "directions", sampling.directions());
    }

    private static Object pass(PassReport pass) {
        return object(
                "part", pass.part(),
                "burnIn", pass.burnIn(),
                "verdict", pass.verdict(),
                "isCompared", pass.isCompared(),
                "depth", pass.depth(),
                "lossFactor", pass.lossFactor(),
                "gradientNorm", pass.gradientNorm(),
                "thresholds", thresholds(pass.thresholds()),
                "stages",
                        pass.stages().stream()
                                .map(s -> object("stage", s.stage(), "outcome", s.outcome(), "text", s.text()))
                                .toList(),
                "inputs", pass.inputs().stream().map(JsonReport::input).toList(),
                "directions",
                        pass.directions().stream().map(JsonReport::direction).toList(),
                "kinks", kinks(pass),
                "scan", pass.scan().map(JsonReport::scan),
                "diagnoses",
                        pass.diagnoses().stream()
                                .map(d -> object(
                                        "input", d.input(),
                                        "cause", d.cause(),
                                        "sentence", d.cause().sentence(),
                                        "evidence", d.evidence()))
                                .toList(),
                "parting", parting(pass.parting()));
    }

    private static Object parting(PartingReport parting) {
        return object(
                "search", parting.search(),
                "sentence", parting.sentence(),
                "lines",
                        parting.lines().stream()
                                .map(line -> object(
                                        "place", line.place(),
                                        "what", line.what(),
                                        "isLeftOut", line.isLeftOut(),
                                        "tangent", line.tangent(),
                                        "adjoint", line.adjoint()))
                                .toList());
    }

    private static Object input(InputReport input) {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict.name().toLowerCase(Locale.ROOT), input.count(verdict));
        }
        return object(
                "name", input.name(),
                "shape", input.shape(),
                "size", input.size(),
                "compared", input.coordinates().size(),
                "counts", counts,
                "gradient",
                        object(
                                "norm", input.magnitudes().norm(),
                                "largest", input.magnitudes().largest(),
                                "smallest", input.magnitudes().smallest(),
                                "zeros", input.magnitudes().zeros()),
                "coordinates",
                        input.coordinates().stream().map(JsonReport::coordinate).toList());
    }

    private static Object coordinate(Coordinate coordinate) {
        return object(
                "index", coordinate.index(),
                "place", coordinate.place(),
                "reason", coordinate.reason(),
                "value", coordinate.value(),
                "analytic", coordinate.analytic(),
                "numeric", coordinate.numeric(),
                "numericError", coordinate.numericError(),
                "step", coordinate.step(),
                "relativeError", coordinate.relativeError(),
                "magnitude", coordinate.magnitude(),
                "verdict", coordinate.verdict(),
                "kink", coordinate.kink().map(JsonReport::kink));
    }

    private static Object kink(Kink kink) {
        return object(
                "left", kink.left(),
                "right", kink.right(),
                "step", kink.step(),
                "sites", kink.sites().stream().map(JsonReport::site).toList());
    }

    private static Map<String, Object> site(KinkSite site) {
        return object("place", site.place(), "what", site.what());
    }

    private static Object direction(Direction direction) {
        return object(
                "inputs", direction.inputs(),
                "analytic", direction.analytic(),
                "numeric", direction.numeric(),
                "numericError", direction.numericError(),
                "step", direction.step(),
                "relativeError", direction.relativeError(),
                "straddles", direction.straddles(),
                "verdict", direction.verdict());
    }

    private static Object kinks(PassReport pass) {
        return object(
                "knowledge", pass.kinks().knowledge(),
                "straddling", pass.kinks().straddling(),
                "sites",
                        pass.straddledSites().entrySet().stream()
                                .map(site -> object(
                                        "place", site.getKey().place(),
                                        "what", site.getKey().what(),
                                        "coordinates", site.getValue()))
                                .toList());
    }

    private static Object scan(StepScan scan) {
        return object(
                "line", scan.line(),
                "analytic", scan.analytic(),
                "chosen", scan.chosen(),
                "points",
                        scan.points().stream()
                                .map(p -> object(
                                        "step", p.step(),
                                        "forward", p.forward(),
                                        "centred", p.centred(),
                                        "fivePoint", p.fivePoint()))
                                .toList());
    }
}
