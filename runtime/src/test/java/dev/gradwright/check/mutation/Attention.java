package dev.gradwright.check.mutation;

import dev.gradwright.check.report.Cause;
import dev.gradwright.check.subject.FunctionGradient;
import dev.gradwright.check.subject.Inputs;
import java.util.List;
import java.util.Map;

/** Attention of one head that looks at earlier places only: {@code softmax(q k' / sqrt(d)) v}. */
final class Attention implements Layer {

    enum Planted implements Fault {
        SCALE_FORGOTTEN(Trace.in("q", "k").as(Cause.FACTOR_TWO)),
        SOFTMAX_OF_ITS_DIAGONAL_ONLY(Trace.in("q", "k")),
        KEYS_NOT_TRANSPOSED_BACK(Trace.in("k")),
        VALUES_BY_WEIGHTS_NOT_TRANSPOSED(Trace.in("v")),
        LATER_PLACES_NOT_MASKED(Trace.in("q", "k")),
        QUERIES_WITH_WRONG_SIGN(Trace.in("q").as(Cause.SIGN));

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

    private static final int PLACES = 5;
    private static final int WIDTH = 4;

    @Override
    public FunctionGradient<?> at(Draw draw, Fault fault) {
        return FunctionGradient.<double[][]>named("attention")
                .input("q", draw.table(PLACES, WIDTH))
                .input("k", draw.table(PLACES, WIDTH))
                .input("v", draw.table(PLACES, WIDTH))
                .smooth()
                .value(in -> Tables.times(weights(in), in.table("v")))
                .pullback((in, dy) -> backward(in, dy, fault));
    }

    private static double[][] weights(Inputs in) {
        double[][] scores = Tables.times(in.table("q"), Tables.transposed(in.table("k")));
        double[][] weights = new double[PLACES][];
        for (int i = 0; i < PLACES; i++) {
            for (int j = 0; j < PLACES; j++) {
                scores[i][j] = j <= i ? scores[i][j] / Math.sqrt(WIDTH) : Double.NEGATIVE_INFINITY;
            }
            weights[i] = SoftmaxCrossEntropy.softmax(scores[i]);
        }
        return weights;
    }

    private static Map<String, ?> backward(Inputs in, double[][] dy, Fault fault) {
        double[][] p = weights(in);
        double[][] dp = Tables.times(dy, Tables.transposed(in.table("v")));
        double[][] scores = new double[PLACES][PLACES];
        double scale = fault == Planted.SCALE_FORGOTTEN ? 1 : 1 / Math.sqrt(WIDTH);
        for (int i = 0; i < PLACES; i++) {
            double mean = fault == Planted.SOFTMAX_OF_ITS_DIAGONAL_ONLY ? 0 : Tables.dot(p[i], dp[i]);
            for (int j = 0; j < PLACES; j++) {
                boolean isLater = fault == Planted.LATER_PLACES_NOT_MASKED && j > i;
                scores[i][j] = (isLater ? 1 : p[i][j]) * (dp[i][j] - mean) * scale;
            }
        }
        double sign = fault == Planted.QUERIES_WITH_WRONG_SIGN ? -1 : 1;
        boolean keepsKeys = fault == Planted.KEYS_NOT_TRANSPOSED_BACK;
        boolean keepsWeights = fault == Planted.VALUES_BY_WEIGHTS_NOT_TRANSPOSED;
        return Map.of(
                "q", Tables.map(Tables.times(scores, in.table("k")), g -> sign * g),
                "k", Tables.times(keepsKeys ? scores : Tables.transposed(scores), in.table("q")),
                "v", Tables.times(keepsWeights ? p : Tables.transposed(p), dy));
    }
}
