package dev.gradwright.ensemble;

import dev.gradwright.train.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;

/**
 * How good an ensemble is, and what each member adds to it.
 *
 * @param combination how the members were combined
 * @param examples on how many examples
 * @param ensemble the quality of the ensemble
 * @param members each member's own quality, and what it adds
 * @param disagreement the share of the examples for which two members choose different classes; zeros on the diagonal
 */
public record Evaluation(
        Combination combination, int examples, Quality ensemble, List<MemberResult> members, double[][] disagreement) {

    /**
     * A member's part.
     *
     * @param name its name
     * @param quality its quality alone
     * @param gain the accuracy of the ensemble minus the accuracy of the ensemble without this member; NaN if there is no other
     * @param soFar the accuracy of the ensemble of this and all members before it
     */
    public record MemberResult(String name, Quality quality, double gain, double soFar) {}

    static <X> Evaluation of(Ensemble<X> ensemble, List<DMatrixRMaj> scores, int[] labels) {
        DMatrixRMaj combined = ensemble.combine(scores);
        Labels.require(labels, combined.numRows, combined.numCols);
        Quality whole = Quality.of(combined, labels);
        List<int[]> classes = scores.stream().map(Best::columns).toList();
        List<MemberResult> results = new ArrayList<>();
        for (int k = 0; k < scores.size(); k++) {
            List<DMatrixRMaj> others = new ArrayList<>(scores);
            others.remove(k);
            double without = others.isEmpty() ? Double.NaN : accuracy(ensemble.combine(others), labels);
            results.add(new MemberResult(
                    ensemble.members().get(k).name(),
                    Quality.ofScores(scores.get(k), labels),
                    whole.accuracy() - without,
                    accuracy(ensemble.combine(scores.subList(0, k + 1)), labels)));
        }
        return new Evaluation(
                ensemble.combination(), labels.length, whole, List.copyOf(results), Disagreement.between(classes));
    }

    private static double accuracy(DMatrixRMaj probabilities, int[] labels) {
        return Metrics.accuracy(Best.columns(probabilities), labels);
    }

    /** The mean of the members' accuracies. */
    public double meanAccuracy() {
        return members.stream()
                .mapToDouble(member -> member.quality().accuracy())
                .average()
                .orElseThrow();
    }

    /** The accuracy of the member that is best alone. */
    public double bestAccuracy() {
        return members.stream()
                .mapToDouble(member -> member.quality().accuracy())
                .max()
                .orElseThrow();
    }

    /** The mean disagreement of two members; 0 if there is only one. */
    public double meanDisagreement() {
        int count = members.size();
        double sum = 0;
        for (double[] row : disagreement) {
            for (double share : row) {
                sum += share;
            }
        }
        return count == 1 ? 0 : sum / (count * (count - 1));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        line(text, "%d members on %d examples, combined by %s", members.size(), examples, combination);
        line(text, "%-20s %9s %9s %9s %9s %9s", "", "accuracy", "log loss", "ECE", "gain", "so far");
        for (MemberResult member : members) {
            Quality quality = member.quality();
            line(
                    text,
                    "%-20s %7.2f %% %9.4f %9.4f %+7.2f %% %7.2f %%",
                    member.name(),
                    100 * quality.accuracy(),
                    quality.logLoss(),
                    quality.calibrationError(),
                    100 * member.gain(),
                    100 * member.soFar());
        }
        line(
                text,
                "%-20s %7.2f %% %9.4f %9.4f",
                "ensemble",
                100 * ensemble.accuracy(),
                ensemble.logLoss(),
                ensemble.calibrationError());
        line(
                text,
                "best member %.2f %%, mean %.2f %%; two members disagree on %.2f %% of the examples",
                100 * bestAccuracy(),
                100 * meanAccuracy(),
                100 * meanDisagreement());
        return text.toString().stripTrailing();
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments).stripTrailing())
                .append('\n');
    }
}
