package dev.gradwright.check.report;

import dev.gradwright.check.settings.Thresholds;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The check of one part of the loss at one point.
 *
 * @param part the part of the loss
 * @param burnIn after how many steps of training
 * @param stages the stages in order
 * @param inputs the comparisons with differences by parameter and argument; empty if an earlier stage made them impossible
 * @param directions the comparisons in random directions
 * @param kinks what is known of kinks
 * @param thresholds those in force, widened by depth
 * @param depth how many layers deep the function was taken to be
 * @param lossFactor what the loss was multiplied with, so that its gradient rises above the noise floor; 1 usually. Derivatives in the
 *     report are those of the loss times this factor
 * @param scan the V-curve, if one was asked for or something failed
 * @param diagnoses likely causes of what failed
 * @param parting where tangent and adjoint part, if something failed
 */
public record PassReport(
        Part part,
        int burnIn,
        List<StageReport> stages,
        List<InputReport> inputs,
        List<Direction> directions,
        KinkReport kinks,
        Thresholds thresholds,
        int depth,
        double lossFactor,
        Optional<StepScan> scan,
        List<Diagnosis> diagnoses,
        PartingReport parting) {

    public PassReport {
        stages = List.copyOf(stages);
        inputs = List.copyOf(inputs);
        directions = List.copyOf(directions);
        diagnoses = List.copyOf(diagnoses);
    }

    /** The same with what is known of where tangent and adjoint part. */
    public PassReport with(PartingReport other) {
        return new PassReport(
                part, burnIn, stages, inputs, directions, kinks, thresholds, depth, lossFactor, scan, diagnoses, other);
    }

    /** The verdict: wrong if a stage before the differences failed, otherwise the worst of the differences. */
    public Verdict verdict() {
        boolean isBroken = stages.stream()
                .anyMatch(stage ->
                        stage.outcome() == Outcome.FAILED && !stage.stage().comparesDifferences());
        if (isBroken) {
            return Verdict.WRONG;
        }
        return Stream.concat(
                        inputs.stream().map(InputReport::verdict),
                        directions.stream().map(Direction::verdict).filter(Verdict::counts))
                .reduce(Verdict.RIGHT, Verdict::and);
    }

    /** Whether the differences could be compared at all. They cannot where the function has no value, or gives another one each time. */
    public boolean isCompared() {
        return stages.stream()
                .anyMatch(stage -> stage.stage().comparesDifferences() && stage.outcome() != Outcome.SKIPPED);
    }

    /** How the pass ended, for people: the verdict, or that there was nothing to judge. */
    public String outcome() {
        return isCompared() || !verdict().isFailure()
                ? verdict().name().toLowerCase(Locale.ROOT)
                : "stopped before the comparison";
    }

    /** How many of the compared coordinates straddle the kink at each place in the code; 0 for places where kinks are possible but not met. */
    public Map<KinkSite, Integer> straddledSites() {
        Map<KinkSite, Integer> counts = new LinkedHashMap<>();
        kinks.sites().forEach(site -> counts.put(site, 0));
        inputs.stream()
                .flatMap(input -> input.coordinates().stream())
                .flatMap(coordinate -> coordinate.kink().stream())
                .flatMap(kink -> kink.sites().stream())
                .forEach(site -> counts.merge(site, 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }

    /** When and what, for people: {@code data loss after 20 steps}. */
    public String title() {
        return part.title() + (burnIn == 0 ? "" : " after " + burnIn + " steps");
    }

    /** The Euclidean norm of the whole analytic gradient. */
    public double gradientNorm() {
        return inputs.stream()
                .map(InputReport::magnitudes)
                .mapToDouble(Magnitudes::norm)
                .reduce(0, Math::hypot);
    }

    /** How many coordinates of all inputs have a verdict. */
    public int count(Verdict verdict) {
        return inputs.stream().mapToInt(input -> input.count(verdict)).sum();
    }

    /**
     * The error of a single coordinate of the gradient, compared or not, from which on the directions through all inputs would have failed;
     * empty if none of them could be judged. Of the loss times {@link #lossFactor}.
     */
    public OptionalDouble smallestFault() {
        return directions.stream()
                .filter(direction -> direction.inputs().equals(Direction.ALL_INPUTS)
                        && direction.verdict().counts())
                .mapToDouble(direction -> direction.smallestFault(thresholds))
                .min();
    }
}
