package dev.gradwright.check.mutation;

import dev.gradwright.check.report.Cause;
import dev.gradwright.check.subject.FunctionGradient;
import java.util.List;
import java.util.Map;

/** The mean over the batch of {@code -log softmax(scores)[label]}. */
final class SoftmaxCrossEntropy implements Layer {

    enum Planted implements Fault {
        SUM_INSTEAD_OF_MEAN_OVER_THE_BATCH(Trace.in("scores").as(Cause.BATCH)),
        ONE_NOT_SUBTRACTED_AT_THE_LABEL(Trace.in("scores").as(Cause.CONSTANT_TERM)),
        LABEL_OFF_BY_ONE(Trace.in("scores")),
        WRONG_SIGN(Trace.in("scores").as(Cause.SIGN)),
        NOT_NORMALIZED(Trace.in("scores")),
        LAST_EXAMPLE_LEFT_OUT(Trace.in("scores").as(Cause.DROPPED_BRANCH));

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
        int[] labels = draw.indices(5, 4);
        return FunctionGradient.<Double>named("softmax and cross-entropy")
                .input("scores", draw.table(5, 4))
                .smooth()
                .value(in -> loss(in.table("scores"), labels))
                .gradient(in -> backward(in.table("scores"), labels, fault));
    }

    private static double loss(double[][] scores, int[] labels) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            sum -= Math.log(softmax(scores[i])[labels[i]]);
        }
        return sum / labels.length;
    }

    static double[] softmax(double[] scores) {
        double[] powers = Tables.map(scores, Math::exp);
        double sum = Tables.dot(powers, Tables.map(powers, p -> 1));
        return Tables.map(powers, p -> p / sum);
    }

    private static Map<String, ?> backward(double[][] scores, int[] labels, Fault fault) {
        double[][] gradient = new double[scores.length][];
        double mean = fault == Planted.SUM_INSTEAD_OF_MEAN_OVER_THE_BATCH ? 1 : 1.0 / labels.length;
        double factor = fault == Planted.WRONG_SIGN ? -mean : mean;
        for (int i = 0; i < labels.length; i++) {
            double[] p = fault == Planted.NOT_NORMALIZED ? Tables.map(scores[i], Math::exp) : softmax(scores[i]);
            int label = fault == Planted.LABEL_OFF_BY_ONE ? (labels[i] + 1) % p.length : labels[i];
            p[label] -= fault == Planted.ONE_NOT_SUBTRACTED_AT_THE_LABEL ? 0 : 1;
            boolean isOut = fault == Planted.LAST_EXAMPLE_LEFT_OUT && i == labels.length - 1;
            gradient[i] = Tables.map(p, g -> isOut ? 0 : factor * g);
        }
        return Map.of("scores", gradient);
    }
}
