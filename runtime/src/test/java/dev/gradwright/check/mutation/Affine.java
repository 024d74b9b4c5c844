package dev.gradwright.check.mutation;

import static dev.gradwright.check.mutation.Tables.sums;
import static dev.gradwright.check.mutation.Tables.times;
import static dev.gradwright.check.mutation.Tables.transposed;

import dev.gradwright.check.report.Cause;
import dev.gradwright.check.settings.Stage;
import dev.gradwright.check.subject.FunctionGradient;
import dev.gradwright.check.subject.Inputs;
import java.util.List;
import java.util.Map;

/** {@code y = x w + b}, a row for each example. */
final class Affine implements Layer {

    enum Planted implements Fault {
        BIAS_WITH_WRONG_SIGN(Trace.in("bias").as(Cause.SIGN)),
        BIAS_NEVER_ADDED_TO(Trace.in("bias").as(Cause.WHOLE_ZERO)),
        BIAS_OF_THE_LAST_EXAMPLE_ONLY(Trace.in("bias")),
        BIAS_AS_MEAN_OVER_THE_BATCH(Trace.in("bias").as(Cause.BATCH)),
        WEIGHT_TRANSPOSED(Trace.in("weight").as(Cause.TRANSPOSE)),
        WEIGHT_OVERWRITTEN_BY_EACH_EXAMPLE(Trace.in("weight")),
        WEIGHT_HALVED(Trace.in("weight").as(Cause.FACTOR_TWO)),
        INPUT_BY_WEIGHT_NOT_TRANSPOSED(Trace.in("x")),
        INPUT_NEVER_ADDED_TO(Trace.in("x").as(Cause.WHOLE_ZERO)),
        GRADIENTS_NOT_CLEARED(Trace.at(Stage.SECOND_BACKWARD).as(Cause.STALE)),
        SEED_OVERWRITTEN(Trace.at(Stage.RESTORATION)),
        WEIGHT_UPDATED_TOO(Trace.at(Stage.RESTORATION));

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
        double[][] left = new double[5][5];
        return FunctionGradient.<double[][]>named("affine")
                .parameter("weight", draw.table(5, 5))
                .parameter("bias", draw.array(5))
                .input("x", draw.table(3, 5))
                .smooth()
                .value(Affine::forward)
                .pullback((in, dy) -> backward(in, dy, fault, left));
    }

    private static double[][] forward(Inputs in) {
        double[][] y = times(in.table("x"), in.table("weight"));
        for (double[] row : y) {
            Tables.add(1, in.array("bias"), row);
        }
        return y;
    }

    private static Map<String, ?> backward(Inputs in, double[][] dy, Fault fault, double[][] left) {
        double[][] x = in.table("x");
        double[][] w = in.table("weight");
        double[][] dw = times(transposed(x), dy);
        double[] db = sums(dy);
        double[][] dx = times(dy, fault == Planted.INPUT_BY_WEIGHT_NOT_TRANSPOSED ? w : transposed(w));
        if (fault == Planted.WEIGHT_TRANSPOSED) {
            dw = transposed(dw);
        } else if (fault == Planted.WEIGHT_OVERWRITTEN_BY_EACH_EXAMPLE) {
            dw = Tables.outer(x[x.length - 1], dy[dy.length - 1]);
        } else if (fault == Planted.WEIGHT_HALVED) {
            dw = Tables.map(dw, g -> g / 2);
        } else if (fault == Planted.BIAS_WITH_WRONG_SIGN) {
            db = Tables.map(db, g -> -g);
        } else if (fault == Planted.BIAS_NEVER_ADDED_TO) {
            db = new double[db.length];
        } else if (fault == Planted.BIAS_OF_THE_LAST_EXAMPLE_ONLY) {
            db = dy[dy.length - 1];
        } else if (fault == Planted.BIAS_AS_MEAN_OVER_THE_BATCH) {
            db = Tables.map(db, g -> g / dy.length);
        } else if (fault == Planted.INPUT_NEVER_ADDED_TO) {
            dx = new double[x.length][x[0].length];
        } else if (fault == Planted.GRADIENTS_NOT_CLEARED) {
            Tables.add(1, dw, left);
            dw = left;
        } else if (fault == Planted.SEED_OVERWRITTEN) {
            System.arraycopy(dx, 0, dy, 0, dy.length);
        } else if (fault == Planted.WEIGHT_UPDATED_TOO) {
            Tables.add(-1e-3, dw, w);
        }
        return Map.of("weight", dw, "bias", db, "x", dx);
    }
}
