package dev.gradwright.check.mutation;

import dev.gradwright.check.report.Cause;
import dev.gradwright.check.subject.FunctionGradient;
import dev.gradwright.check.subject.Inputs;
import java.util.List;
import java.util.Map;

/**
 * The logarithm of a normal likelihood, {@code -(y'K^-1 y + log det K) / 2}, by Cholesky factorization, which reads the lower triangle
 * of {@code K} only.
 */
final class CholeskyLikelihood implements Layer {

    enum Planted implements Fault {
        DETERMINANT_FORGOTTEN(Trace.in("k")),
        DETERMINANT_NOT_HALVED(Trace.in("k")),
        BELOW_THE_DIAGONAL_NOT_DOUBLED(Trace.in("k").as(Cause.FACTOR_TWO)),
        ABOVE_THE_DIAGONAL_TOO(Trace.in("k")),
        SQUARE_WITH_WRONG_SIGN(Trace.in("k")),
        DATA_WITH_WRONG_SIGN(Trace.in("y").as(Cause.SIGN));

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

    private static final int SIZE = 4;

    @Override
    public FunctionGradient<?> at(Draw draw, Fault fault) {
        double[][] root = draw.table(SIZE, SIZE);
        double[][] k = Tables.times(root, Tables.transposed(root));
        for (int i = 0; i < SIZE; i++) {
            k[i][i] += 1;
        }
        return FunctionGradient.<Double>named("normal likelihood")
                .parameter("k", k)
                .input("y", draw.array(SIZE))
                .smooth()
                .value(CholeskyLikelihood::value)
                .gradient(in -> backward(in, fault));
    }

    private static double value(Inputs in) {
        double[][] l = cholesky(in.table("k"));
        double[] z = forwardSolve(l, in.array("y"));
        double logarithm = 0;
        for (int i = 0; i < SIZE; i++) {
            logarithm += 2 * Math.log(l[i][i]);
        }
        return -0.5 * (Tables.dot(z, z) + logarithm);
    }

    private static double[][] cholesky(double[][] k) {
        double[][] l = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = k[i][j] - Tables.dot(l[i], l[j]);
                l[i][j] = i == j ? Math.sqrt(rest) : rest / l[j][j];
            }
        }
        return l;
    }

    private static double[] forwardSolve(double[][] l, double[] y) {
        double[] z = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            z[i] = (y[i] - Tables.dot(l[i], z)) / l[i][i];
        }
        return z;
    }

    /** The inverse of {@code K}, from its factor. */
    private static double[][] inverse(double[][] l) {
        double[][] columns = new double[SIZE][];
        for (int j = 0; j < SIZE; j++) {
            double[] unit = new double[SIZE];
            unit[j] = 1;
            columns[j] = forwardSolve(l, unit);
        }
        return Tables.times(columns, Tables.transposed(columns));
    }

    private static Map<String, ?> backward(Inputs in, Fault fault) {
        double[][] inverse = inverse(cholesky(in.table("k")));
        double[] alpha = Tables.times(inverse, in.array("y"));
        double[][] dk = new double[SIZE][SIZE];
        double half = fault == Planted.DETERMINANT_FORGOTTEN ? 0 : fault == Planted.DETERMINANT_NOT_HALVED ? 1 : 0.5;
        double square = fault == Planted.SQUARE_WITH_WRONG_SIGN ? -0.5 : 0.5;
        for (int i = 0; i < SIZE; i++) {
            int last = fault == Planted.ABOVE_THE_DIAGONAL_TOO ? SIZE - 1 : i;
            for (int j = 0; j <= last; j++) {
                double both = i == j || fault == Planted.BELOW_THE_DIAGONAL_NOT_DOUBLED ? 1 : 2;
                dk[i][j] = both * (square * alpha[i] * alpha[j] - half * inverse[i][j]);
            }
        }
        double sign = fault == Planted.DATA_WITH_WRONG_SIGN ? 1 : -1;
        return Map.of("k", dk, "y", Tables.map(alpha, a -> sign * a));
    }
}
