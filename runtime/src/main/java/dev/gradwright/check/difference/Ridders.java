package dev.gradwright.check.difference;

/**
 * Centred differences with shrinking steps, extrapolated to step 0 (Richardson) until neighbours in the table differ more than before; that difference is the
 * estimate of the error. C. Ridders, Accurate computation of F'(x) and F'(x) F''(x), Advances in Engineering Software 4 (1982).
 */
final class Ridders {

    private static final int ROWS = 10;
    private static final double SHRINK = 2;
    private static final double SAFE = 2;

    private final Differences differences;

    Ridders(Differences differences) {
        this.differences = differences;
    }

    /** The best estimate with steps from this one downwards; steps that straddle a kink are left out. */
    Estimate from(double width) {
        double[][] table = new double[ROWS][ROWS];
        Estimate first = null;
        Estimate best = null;
        int row = 0;
        for (int tried = 0; tried < ROWS; tried++) {
            Estimate plain = differences.centred(width / Math.pow(SHRINK, tried));
            first = first == null ? plain : first;
            if (plain.straddles()) {
                continue;
            }
            table[row][0] = plain.slope();
            best = row == 0 ? plain : refined(table, row, plain, row == 1 ? null : best);
            if (row > 1 && Math.abs(table[row][row] - table[row - 1][row - 1]) >= SAFE * best.error()) {
                break;
            }
            row++;
        }
        return best == null ? first : best;
    }

    /** Fills a row of the table; the best entry so far, of those whose error is known. */
    private static Estimate refined(double[][] table, int row, Estimate plain, Estimate bestSoFar) {
        Estimate best = bestSoFar;
        double power = 1;
        for (int order = 1; order <= row; order++) {
            power *= SHRINK * SHRINK;
            table[row][order] = (table[row][order - 1] * power - table[row - 1][order - 1]) / (power - 1);
            double change = Math.max(
                    Math.abs(table[row][order] - table[row][order - 1]),
                    Math.abs(table[row][order] - table[row - 1][order - 1]));
            double error = change + plain.error();
            if (best == null || error <= best.error()) {
                best = new Estimate(table[row][order], error, plain.step(), 0, plain.sites());
            }
        }
        return best;
    }
}
