package dev.gradwright.check.mutation;

import dev.gradwright.check.report.Cause;
import dev.gradwright.check.subject.FunctionGradient;
import dev.gradwright.check.subject.Inputs;
import java.util.List;
import java.util.Map;

/** Normalization of each feature over the batch, then {@code gamma} and {@code beta}. */
final class BatchNormalization implements Layer {

    enum Planted implements Fault {
        TERM_OF_THE_MEAN_MISSING(Trace.in("x")),
        TERM_OF_THE_VARIANCE_MISSING(Trace.in("x")),
        VARIANCE_WITH_N_MINUS_1(Trace.in("x", "gamma")),
        EPSILON_FORGOTTEN(Trace.in("x", "gamma")),
        GAMMA_FORGOTTEN(Trace.in("x")),
        GAMMA_BY_INPUT_NOT_NORMALIZED(Trace.in("gamma")),
        BETA_AS_MEAN_OVER_THE_BATCH(Trace.in("beta").as(Cause.BATCH)),
        STATISTICS_OF_THE_FIRST_EXAMPLES(Trace.in("x", "gamma"));

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
        return FunctionGradient.<double[][]>named("batch normalization")
                .parameter("gamma", Tables.map(draw.array(3), g -> 2 + g / 4))
                .parameter("beta", draw.array(3))
                .input("x", draw.table(7, 3))
                .smooth()
                .value(BatchNormalization::forward)
                .pullback((in, dy) -> backward(in, dy, fault));
    }

    private static double[][] forward(Inputs in) {
        double[][] x = in.table("x");
        double[][] y = new double[x.length][x[0].length];
        for (int j = 0; j < x[0].length; j++) {
            double mean = mean(x, j, x.length);
            double scale = scale(x, j, mean, x.length);
            for (int i = 0; i < x.length; i++) {
                y[i][j] = in.array("gamma")[j] * scale * (x[i][j] - mean) + in.array("beta")[j];
            }
        }
        return y;
    }

    private static double mean(double[][] x, int j, int examples) {
        double sum = 0;
        for (int i = 0; i < examples; i++) {
            sum += x[i][j];
        }
        return sum / examples;
    }

    private static double scale(double[][] x, int j, double mean, int examples) {
        return 1 / Math.sqrt(variance(x, j, mean, examples) + EPSILON);
    }

    private static double variance(double[][] x, int j, double mean, int examples) {
        double sum = 0;
        for (int i = 0; i < examples; i++) {
            sum += (x[i][j] - mean) * (x[i][j] - mean);
        }
        return sum / examples;
    }

    private static Map<String, ?> backward(Inputs in, double[][] dy, Fault fault) {
        double[][] x = in.table("x");
        int n = x.length;
        double[][] dx = new double[n][x[0].length];
        double[] dgamma = new double[x[0].length];
        double[] dbeta = Tables.sums(dy);
        int seen = fault == Planted.STATISTICS_OF_THE_FIRST_EXAMPLES ? n - 1 : n;
        for (int j = 0; j < x[0].length; j++) {
            double mean = mean(x, j, seen);
            double scale = scale(x, j, mean, seen);
            if (fault == Planted.VARIANCE_WITH_N_MINUS_1) {
                scale *= Math.sqrt((n - 1.0) / n);
            } else if (fault == Planted.EPSILON_FORGOTTEN) {
                scale = 1 / Math.sqrt(variance(x, j, mean, n));
            }
            double sum = 0;
            double weighted = 0;
            for (int i = 0; i < n; i++) {
                double normal = scale * (x[i][j] - mean);
                sum += dy[i][j];
                weighted += dy[i][j] * normal;
                dgamma[j] += dy[i][j] * (fault == Planted.GAMMA_BY_INPUT_NOT_NORMALIZED ? x[i][j] : normal);
            }
            double meanTerm = fault == Planted.TERM_OF_THE_MEAN_MISSING ? 0 : sum / n;
            double varianceTerm = fault == Planted.TERM_OF_THE_VARIANCE_MISSING ? 0 : weighted / n;
            double gamma = fault == Planted.GAMMA_FORGOTTEN ? 1 : in.array("gamma")[j];
            for (int i = 0; i < n; i++) {
                double normal = scale * (x[i][j] - mean);
                dx[i][j] = gamma * scale * (dy[i][j] - meanTerm - normal * varianceTerm);
            }
        }
        if (fault == Planted.BETA_AS_MEAN_OVER_THE_BATCH) {
            dbeta = Tables.map(dbeta, g -> g / n);
        }
        return Map.of("gamma", dgamma, "beta", dbeta, "x", dx);
    }
}
