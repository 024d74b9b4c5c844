package dev.gradwright.check.mutation;

import dev.gradwright.check.kink.Decisions;
import dev.gradwright.check.report.Cause;
import dev.gradwright.check.report.KinkSite;
import dev.gradwright.check.subject.FunctionGradient;
import java.util.List;
import java.util.Map;

/** The mean over the batch of {@code sum over j != label of max(0, s[j] - s[label] + 1)}. */
final class HingeLoss implements Layer {

    enum Planted implements Fault {
        LABEL_GETS_NOTHING(Trace.in("scores").as(Cause.DROPPED_BRANCH)),
        LABEL_COUNTED_ONCE(Trace.in("scores")),
        MARGIN_FORGOTTEN(Trace.in("scores")),
        SUM_INSTEAD_OF_MEAN_OVER_THE_BATCH(Trace.in("scores").as(Cause.BATCH)),
        LABEL_IN_THE_SUM(Trace.in("scores"));

        private final Trace trace;

        Planted(Trace trace) {
            this.trace = trace;
        }

        @Override
        public Trace trace() {
            return trace;
        }
    }

    private static final KinkSite MARGIN = new KinkSite("hinge loss", "max");

    private final boolean notesDecisions;

    HingeLoss(boolean notesDecisions) {
        this.notesDecisions = notesDecisions;
    }

    @Override
    public String name() {
        return notesDecisions ? "HingeLoss, noted" : "HingeLoss";
    }

    @Override
    public List<Fault> faults() {
        return List.of(Planted.values());
    }

    @Override
    public FunctionGradient<?> at(Draw draw, Fault fault) {
        int[] labels = draw.indices(12, 5);
        FunctionGradient<Double> layer = FunctionGradient.<Double>named("hinge loss")
                .input("scores", draw.table(12, 5))
                .value(in -> loss(in.table("scores"), labels))
                .gradient(in -> backward(in.table("scores"), labels, fault));
        return notesDecisions ? layer.notesDecisions() : layer;
    }

    private static double loss(double[][] scores, int[] labels) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            for (int j = 0; j < scores[i].length; j++) {
                double margin = scores[i][j] - scores[i][labels[i]] + 1;
                sum += j != labels[i] && Decisions.note(MARGIN, margin > 0) ? margin : 0;
            }
        }
        return sum / labels.length;
    }

    private static Map<String, ?> backward(double[][] scores, int[] labels, Fault fault) {
        double[][] gradient = new double[scores.length][scores[0].length];
        double margin = fault == Planted.MARGIN_FORGOTTEN ? 0 : 1;
        double each = fault == Planted.SUM_INSTEAD_OF_MEAN_OVER_THE_BATCH ? 1 : 1.0 / labels.length;
        for (int i = 0; i < labels.length; i++) {
            int label = labels[i];
            for (int j = 0; j < scores[i].length; j++) {
                boolean isAbove = scores[i][j] - scores[i][label] + margin > 0;
                if (!isAbove || j == label && fault != Planted.LABEL_IN_THE_SUM) {
                    continue;
                }
                gradient[i][j] += each;
                if (fault == Planted.LABEL_COUNTED_ONCE) {
                    gradient[i][label] = -each;
                } else if (fault != Planted.LABEL_GETS_NOTHING && j != label) {
                    gradient[i][label] -= each;
                }
            }
        }
        return Map.of("scores", gradient);
    }
}
