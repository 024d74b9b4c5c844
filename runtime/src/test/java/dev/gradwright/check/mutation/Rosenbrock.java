package dev.gradwright.check.mutation;

import dev.gradwright.check.report.Cause;
import dev.gradwright.check.subject.FunctionGradient;
import java.util.List;
import java.util.Map;

/** {@code sum of 100 (x[i+1] - x[i]^2)^2 + (1 - x[i])^2}. */
final class Rosenbrock implements Layer {

    enum Planted implements Fault {
        INNER_FACTOR_2_MISSING(Trace.in("x")),
        NEIGHBOUR_FORGOTTEN(Trace.in("x")),
        LAST_NUMBER_LEFT_OUT(Trace.in("x").as(Cause.DROPPED_BRANCH)),
        SMALL_TERM_MISSING(Trace.in("x")),
        WRONG_IN_THE_FIFTH_DIGIT(Trace.in("x").as(Cause.FACTOR)),
        FACTOR_2(Trace.in("x").as(Cause.FACTOR_TWO));

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

    @Override
    public FunctionGradient<?> at(Draw draw, Fault fault) {
        return FunctionGradient.<Double>named("rosenbrock")
                .input("x", draw.array(6))
                .smooth()
                .value(in -> value(in.array("x")))
                .gradient(in -> Map.of("x", backward(in.array("x"), fault)));
    }

    private static double value(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double valley = x[i + 1] - x[i] * x[i];
            sum += 100 * valley * valley + (1 - x[i]) * (1 - x[i]);
        }
        return sum;
    }

    private static double[] backward(double[] x, Fault fault) {
        double[] gradient = new double[x.length];
        double inner = fault == Planted.INNER_FACTOR_2_MISSING ? 1 : 2;
        double small = fault == Planted.SMALL_TERM_MISSING ? 0 : 2;
        for (int i = 0; i + 1 < x.length; i++) {
            double valley = x[i + 1] - x[i] * x[i];
            gradient[i] += 200 * valley * -inner * x[i] - small * (1 - x[i]);
            gradient[i + 1] += fault == Planted.NEIGHBOUR_FORGOTTEN ? 0 : 200 * valley;
        }
        if (fault == Planted.LAST_NUMBER_LEFT_OUT) {
            gradient[x.length - 1] = 0;
        }
        double factor = fault == Planted.FACTOR_2 ? 2 : fault == Planted.WRONG_IN_THE_FIFTH_DIGIT ? 1 + 1e-5 : 1;
        return Tables.map(gradient, g -> factor * g);
    }
}
