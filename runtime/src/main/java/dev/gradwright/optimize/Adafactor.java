package dev.gradwright.optimize;

import dev.gradwright.NamedParameter;
import dev.gradwright.Parameters;

/**
 * Adafactor, which keeps of the squares of the gradient of a matrix only the means of rows and columns, so that its memory is that of a row
 * and a column. With {@code rho_t = min(lr, 1 / sqrt(t))} and {@code b_t = 1 - t^-0.8}, for each parameter
 *
 * <pre>
 * r, c = decaying means, with b_t, of the rows and of the columns of g^2 + 1e-30
 * v = r c' / mean(r)                                      no matrix: the decaying mean itself
 * u = g / sqrt(v), divided by max(1, rms(u) / threshold)
 * w = w - max(1e-3, rms(w)) * rho_t * u
 * </pre>
 *
 * <p>N. Shazeer and M. Stern, Adafactor: adaptive learning rates with sublinear memory cost, ICML 2018, with the defaults of Keras. This is a
 * whole method: no {@link LearningRate} comes after it.
 */
public final class Adafactor implements GradientTransformation {

    private static final double SQUARE_EPSILON = 1e-30;
    private static final double LEAST_WEIGHT = 1e-3;
    private static final double DECAY = -0.8;

    private final Hyperparameter rate;
    private final double threshold;
    private final boolean relative;

    private Adafactor(Hyperparameter rate, double threshold, boolean relative) {
        this.rate = rate;
        this.threshold = Hyperparameter.Range.POSITIVE.require("clipping threshold of Adafactor", threshold);
        this.relative = relative;
    }

    /** With a learning rate, usually 1e-3, which is a limit to {@code 1 / sqrt(t)}; the clipping threshold is 1. */
    public static Adafactor of(Schedule rate) {
        Hyperparameter checked = new Hyperparameter("learning rate", rate, Hyperparameter.Range.NOT_NEGATIVE);
        return new Adafactor(checked, 1, true);
    }

    /**
     * The same with another clipping threshold.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Adafactor clippingThreshold(double threshold) {
        return new Adafactor(rate, threshold, relative);
    }

    /** The same with the learning rate as it is, not limited by {@code 1 / sqrt(t)}. */
    public Adafactor withFixedRate() {
        return new Adafactor(rate, threshold, false);
    }

    @Override
    public BoundTransformation init(Parameters parameters) {
        return new Bound(parameters);
    }

    private final class Bound implements BoundTransformation {

        private final Parameters parameters;
        private final double[] values;
        private final double[][] rows;
        private final double[][] columns;
        private double limit;
        private double keep;

        Bound(Parameters parameters) {
            this.parameters = parameters;
            values = new double[parameters.size()];
            rows = new double[parameters.list().size()][];
            columns = new double[rows.length][];
            for (int p = 0; p < rows.length; p++) {
                NamedParameter parameter = parameters.list().get(p);
                rows[p] = new double[parameter.isMatrix() ? parameter.rows() : parameter.size()];
                columns[p] = new double[parameter.isMatrix() ? parameter.columns() : 0];
            }
        }

        @Override
        public void update(long step, double[] updates) {
            double t = step + 1.0;
            limit = relative ? Math.min(rate.at(step), 1 / Math.sqrt(t)) : rate.at(step);
            keep = 1 - Math.pow(t, DECAY);
            parameters.copyValuesTo(values);
            int at = 0;
            for (int p = 0; p < rows.length; p++) {
                int size = parameters.list().get(p).size();
                if (columns[p].length > 0) {
                    matrix(rows[p], columns[p], updates, at);
                } else {
                    array(rows[p], updates, at);
                }
                scale(updates, at, at + size);
                at += size;
            }
        }

        private void array(double[] mean, double[] u, int at) {
            for (int i = 0; i < mean.length; i++) {
                double g = u[at + i];
                mean[i] = keep * mean[i] + (1 - keep) * (g * g + SQUARE_EPSILON);
                u[at + i] = g / Math.sqrt(mean[i]);
            }
        }

        private void matrix(double[] row, double[] column, double[] u, int at) {
            scaleAll(row, keep);
            scaleAll(column, keep);
            for (int i = 0; i < row.length; i++) {
                for (int j = 0; j < column.length; j++) {
                    double g = u[at + i * column.length + j];
                    double share = (1 - keep) * (g * g + SQUARE_EPSILON);
                    row[i] += share / column.length;
                    column[j] += share / row.length;
                }
            }
            double mean = 0;
            for (double r : row) {
                mean += r / row.length;
            }
            for (int i = 0; i < row.length; i++) {
                for (int j = 0; j < column.length; j++) {
                    u[at + i * column.length + j] /= Math.sqrt(row[i] / mean) * Math.sqrt(column[j]);
                }
            }
        }

        private void scale(double[] u, int from, int to) {
            double root = Math.sqrt(to - from);
            double clip = Math.max(1, Norm.of(u, from, to, 1) / root / threshold);
            double size = Math.max(LEAST_WEIGHT, Norm.of(values, from, to, 1) / root);
            for (int i = from; i < to; i++) {
                u[i] *= -limit * size / clip;
            }
        }

        @Override
        public void visitState(StateVisitor visitor) {
            visitor.numbers("adafactor.rows", rows);
            visitor.numbers("adafactor.columns", columns);
        }
    }

    private static void scaleAll(double[] numbers, double factor) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] *= factor;
        }
    }

    @Override
    public String toString() {
        return "Adafactor with " + rate + ", clipping threshold " + threshold + (relative ? "" : ", rate not limited");
    }
}
