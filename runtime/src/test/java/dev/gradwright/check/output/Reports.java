package dev.gradwright.check.output;

import dev.gradwright.check.GradientCheck;
import dev.gradwright.check.kink.Decisions;
import dev.gradwright.check.report.GradientReport;
import dev.gradwright.check.report.KinkSite;
import dev.gradwright.check.report.Parting;
import dev.gradwright.check.report.PartingReport;
import dev.gradwright.check.subject.FunctionGradient;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reports of checks that really ran. */
final class Reports {

    private static final KinkSite RELU = new KinkSite("Relu.java:12", "max");

    private Reports() {}

    static Stream<GradientReport> all() {
        return Stream.of(wrong(), parted(), right(), undefined(), notNumbers(), kink(), penalized());
    }

    /** Of a gradient in which a factor 2 is missing. */
    static GradientReport wrong() {
        return GradientCheck.of(x -> x[0] * x[0] + x[1], x -> new double[] {x[0], 1})
                .at(1.5, 2)
                .replay("-Dseed=1")
                .run();
    }

    /** Of a gradient that parts from its tangent at two lines. */
    static GradientReport parted() {
        GradientReport wrong = wrong();
        PartingReport parting = new PartingReport(
                PartingReport.Search.LINES,
                List.of(
                        new Parting("F.java:3", "y = x < 0 ? -x : x * x", 1.5, 0.75),
                        new Parting("F.java:2", "", Double.NaN, Double.NaN)));
        return new GradientReport(
                wrong.subject(),
                wrong.settings(),
                wrong.passes().stream().map(pass -> pass.with(parting)).toList(),
                wrong.regularization(),
                wrong.replay());
    }

    static GradientReport right() {
        return GradientCheck.of(x -> x[0] * x[0] + x[1], x -> new double[] {2 * x[0], 1})
                .at(1.5, 2)
                .run();
    }

    /** Of a function that has no value at the point. */
    static GradientReport undefined() {
        return GradientCheck.of(x -> Math.log(x[0]), x -> new double[] {1 / x[0]})
                .at(-1)
                .run();
    }

    /** Of a gradient that is not a number, nor finite. */
    static GradientReport notNumbers() {
        return GradientCheck.of(x -> x[0] + x[1] + x[2], x -> new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1})
                .at(1, 2, 3)
                .run();
    }

    /** Of a rectifier whose first input lies nearer to the kink than any step reaches, so that the difference straddles it. */
    static GradientReport kink() {
        return GradientCheck.of(FunctionGradient.<Double>named("relu<\"T\"> & more")
                        .input("x", new double[] {1e-12, 3})
                        .value(in -> relu(in.array("x")[0]) + relu(in.array("x")[1]))
                        .gradient(in -> Map.of("x", new double[] {1, 1}))
                        .notesDecisions())
                .run();
    }

    /** Of a loss with a penalty whose gradient is more than ten times as large, before and after some training. */
    static GradientReport penalized() {
        double[] weight = {0.5, -1.2};
        FunctionGradient<Double> loss = FunctionGradient.<Double>named("loss")
                .parameter("weight", weight)
                .value(in -> 1e-3 * in.array("weight")[0] * in.array("weight")[1])
                .gradient(in ->
                        Map.of("weight", new double[] {1e-3 * in.array("weight")[1], 1e-3 * in.array("weight")[0]}));
        FunctionGradient<Double> penalty = FunctionGradient.<Double>named("penalty")
                .parameter("weight", weight)
                .value(in -> in.array("weight")[0] * in.array("weight")[0])
                .gradient(in -> Map.of("weight", new double[] {2 * in.array("weight")[0], 0}));
        return GradientCheck.of(loss)
                .regularization(GradientCheck.of(penalty))
                .burnIn(2)
                .run();
    }

    private static double relu(double x) {
        return Decisions.note(RELU, x > 0) ? x : 0;
    }
}
