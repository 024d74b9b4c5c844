package dev.gradwright.check.report;

import java.util.List;

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

    /** The comparison of two passes at one point, over the inputs that the penalty has. */
    public static RegularizationReport of(PassReport data, PassReport penalty) {
        List<String> names = penalty.inputs().stream().map(InputReport::name).toList();
        double dataNorm = data.inputs().stream()
                .filter(input -> names.contains(input.name()))
                .mapToDouble(input -> input.magnitudes().norm() / data.lossFactor())
                .reduce(0, Math::hypot);
        return new RegularizationReport(data.burnIn(), dataNorm, penalty.gradientNorm() / penalty.lossFactor());
    }

    /** Penalty over data. */
    public double ratio() {
        return penaltyNorm / dataNorm;
    }

    /** Whether the penalty's gradient is more than 10 times as large. */
    public boolean dominates() {
        return penaltyNorm > DOMINANT * dataNorm;
    }
}
