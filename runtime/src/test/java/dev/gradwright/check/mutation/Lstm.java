package dev.gradwright.check.mutation;

import dev.gradwright.check.report.Cause;
import dev.gradwright.check.subject.FunctionGradient;
import dev.gradwright.check.subject.Inputs;
import java.util.List;
import java.util.Map;

/** One step of a long short-term memory; the result is the new output and the new state. */
final class Lstm implements Layer {

    enum Planted implements Fault {
        STATE_NOT_THROUGH_THE_OUTPUT(Trace.in("w", "x", "c")),
        FORGET_GATE_WITH_THE_NEW_STATE(Trace.in("w", "x")),
        CANDIDATE_WITH_THE_SLOPE_OF_A_GATE(Trace.in("w", "x")),
        INPUT_AND_FORGET_GATE_EXCHANGED(Trace.in("w", "x")),
        OUTPUT_GATE_WITHOUT_TANH(Trace.in("w", "x")),
        STATE_FORGOTTEN(Trace.in("c").as(Cause.WHOLE_ZERO));

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

    private static final int UNITS = 3;

    /** The gates of a step, and the state after it. */
    private record Gates(double[] input, double[] forget, double[] output, double[] candidate, double[] state) {

        static Gates of(Inputs in) {
            double[] z = Tables.times(in.table("w"), in.array("x"));
            double[] state = new double[UNITS];
            double[][] gates = new double[4][UNITS];
            for (int j = 0; j < UNITS; j++) {
                for (int gate = 0; gate < 3; gate++) {
                    gates[gate][j] = 1 / (1 + Math.exp(-z[gate * UNITS + j]));
                }
                gates[3][j] = Math.tanh(z[3 * UNITS + j]);
                state[j] = gates[1][j] * in.array("c")[j] + gates[0][j] * gates[3][j];
            }
            return new Gates(gates[0], gates[1], gates[2], gates[3], state);
        }
    }

    @Override
    public FunctionGradient<?> at(Draw draw, Fault fault) {
        return FunctionGradient.<double[][]>named("lstm step")
                .parameter("w", draw.table(4 * UNITS, 4))
                .input("x", draw.array(4))
                .input("c", draw.array(UNITS))
                .smooth()
                .value(Lstm::forward)
                .pullback((in, dy) -> backward(in, dy[0], dy[1], fault));
    }

    private static double[][] forward(Inputs in) {
        Gates gates = Gates.of(in);
        double[] h = Tables.map(gates.state(), Math::tanh);
        for (int j = 0; j < UNITS; j++) {
            h[j] *= gates.output()[j];
        }
        return new double[][] {h, gates.state()};
    }

    private static Map<String, ?> backward(Inputs in, double[] dh, double[] dcNew, Fault fault) {
        Gates gates = Gates.of(in);
        double[] dz = new double[4 * UNITS];
        double[] dc = new double[UNITS];
        for (int j = 0; j < UNITS; j++) {
            double tanh = Math.tanh(gates.state()[j]);
            double i = gates.input()[j];
            double f = gates.forget()[j];
            double o = gates.output()[j];
            double g = gates.candidate()[j];
            double throughOutput = fault == Planted.STATE_NOT_THROUGH_THE_OUTPUT ? 0 : dh[j] * o * (1 - tanh * tanh);
            double ds = dcNew[j] + throughOutput;
            double kept = fault == Planted.FORGET_GATE_WITH_THE_NEW_STATE ? gates.state()[j] : in.array("c")[j];
            boolean areExchanged = fault == Planted.INPUT_AND_FORGET_GATE_EXCHANGED;
            dz[(areExchanged ? UNITS : 0) + j] = ds * g * i * (1 - i);
            dz[(areExchanged ? 0 : UNITS) + j] = ds * kept * f * (1 - f);
            dz[2 * UNITS + j] = dh[j] * (fault == Planted.OUTPUT_GATE_WITHOUT_TANH ? 1 : tanh) * o * (1 - o);
            boolean isGate = fault == Planted.CANDIDATE_WITH_THE_SLOPE_OF_A_GATE;
            dz[3 * UNITS + j] = ds * i * (isGate ? g * (1 - g) : 1 - g * g);
            dc[j] = fault == Planted.STATE_FORGOTTEN ? 0 : ds * f;
        }
        return Map.of(
                "w", Tables.outer(dz, in.array("x")),
                "x", Tables.times(Tables.transposed(in.table("w")), dz),
                "c", dc);
    }
}
