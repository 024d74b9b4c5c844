package dev.gradwright.check.mutation;

import dev.gradwright.check.report.Cause;
import dev.gradwright.check.subject.FunctionGradient;
import java.util.List;
import java.util.Map;

/** Rows of a table, looked up by indices of which one occurs twice. */
final class Embedding implements Layer {

    enum Planted implements Fault {
        REPEATED_INDEX_OVERWRITTEN(Trace.in("table").as(Cause.REPEATED_INDEX)),
        ROW_OFF_BY_ONE(Trace.in("table").as(Cause.SHIFT)),
        LAST_INDEX_LEFT_OUT(Trace.in("table").as(Cause.DROPPED_BRANCH)),
        BY_PLACE_INSTEAD_OF_INDEX(Trace.in("table")),
        NEVER_ADDED_TO(Trace.in("table").as(Cause.WHOLE_ZERO));

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

    private static final int[] WORDS = {5, 1, 3, 1, 0};

    @Override
    public FunctionGradient<?> at(Draw draw, Fault fault) {
        return FunctionGradient.<double[][]>named("embedding")
                .parameter("table", draw.table(8, 3))
                .indices("words", WORDS)
                .smooth()
                .value(in -> forward(in.table("table")))
                .pullback((in, dy) -> Map.of("table", backward(dy, fault)));
    }

    private static double[][] forward(double[][] table) {
        double[][] y = new double[WORDS.length][];
        for (int i = 0; i < y.length; i++) {
            y[i] = table[WORDS[i]].clone();
        }
        return y;
    }

    private static double[][] backward(double[][] dy, Fault fault) {
        double[][] gradient = new double[8][3];
        int number = fault == Planted.LAST_INDEX_LEFT_OUT ? dy.length - 1 : dy.length;
        for (int i = 0; i < number; i++) {
            if (fault == Planted.REPEATED_INDEX_OVERWRITTEN) {
                gradient[WORDS[i]] = dy[i];
            } else if (fault == Planted.ROW_OFF_BY_ONE) {
                Tables.add(1, dy[i], gradient[WORDS[i] + 1]);
            } else if (fault == Planted.BY_PLACE_INSTEAD_OF_INDEX) {
                Tables.add(1, dy[i], gradient[i]);
            } else if (fault != Planted.NEVER_ADDED_TO) {
                Tables.add(1, dy[i], gradient[WORDS[i]]);
            }
        }
        return gradient;
    }
}
