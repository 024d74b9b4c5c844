package dev.gradwright.check.mutation;

import dev.gradwright.check.report.Cause;
import dev.gradwright.check.subject.FunctionGradient;
import java.util.List;
import java.util.Map;

/** The sum of the lengths of rows, each above a kink at 0; the last row is 0 where kinks are asked for. */
final class Lengths implements Layer {

    enum Planted implements Fault {
        NOT_A_NUMBER_AT_ZERO(Trace.in("x")),
        TOO_STEEP_AT_ZERO(Trace.in("x").as(Cause.KINKS_ONLY)),
        SQUARED(Trace.in("x"));

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
        double[][] x = draw.table(4, 3);
        x[2] = new double[3];
        return FunctionGradient.<Double>named("lengths")
                .input("x", x)
                .value(in -> value(in.table("x")))
                .gradient(in -> Map.of("x", backward(in.table("x"), fault)));
    }

    private static double value(double[][] x) {
        double sum = 0;
        for (double[] row : x) {
            sum += Math.sqrt(Tables.dot(row, row));
        }
        return sum;
    }

    private static double[][] backward(double[][] x, Fault fault) {
        double[][] gradient = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            double length = Math.sqrt(Tables.dot(x[i], x[i]));
            double atZero = fault == Planted.TOO_STEEP_AT_ZERO ? 2 : 0;
            gradient[i] = Tables.map(x[i], value -> {
                if (fault == Planted.SQUARED) {
                    return 2 * value;
                }
                return length == 0 && fault != Planted.NOT_A_NUMBER_AT_ZERO ? atZero : value / length;
            });
        }
        return gradient;
    }
}
