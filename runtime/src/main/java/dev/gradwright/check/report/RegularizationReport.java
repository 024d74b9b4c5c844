package dev.gradwright.check.report;

/**
 * How the gradient of the penalty compares with that of the data loss, over the parameters that both have. A penalty that dominates hides a wrong
 * gradient of the data loss.
 *
 * @param burnIn after how many steps of training
 * @param dataNorm the norm of the gradient of the data loss
 * @param penaltyNorm the norm of the gradient of the penalty
 */
public record RegularizationReport(int burnIn, double dataNorm, double penaltyNorm) {

    private static final double DOMINANT = 10;

    /** Penalty over data. */
    public double ratio() {
        return penaltyNorm / dataNorm;
    }

    /** Whether the penalty's gradient is more than 10 times as large. */
    public boolean dominates() {
        return penaltyNorm > DOMINANT * dataNorm;
    }
}
