package dev.gradwright.check.mutation;

import dev.gradwright.check.report.Cause;
import dev.gradwright.check.subject.FunctionGradient;
import dev.gradwright.check.subject.Inputs;
import java.util.List;
import java.util.Map;

/** A mean of squares and a penalty on the weights: {@code |x w + b - t|^2 / n + lambda |w|^2}. */
final class RegularizedLoss implements Layer {

    enum Planted implements Fault {
        PENALTY_FORGOTTEN(Trace.in("w").as(Cause.PROPORTIONAL_TERM)),
        PENALTY_HALVED(Trace.in("w").as(Cause.PROPORTIONAL_TERM)),
        PENALTY_ON_THE_BIAS_TOO(Trace.in("b")),
        PENALTY_CONSTANT(Trace.in("w")),
        DATA_FORGOTTEN(Trace.in("w")),
        MEAN_TAKEN_FOR_A_SUM(Trace.in("w", "b")),
        LAMBDA_ADDED(Trace.in("w").as(Cause.CONSTANT_TERM));

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

    private static final double LAMBDA = 0.3;

    @Override
    public FunctionGradient<?> at(Draw draw, Fault fault) {
        double[][] x = draw.table(6, 4);
        double[] targets = draw.array(6);
        return FunctionGradient.<Double>named("regularized loss")
                .parameter("w", draw.array(4))
                .parameter("b", draw.array(1))
                .smooth()
                .value(in -> {
                    double[] w = in.array("w");
                    double[] r = residuals(in, x, targets);
                    return Tables.dot(r, r) / r.length + LAMBDA * Tables.dot(w, w);
                })
                .gradient(in -> backward(in, x, residuals(in, x, targets), fault));
    }

    private static double[] residuals(Inputs in, double[][] x, double[] targets) {
        double[] r = Tables.map(targets, t -> in.array("b")[0] - t);
        Tables.add(1, Tables.times(x, in.array("w")), r);
        return r;
    }

    private static Map<String, ?> backward(Inputs in, double[][] x, double[] residuals, Fault fault) {
        double mean = fault == Planted.MEAN_TAKEN_FOR_A_SUM ? 1 : 1.0 / residuals.length;
        double[] dr = Tables.map(residuals, r -> 2 * r * mean);
        double[] db = {Tables.dot(dr, Tables.map(dr, d -> 1))};
        double[] dw = Tables.times(Tables.transposed(x), dr);
        if (fault == Planted.DATA_FORGOTTEN) {
            dw = new double[dw.length];
        }
        double factor = fault == Planted.PENALTY_FORGOTTEN || fault == Planted.PENALTY_CONSTANT
                ? 0
                : fault == Planted.PENALTY_HALVED ? LAMBDA : 2 * LAMBDA;
        Tables.add(factor, in.array("w"), dw);
        if (fault == Planted.PENALTY_CONSTANT || fault == Planted.LAMBDA_ADDED) {
            dw = Tables.map(dw, g -> g + LAMBDA);
        } else if (fault == Planted.PENALTY_ON_THE_BIAS_TOO) {
            Tables.add(2 * LAMBDA, in.array("b"), db);
        }
        return Map.of("w", dw, "b", db);
    }
}
