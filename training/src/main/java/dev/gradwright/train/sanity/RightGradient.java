package dev.gradwright.train.sanity;

import dev.gradwright.NamedParameter;
import dev.gradwright.Parameters;
import dev.gradwright.check.GradientCheck;
import dev.gradwright.check.report.GradientReport;
import dev.gradwright.check.report.Part;
import dev.gradwright.check.report.PassReport;
import dev.gradwright.check.subject.FunctionGradient;
import dev.gradwright.check.subject.Inputs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The gradient agrees with differences of the loss, at the start and after some steps of training. */
record RightGradient(int burnIn) implements SanityCheck {

    static final String NAME = "gradient";
    static final String AFTER_BURN_IN = "gradient after burn-in";
    private static final int EXAMPLES = 8;

    @Override
    public List<SanityVerdict> on(Bench<?, ?> bench) {
        int[] examples = bench.some(EXAMPLES);
        GradientReport report = GradientCheck.of(subject(bench, examples))
                .seed(bench.seed)
                .burnIn(burnIn, parameters -> bench.optimizer().apply(parameters)::step)
                .with(settings -> settings.threads(1))
                .run();
        List<SanityVerdict> verdicts = new ArrayList<>();
        for (PassReport pass : report.passes()) {
            if (pass.part() == Part.DATA) {
                verdicts.add(verdict(report, pass));
            }
        }
        return verdicts;
    }

    private static SanityVerdict verdict(GradientReport report, PassReport pass) {
        String name = pass.burnIn() == 0 ? NAME : AFTER_BURN_IN;
        if (!pass.verdict().isFailure()) {
            return SanityVerdict.passed(
                    name, Double.NaN, Double.NaN, "agrees with differences of the loss: " + pass.verdict());
        }
        GradientReport alone =
                new GradientReport(report.subject(), report.settings(), List.of(pass), List.of(), report.replay());
        return SanityVerdict.failed(name, Double.NaN, Double.NaN, String.join("; ", alone.failures()));
    }

    private static FunctionGradient<Double> subject(Bench<?, ?> bench, int[] examples) {
        FunctionGradient<Double> subject = FunctionGradient.named("loss");
        for (NamedParameter parameter : bench.parameters()) {
            for (int s = 0; s < parameter.segments(); s++) {
                double[] values = new double[parameter.length(s)];
                System.arraycopy(parameter.value(s), 0, values, 0, values.length);
                subject = subject.parameter(name(parameter, s), values);
            }
        }
        return subject.value(inputs -> loss(bench, examples, inputs)).gradient(inputs -> {
            loss(bench, examples, inputs);
            return gradients(bench.parameters());
        });
    }

    private static double loss(Bench<?, ?> bench, int[] examples, Inputs inputs) {
        for (NamedParameter parameter : bench.parameters()) {
            for (int s = 0; s < parameter.segments(); s++) {
                System.arraycopy(inputs.array(name(parameter, s)), 0, parameter.value(s), 0, parameter.length(s));
            }
        }
        return bench.plainLoss(examples);
    }

    private static Map<String, double[]> gradients(Parameters parameters) {
        Map<String, double[]> gradients = new LinkedHashMap<>();
        for (NamedParameter parameter : parameters) {
            for (int s = 0; s < parameter.segments(); s++) {
                double[] gradient = new double[parameter.length(s)];
                System.arraycopy(parameter.gradient(s), 0, gradient, 0, gradient.length);
                gradients.put(name(parameter, s), gradient);
            }
        }
        return gradients;
    }

    private static String name(NamedParameter parameter, int segment) {
        return parameter.segments() == 1 ? parameter.name() : parameter.name() + "[" + segment + "]";
    }
}
