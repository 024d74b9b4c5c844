package dev.gradwright.check.mutation;

import dev.gradwright.check.report.Cause;
import dev.gradwright.check.subject.FunctionGradient;
import dev.gradwright.check.subject.Inputs;
import java.util.List;
import java.util.Map;

/** {@code h[t] = tanh(x[t] wx + h[t-1] wh + b)} for some steps; the result is all states. */
final class Recurrent implements Layer {

    enum Planted implements Fault {
        NOT_THROUGH_TIME(Trace.in("wx", "wh", "b", "x", "h0")),
        SLOPE_1_MINUS_H(Trace.in("wx", "wh", "b", "x", "h0")),
        STATE_OF_THE_SAME_STEP(Trace.in("wh")),
        INPUT_WEIGHT_OF_THE_FIRST_STEP_ONLY(Trace.in("wx")),
        BIAS_OF_THE_FIRST_STEP_ONLY(Trace.in("b")),
        STATE_WEIGHT_NOT_TRANSPOSED(Trace.in("wx", "wh", "b", "x", "h0")),
        INITIAL_STATE_FORGOTTEN(Trace.in("h0").as(Cause.WHOLE_ZERO));

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

    private static final int STEPS = 4;
    private static final int UNITS = 3;

    @Override
    public FunctionGradient<?> at(Draw draw, Fault fault) {
        return FunctionGradient.<double[][]>named("recurrent")
                .parameter("wx", draw.table(2, UNITS))
                .parameter("wh", draw.table(UNITS, UNITS))
                .parameter("b", draw.array(UNITS))
                .input("x", draw.table(STEPS, 2))
                .input("h0", draw.array(UNITS))
                .smooth()
                .depth(STEPS)
                .value(Recurrent::forward)
                .pullback((in, dh) -> backward(in, dh, fault));
    }

    private static double[][] forward(Inputs in) {
        double[][] h = new double[STEPS][];
        for (int t = 0; t < STEPS; t++) {
            double[] z = in.array("b").clone();
            Tables.add(1, Tables.times(Tables.transposed(in.table("wx")), in.table("x")[t]), z);
            Tables.add(1, Tables.times(Tables.transposed(in.table("wh")), t == 0 ? in.array("h0") : h[t - 1]), z);
            h[t] = Tables.map(z, Math::tanh);
        }
        return h;
    }

    private static Map<String, ?> backward(Inputs in, double[][] dh, Fault fault) {
        double[][] h = forward(in);
        double[][] wh = in.table("wh");
        double[][] dwx = new double[2][UNITS];
        double[][] dwh = new double[UNITS][UNITS];
        double[] db = new double[UNITS];
        double[][] dx = new double[STEPS][];
        double[] later = new double[UNITS];
        for (int t = STEPS - 1; t >= 0; t--) {
            double[] dz = dh[t].clone();
            Tables.add(fault == Planted.NOT_THROUGH_TIME ? 0 : 1, later, dz);
            for (int j = 0; j < UNITS; j++) {
                dz[j] *= 1 - h[t][j] * (fault == Planted.SLOPE_1_MINUS_H ? 1 : h[t][j]);
            }
            double[] before = t == 0 ? in.array("h0") : h[t - 1];
            boolean isFirst = t == 0;
            Tables.add(
                    fault == Planted.INPUT_WEIGHT_OF_THE_FIRST_STEP_ONLY && !isFirst ? 0 : 1,
                    Tables.outer(in.table("x")[t], dz),
                    dwx);
            Tables.add(1, Tables.outer(fault == Planted.STATE_OF_THE_SAME_STEP ? h[t] : before, dz), dwh);
            Tables.add(fault == Planted.BIAS_OF_THE_FIRST_STEP_ONLY && !isFirst ? 0 : 1, dz, db);
            dx[t] = Tables.times(in.table("wx"), dz);
            later = Tables.times(fault == Planted.STATE_WEIGHT_NOT_TRANSPOSED ? Tables.transposed(wh) : wh, dz);
        }
        double[] dh0 = fault == Planted.INITIAL_STATE_FORGOTTEN ? new double[UNITS] : later;
        return Map.of("wx", dwx, "wh", dwh, "b", db, "x", dx, "h0", dh0);
    }
}
