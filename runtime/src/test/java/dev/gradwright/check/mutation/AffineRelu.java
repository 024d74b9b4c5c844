package dev.gradwright.check.mutation;

import static dev.gradwright.check.mutation.Tables.sums;
import static dev.gradwright.check.mutation.Tables.times;
import static dev.gradwright.check.mutation.Tables.transposed;

import dev.gradwright.check.kink.Decisions;
import dev.gradwright.check.report.Cause;
import dev.gradwright.check.report.KinkSite;
import dev.gradwright.check.settings.Stage;
import dev.gradwright.check.subject.FunctionGradient;
import dev.gradwright.check.subject.Inputs;
import java.util.List;
import java.util.Map;

/** {@code y = max(0, x w + b)}, with decisions noted or not. */
final class AffineRelu implements Layer {

    enum Planted implements Fault {
        MASK_FORGOTTEN(Trace.in("weight", "bias", "x")),
        MASK_THE_WRONG_WAY_ROUND(Trace.in("weight", "bias", "x")),
        MASK_FORGOTTEN_FOR_BIAS(Trace.in("bias")),
        MASK_ABOVE_ONE_HALF(Trace.in("weight", "bias", "x")),
        MASK_FROM_THE_SEED(Trace.at(Stage.LINEARITY).as(Cause.SEED));

        private final Trace trace;

        Planted(Trace trace) {
            this.trace = trace;
        }

        @Override
        public Trace trace() {
            return trace;
        }
    }

    private static final KinkSite RELU = new KinkSite("relu", "max");

    private final boolean notesDecisions;

    AffineRelu(boolean notesDecisions) {
        this.notesDecisions = notesDecisions;
    }

    @Override
    public String name() {
        return notesDecisions ? "AffineRelu, noted" : "AffineRelu";
    }

    @Override
    public List<Fault> faults() {
        return List.of(Planted.values());
    }

    @Override
    public FunctionGradient<?> at(Draw draw, Fault fault) {
        FunctionGradient<double[][]> layer = FunctionGradient.<double[][]>named("affine and relu")
                .parameter("weight", draw.table(4, 6))
                .parameter("bias", draw.array(6))
                .input("x", draw.table(9, 4))
                .value(in -> Tables.map(linear(in), z -> Decisions.note(RELU, z > 0) ? z : 0))
                .pullback((in, dy) -> backward(in, dy, fault));
        return notesDecisions ? layer.notesDecisions() : layer;
    }

    private static double[][] linear(Inputs in) {
        double[][] z = times(in.table("x"), in.table("weight"));
        for (double[] row : z) {
            Tables.add(1, in.array("bias"), row);
        }
        return z;
    }

    private static Map<String, ?> backward(Inputs in, double[][] dy, Fault fault) {
        double[][] z = linear(in);
        double[][] dz = new double[z.length][z[0].length];
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < z[0].length; j++) {
                dz[i][j] = passes(z[i][j], dy[i][j], fault) ? dy[i][j] : 0;
            }
        }
        return Map.of(
                "weight", times(transposed(in.table("x")), dz),
                "bias", sums(fault == Planted.MASK_FORGOTTEN_FOR_BIAS ? dy : dz),
                "x", times(dz, transposed(in.table("weight"))));
    }

    private static boolean passes(double z, double dy, Fault fault) {
        if (fault == Planted.MASK_FORGOTTEN) {
            return true;
        } else if (fault == Planted.MASK_THE_WRONG_WAY_ROUND) {
            return z <= 0;
        } else if (fault == Planted.MASK_ABOVE_ONE_HALF) {
            return z > 0.5;
        }
        return fault == Planted.MASK_FROM_THE_SEED ? dy > 0 : z > 0;
    }
}
