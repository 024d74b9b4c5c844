package dev.gradwright.check.mutation;

import dev.gradwright.check.kink.Decisions;
import dev.gradwright.check.report.KinkSite;
import dev.gradwright.check.subject.FunctionGradient;
import java.util.List;
import java.util.Map;

/** The largest of each three neighbours, windows one apart, so that one number can win several times. */
final class MaxPooling implements Layer {

    enum Planted implements Fault {
        TO_ALL_OF_THE_WINDOW(Trace.in("x")),
        TO_THE_FIRST_OF_THE_WINDOW(Trace.in("x")),
        OVERWRITTEN_WHERE_WINDOWS_OVERLAP(Trace.in("x")),
        LAST_WINDOW_LEFT_OUT(Trace.in("x")),
        PLACE_WITHIN_THE_WINDOW_TAKEN_FOR_PLACE(Trace.in("x"));

        private final Trace trace;

        Planted(Trace trace) {
            this.trace = trace;
        }

        @Override
        public Trace trace() {
            return trace;
        }
    }

    private final boolean notesDecisions;

    MaxPooling(boolean notesDecisions) {
        this.notesDecisions = notesDecisions;
    }

    @Override
    public String name() {
        return notesDecisions ? "MaxPooling, noted" : "MaxPooling";
    }

    @Override
    public List<Fault> faults() {
        return List.of(Planted.values());
    }

    private static final int WINDOW = 3;
    private static final KinkSite WINNER = new KinkSite("max pooling", "index");

    @Override
    public FunctionGradient<?> at(Draw draw, Fault fault) {
        FunctionGradient<double[]> layer = FunctionGradient.<double[]>named("max pooling")
                .input("x", draw.array(12))
                .value(in -> forward(in.array("x")))
                .pullback((in, dy) -> Map.of("x", backward(in.array("x"), dy, fault)));
        return notesDecisions ? layer.notesDecisions() : layer;
    }

    private static double[] forward(double[] x) {
        double[] y = new double[x.length - WINDOW + 1];
        for (int i = 0; i < y.length; i++) {
            y[i] = x[Decisions.note(WINNER, winner(x, i))];
        }
        return y;
    }

    private static int winner(double[] x, int start) {
        int best = start;
        for (int i = start; i < start + WINDOW; i++) {
            best = x[i] > x[best] ? i : best;
        }
        return best;
    }

    private static double[] backward(double[] x, double[] dy, Fault fault) {
        double[] dx = new double[x.length];
        int windows = fault == Planted.LAST_WINDOW_LEFT_OUT ? dy.length - 1 : dy.length;
        for (int i = 0; i < windows; i++) {
            int winner = winner(x, i);
            if (fault == Planted.TO_ALL_OF_THE_WINDOW) {
                for (int j = i; j < i + WINDOW; j++) {
                    dx[j] += dy[i];
                }
            } else if (fault == Planted.TO_THE_FIRST_OF_THE_WINDOW) {
                dx[i] += dy[i];
            } else if (fault == Planted.OVERWRITTEN_WHERE_WINDOWS_OVERLAP) {
                dx[winner] = dy[i];
            } else if (fault == Planted.PLACE_WITHIN_THE_WINDOW_TAKEN_FOR_PLACE) {
                dx[winner - i] += dy[i];
            } else {
                dx[winner] += dy[i];
            }
        }
        return dx;
    }
}
