package dev.gradwright.check.parting;

import dev.gradwright.check.report.PartingReport;
import dev.gradwright.check.report.PartingReport.Search;
import dev.gradwright.check.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Runs a tangent and a gradient that disagree once more, and looks where they part. */
public final class PartingSearch {

    /** As for the comparison of tangent and adjoint as a whole. */
    private static final double THRESHOLD = 1e-12;

    private final Subject subject;

    /** A search in a subject. */
    public PartingSearch(Subject subject) {
        this.subject = subject;
    }

    /**
     * Looks for the lines.
     *
     * @param seed the seed of the gradient
     * @param randomSeed that of the direction of the tangent
     */
    public PartingReport run(double[] seed, long randomSeed) {
        if (!subject.hasForward() || !subject.tellsTransposes()) {
            return PartingReport.none();
        }
        PartingReport exact = subject.hasTangent() ? search(seed, randomSeed, false) : PartingReport.none();
        if (exact.search() != Search.NONE && exact.search() != Search.AGREED) {
            return exact;
        }
        PartingReport byDifferences = search(seed, randomSeed, true);
        return byDifferences.lines().isEmpty() ? exact : byDifferences;
    }

    private PartingReport search(double[] seed, long randomSeed, boolean byDifferences) {
        List<double[]> direction = direction(randomSeed);
        List<double[]> derivatives = new ArrayList<>();
        List<double[]> gradients = new ArrayList<>();
        Runnable tangent = () -> derivatives.add(subject.tangent());
        Runnable gradient = () -> {
            subject.forward();
            gradients.addAll(subject.backward(seed.clone()));
        };
        Traced traced = byDifferences ? Traced.byDifferences(tangent, gradient) : Traced.of(tangent, gradient);
        if (agree(derivatives, List.of(seed), gradients, direction)) {
            return new PartingReport(
                    isRightAtOnce(derivatives, seed, direction) ? Search.AGREED : Search.AT_ONCE, List.of());
        } else if (traced.isTooLong()) {
            return new PartingReport(Search.TOO_LONG, List.of());
        }
        Search exact = traced.isOfRules() ? Search.RULES : Search.LINES;
        return new PartingReport(byDifferences ? Search.DIFFERENCES : exact, traced.lines());
    }

    private boolean isRightAtOnce(List<double[]> derivatives, double[] seed, List<double[]> direction) {
        return subject.atOnce()
                .map(atOnce -> agree(derivatives, List.of(seed), atOnce.gradients(), direction))
                .orElse(true);
    }

    private List<double[]> direction(long randomSeed) {
        SplittableRandom random = new SplittableRandom(randomSeed);
        return subject.inputs().stream()
                .map(input -> {
                    double[] direction = new double[input.size()];
                    for (int i = 0; i < direction.length; i++) {
                        direction[i] = random.nextDouble(-1, 1);
                        input.setDirection(i, direction[i]);
                    }
                    return direction;
                })
                .toList();
    }

    private static boolean agree(
            List<double[]> derivative, List<double[]> seed, List<double[]> gradients, List<double[]> direction) {
        double magnitude = magnitude(derivative, seed) + magnitude(gradients, direction);
        return Math.abs(product(derivative, seed) - product(gradients, direction)) <= THRESHOLD * magnitude;
    }

    private static double product(List<double[]> one, List<double[]> other) {
        double sum = 0;
        for (int i = 0; i < one.size(); i++) {
            for (int j = 0; j < one.get(i).length; j++) {
                sum += one.get(i)[j] * other.get(i)[j];
            }
        }
        return sum;
    }

    private static double magnitude(List<double[]> one, List<double[]> other) {
        double sum = 0;
        for (int i = 0; i < one.size(); i++) {
            for (int j = 0; j < one.get(i).length; j++) {
                sum += Math.abs(one.get(i)[j] * other.get(i)[j]);
            }
        }
        return sum;
    }
}
