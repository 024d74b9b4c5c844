package dev.gradwright.check;

import dev.gradwright.check.kink.Decisions;
import dev.gradwright.check.report.KinkSite;
import dev.gradwright.check.subject.FunctionGradient;
import java.util.Map;

/**
 * The fully connected network of CS231n's second assignment with seed 231, N, D, H1, H2, C = 2, 15, 20, 30, 10, weight scale 5e-2, no
 * regularization: two hidden layers with ReLU, zero biases, mean softmax loss. Only the second weight matrix is looked at.
 */
final class ThreeLayers {

    private static final KinkSite FIRST = new KinkSite("first hidden layer", "max");
    private static final KinkSite SECOND = new KinkSite("second hidden layer", "max");

    final double[][] x;
    final int[] labels = new int[2];
    final double[][] w1;
    final double[][] w2;
    final double[][] w3;

    ThreeLayers() {
        NumpyRandom random = new NumpyRandom(231);
        x = random.gaussians(2, 15, 1);
        labels[0] = random.index(10);
        labels[1] = random.index(10);
        w1 = random.gaussians(15, 20, 5e-2);
        w2 = random.gaussians(20, 30, 5e-2);
        w3 = random.gaussians(30, 10, 5e-2);
    }

    GradientCheck check(boolean notesDecisions) {
        FunctionGradient<Double> description = FunctionGradient.<Double>named("three layers")
                .parameter("W2", w2)
                .value(in -> loss(in.table("W2")))
                .gradient(in -> Map.of("W2", gradient(in.table("W2"))));
        return GradientCheck.of(notesDecisions ? description.notesDecisions() : description)
                .with(settings -> settings.coordinates(600));
    }

    /** The plain difference, that knows nothing of kinks. */
    double centredDifference(int index, double step) {
        double[] row = w2[index / 30];
        double before = row[index % 30];
        row[index % 30] = before + step;
        double up = loss(w2);
        row[index % 30] = before - step;
        double down = loss(w2);
        row[index % 30] = before;
        return (up - down) / (2 * step);
    }

    private double loss(double[][] weights) {
        double[][] scores = times(relu(times(relu(times(x, w1), FIRST), weights), SECOND), w3);
        double loss = 0;
        for (int n = 0; n < scores.length; n++) {
            loss -= Math.log(softmax(scores[n])[labels[n]]);
        }
        return loss / scores.length;
    }

    private double[][] gradient(double[][] weights) {
        double[][] h1 = relu(times(x, w1), FIRST);
        double[][] h2 = relu(times(h1, weights), SECOND);
        double[][] scores = times(h2, w3);
        double[][] gradient = new double[20][30];
        for (int n = 0; n < 2; n++) {
            double[] p = softmax(scores[n]);
            p[labels[n]] -= 1;
            for (int j = 0; j < 30; j++) {
                double back = 0;
                for (int c = 0; c < 10 && h2[n][j] > 0; c++) {
                    back += w3[j][c] * p[c] / 2;
                }
                for (int i = 0; i < 20; i++) {
                    gradient[i][j] += h1[n][i] * back;
                }
            }
        }
        return gradient;
    }

    private static double[][] relu(double[][] table, KinkSite site) {
        for (double[] row : table) {
            for (int i = 0; i < row.length; i++) {
                row[i] = Decisions.note(site, row[i] > 0) ? row[i] : 0;
            }
        }
        return table;
    }

    private static double[] softmax(double[] scores) {
        double[] p = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            p[i] = Math.exp(scores[i]);
            sum += p[i];
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
        return p;
    }

    private static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < b[0].length; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }
}
