package dev.gradwright.check.mutation;

import dev.gradwright.check.subject.FunctionGradient;
import dev.gradwright.check.subject.Inputs;
import java.util.List;
import java.util.Map;

/** Hunters and prey, integrated with classical Runge-Kutta steps; the result is the state at the end. */
final class RungeKutta implements Layer {

    enum Planted implements Fault {
        STAGES_WITH_EQUAL_WEIGHTS(Trace.in("rates", "start")),
        LAST_STEP_LEFT_OUT(Trace.in("rates", "start")),
        STATE_AFTER_THE_STEP(Trace.in("rates", "start")),
        RATES_OF_THE_FIRST_STEP_ONLY(Trace.in("rates")),
        STAGE_NOT_THROUGH_THE_STATE(Trace.in("rates", "start"));

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

    private static final double STEP = 0.1;
    private static final int STEPS = 5;
    private static final double[] WEIGHTS = {1 / 6.0, 1 / 3.0, 1 / 3.0, 1 / 6.0};
    /** How far along its step each stage looks, as a fraction. */
    private static final double[] NODES = {0, 0.5, 0.5, 1};

    @Override
    public FunctionGradient<?> at(Draw draw, Fault fault) {
        return FunctionGradient.<double[]>named("runge-kutta")
                .parameter("rates", new double[] {draw.positive(), draw.positive(), draw.positive(), draw.positive()})
                .input("start", new double[] {draw.positive(), draw.positive()})
                .smooth()
                .depth(STEPS)
                .value(in -> states(in)[STEPS])
                .pullback((in, dy) -> backward(in, dy, fault));
    }

    private static double[] slope(double[] s, double[] r) {
        return new double[] {r[0] * s[0] - r[1] * s[0] * s[1], r[2] * s[0] * s[1] - r[3] * s[1]};
    }

    private static double[][] states(Inputs in) {
        double[][] states = new double[STEPS + 1][];
        states[0] = in.array("start").clone();
        for (int n = 0; n < STEPS; n++) {
            states[n + 1] = states[n].clone();
            for (int stage = 0; stage < WEIGHTS.length; stage++) {
                double[] k = slope(stages(states[n], in.array("rates"))[stage], in.array("rates"));
                Tables.add(STEP * WEIGHTS[stage], k, states[n + 1]);
            }
        }
        return states;
    }

    /** The states that the stages of a step look at. */
    private static double[][] stages(double[] state, double[] rates) {
        double[][] stages = new double[WEIGHTS.length][];
        for (int i = 0; i < stages.length; i++) {
            stages[i] = state.clone();
            if (i > 0) {
                Tables.add(STEP * NODES[i], slope(stages[i - 1], rates), stages[i]);
            }
        }
        return stages;
    }

    private static Map<String, ?> backward(Inputs in, double[] dy, Fault fault) {
        double[] r = in.array("rates");
        double[][] states = states(in);
        double[] rates = new double[r.length];
        double[] ds = dy.clone();
        int from = fault == Planted.LAST_STEP_LEFT_OUT ? STEPS - 2 : STEPS - 1;
        for (int n = from; n >= 0; n--) {
            double[][] stages = stages(states[fault == Planted.STATE_AFTER_THE_STEP ? n + 1 : n], r);
            double[] after = ds.clone();
            double[] later = new double[2];
            for (int i = WEIGHTS.length - 1; i >= 0; i--) {
                double weight = fault == Planted.STAGES_WITH_EQUAL_WEIGHTS ? 0.25 : WEIGHTS[i];
                double[] dk = Tables.map(after, g -> STEP * weight * g);
                Tables.add(i + 1 < NODES.length ? STEP * NODES[i + 1] : 0, later, dk);
                double[] s = stages[i];
                boolean isFirstStepOnly = fault == Planted.RATES_OF_THE_FIRST_STEP_ONLY && n > 0;
                double[] byRate = {dk[0] * s[0], -dk[0] * s[0] * s[1], dk[1] * s[0] * s[1], -dk[1] * s[1]};
                Tables.add(isFirstStepOnly ? 0 : 1, byRate, rates);
                later = fault == Planted.STAGE_NOT_THROUGH_THE_STATE && i == 2
                        ? new double[2]
                        : new double[] {
                            dk[0] * (r[0] - r[1] * s[1]) + dk[1] * r[2] * s[1],
                            -dk[0] * r[1] * s[0] + dk[1] * (r[2] * s[0] - r[3])
                        };
                Tables.add(1, later, ds);
            }
        }
        return Map.of("rates", rates, "start", ds);
    }
}
