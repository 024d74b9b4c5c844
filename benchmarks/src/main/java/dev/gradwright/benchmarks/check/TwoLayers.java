package dev.gradwright.benchmarks.check;

import dev.gradwright.check.subject.FunctionGradient;
import dev.gradwright.check.subject.Inputs;
import java.util.Map;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A network by hand: two affine layers with a ReLU between them, and the mean cross-entropy of their softmax over a batch. Its backward pass is
 * correct.
 */
final class TwoLayers {

    private final int hidden;
    private final DMatrixRMaj x;
    private final int[] labels;
    private final DMatrixRMaj w1;
    private final DMatrixRMaj w2;

    /** A network with random weights, the same for the same sizes. */
    TwoLayers(int pixels, int hidden, int classes, int batch) {
        SplittableRandom random = new SplittableRandom(1);
        this.hidden = hidden;
        this.x = random(batch, pixels, 1, random);
        this.labels = random.ints(batch, 0, classes).toArray();
        this.w1 = random(pixels, hidden, Math.sqrt(2.0 / pixels), random);
        this.w2 = random(hidden, classes, Math.sqrt(2.0 / hidden), random);
    }

    private static DMatrixRMaj random(int rows, int columns, double deviation, SplittableRandom random) {
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < matrix.data.length; i++) {
            matrix.data[i] = deviation * random.nextGaussian();
        }
        return matrix;
    }

    /** Loss and gradient by hand. */
    FunctionGradient<Double> gradient() {
        return FunctionGradient.<Double>named("two layers")
                .parameter("w1", w1)
                .parameter("b1", new double[hidden])
                .parameter("w2", w2)
                .parameter("b2", new double[w2.numCols])
                .value(in -> new Forward(in).loss())
                .gradient(this::backward);
    }

    /** The same, with a shorter way to the loss where one number is moved. */
    FunctionGradient<Double> incremental() {
        return gradient().incremental(in -> new Forward(in)::moved);
    }

    private Map<String, ?> backward(Inputs in) {
        Forward forward = new Forward(in);
        DMatrixRMaj scores = forward.scoreGradient();
        DMatrixRMaj dw2 = new DMatrixRMaj(hidden, w2.numCols);
        CommonOps_DDRM.multTransA(forward.active, scores, dw2);
        DMatrixRMaj dz = new DMatrixRMaj(x.numRows, hidden);
        CommonOps_DDRM.multTransB(scores, in.matrix("w2"), dz);
        for (int i = 0; i < dz.data.length; i++) {
            dz.data[i] = forward.z.data[i] > 0 ? dz.data[i] : 0;
        }
        DMatrixRMaj dw1 = new DMatrixRMaj(x.numCols, hidden);
        CommonOps_DDRM.multTransA(x, dz, dw1);
        return Map.of(
                "w1",
                dw1,
                "b1",
                CommonOps_DDRM.sumCols(dz, null).data,
                "w2",
                dw2,
                "b2",
                CommonOps_DDRM.sumCols(scores, null).data);
    }

    /** One evaluation, and what follows from it where one number is moved. */
    private final class Forward {

        private final Inputs in;
        private final DMatrixRMaj z;
        private final DMatrixRMaj active;
        private final DMatrixRMaj scores;
        private final double[] losses;
        private double[] row;

        Forward(Inputs in) {
            this.in = in;
            z = affine(x, in.matrix("w1"), in.array("b1"));
            active = z.copy();
            for (int i = 0; i < active.data.length; i++) {
                active.data[i] = Math.max(0, active.data[i]);
            }
            scores = affine(active, in.matrix("w2"), in.array("b2"));
            losses = new double[x.numRows];
            row = new double[scores.numCols];
            for (int n = 0; n < losses.length; n++) {
                System.arraycopy(scores.data, n * row.length, row, 0, row.length);
                losses[n] = loss(n);
            }
        }

        private DMatrixRMaj affine(DMatrixRMaj from, DMatrixRMaj weight, double[] bias) {
            DMatrixRMaj to = new DMatrixRMaj(from.numRows, weight.numCols);
            CommonOps_DDRM.mult(from, weight, to);
            for (int i = 0; i < to.data.length; i++) {
                to.data[i] += bias[i % bias.length];
            }
            return to;
        }

        double loss() {
            double sum = 0;
            for (double loss : losses) {
                sum += loss;
            }
            return sum / losses.length;
        }

        /** The loss of an example whose scores are in the row. */
        private double loss(int n) {
            double largest = Double.NEGATIVE_INFINITY;
            for (double score : row) {
                largest = Math.max(largest, score);
            }
            double sum = 0;
            for (double score : row) {
                sum += Math.exp(score - largest);
            }
            return Math.log(sum) + largest - row[labels[n]];
        }

        DMatrixRMaj scoreGradient() {
            DMatrixRMaj gradient = scores.copy();
            int classes = row.length;
            for (int n = 0; n < losses.length; n++) {
                for (int k = 0; k < classes; k++) {
                    // losses[n] + scores[label] is the logarithm of the sum of exponentials
                    double logSum = losses[n] + scores.get(n, labels[n]);
                    double p = Math.exp(scores.get(n, k) - logSum);
                    gradient.set(n, k, (p - (k == labels[n] ? 1 : 0)) / losses.length);
                }
            }
            return gradient;
        }

        /** The loss with one number moved: a weight of the first layer changes one column of active units, one of the second one column of scores. */
        Double moved(String input, int index, double to) {
            boolean isBias = input.startsWith("b");
            boolean isFirst = input.endsWith("1");
            int units = isFirst ? hidden : row.length;
            double step = to - (isBias ? in.array(input)[index] : in.matrix(input).data[index]);
            int from = index / units;
            int unit = index % units;
            double sum = 0;
            for (int n = 0; n < losses.length; n++) {
                double fed = isBias ? 1 : isFirst ? x.get(n, from) : active.get(n, from);
                sum += isFirst ? lossWithUnit(n, unit, step * fed) : lossWithScore(n, unit, step * fed);
            }
            return sum / losses.length;
        }

        private double lossWithUnit(int n, int unit, double step) {
            double change = Math.max(0, z.get(n, unit) + step) - active.get(n, unit);
            if (change == 0) {
                return losses[n];
            }
            double[] weights = in.matrix("w2").data;
            for (int k = 0; k < row.length; k++) {
                row[k] = scores.data[n * row.length + k] + change * weights[unit * row.length + k];
            }
            return loss(n);
        }

        private double lossWithScore(int n, int unit, double step) {
            System.arraycopy(scores.data, n * row.length, row, 0, row.length);
            row[unit] += step;
            return loss(n);
        }
    }
}
