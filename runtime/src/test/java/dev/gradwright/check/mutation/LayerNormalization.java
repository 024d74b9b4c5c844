package dev.gradwright.check.mutation;

import dev.gradwright.check.report.Cause;
import dev.gradwright.check.subject.FunctionGradient;
import dev.gradwright.check.subject.Inputs;
import java.util.List;
import java.util.Map;

/** Normalization of each example over its features, then {@code gamma} and {@code beta}. */
final class LayerNormalization implements Layer {

    enum Planted implements Fault {
        TERM_OF_THE_MEAN_MISSING(Trace.in("x")),
        TERM_OF_THE_VARIANCE_MISSING(Trace.in("x")),
        GAMMA_AFTER_THE_MEANS(Trace.in("x")),
        MEAN_OVER_BATCH_INSTEAD_OF_FEATURES(Trace.in("x")),
        GAMMA_WITH_WRONG_SIGN(Trace.in("gamma").as(Cause.SIGN)),
        BETA_OF_THE_FIRST_EXAMPLE_ONLY(Trace.in("beta"));

        private final Trace trace;

        Planted(Trace trace) {
            this.trace = trace;
        }

        @Override
        public Trace trace() {
            return trace;
        }
    }

    @Override
    public List<Fault> faults() {
        return List.of(Planted.values());
    }

    private static final double EPSILON = 1e-3;

    @Override
    public FunctionGradient<?> at(Draw draw, Fault fault) {
        return FunctionGradient.<double[][]>named("layer normalization")
                .parameter("gamma", draw.array(6))
                .parameter("beta", draw.array(6))
                .input("x", draw.table(4, 6))
                .smooth()
                .value(LayerNormalization::forward)
                .pullback((in, dy) -> backward(in, dy, fault));
    }

    private static double[][] forward(Inputs in) {
        double[][] x = in.table("x");
        double[][] y = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            y[i] = normal(x[i]);
            for (int j = 0; j < y[i].length; j++) {
                y[i][j] = in.array("gamma")[j] * y[i][j] + in.array("beta")[j];
            }
        }
        return y;
    }

    private static double[] normal(double[] x) {
        double mean = mean(x);
        double scale = scale(x);
        return Tables.map(x, value -> scale * (value - mean));
    }

    private static double mean(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        return sum / x.length;
    }

    private static double scale(double[] x) {
        double mean = mean(x);
        return 1 / Math.sqrt(mean(Tables.map(x, value -> (value - mean) * (value - mean))) + EPSILON);
    }

    private static Map<String, ?> backward(Inputs in, double[][] dy, Fault fault) {
        double[][] x = in.table("x");
        double[] gamma = in.array("gamma");
        int n = gamma.length;
        double[] dgamma = new double[n];
        double[] dbeta = fault == Planted.BETA_OF_THE_FIRST_EXAMPLE_ONLY ? dy[0] : Tables.sums(dy);
        double[][] dx = new double[x.length][n];
        for (int i = 0; i < x.length; i++) {
            double[] normal = normal(x[i]);
            double sum = 0;
            double weighted = 0;
            double[] dnormal = new double[n];
            for (int j = 0; j < n; j++) {
                dgamma[j] += dy[i][j] * normal[j];
                dnormal[j] = dy[i][j] * (fault == Planted.GAMMA_AFTER_THE_MEANS ? 1 : gamma[j]);
                sum += dnormal[j];
                weighted += dnormal[j] * normal[j];
            }
            int over = fault == Planted.MEAN_OVER_BATCH_INSTEAD_OF_FEATURES ? x.length : n;
            double meanTerm = fault == Planted.TERM_OF_THE_MEAN_MISSING ? 0 : sum / over;
            double varianceTerm = fault == Planted.TERM_OF_THE_VARIANCE_MISSING ? 0 : weighted / over;
            for (int j = 0; j < n; j++) {
                double after = fault == Planted.GAMMA_AFTER_THE_MEANS ? gamma[j] : 1;
                dx[i][j] = after * scale(x[i]) * (dnormal[j] - meanTerm - normal[j] * varianceTerm);
            }
        }
        double sign = fault == Planted.GAMMA_WITH_WRONG_SIGN ? -1 : 1;
        return Map.of("gamma", Tables.map(dgamma, g -> sign * g), "beta", dbeta, "x", dx);
    }
}
