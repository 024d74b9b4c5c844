package dev.gradwright.train.sanity;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A verdict of each check.
 *
 * @param verdicts in the order in which the checks ran
 */
public record SanityReport(List<SanityVerdict> verdicts) {

    /** Makes a report. */
    public SanityReport {
        verdicts = List.copyOf(verdicts);
    }

    /** The verdict of a check by its name. */
    public SanityVerdict of(String check) {
        return verdicts.stream()
                .filter(verdict -> verdict.check().equals(check))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no check is named " + check + "; there are "
                        + verdicts.stream().map(SanityVerdict::check).toList()));
    }

    /** What is not as it should be. */
    public List<SanityVerdict> failures() {
        return verdicts.stream()
                .filter(verdict -> verdict.outcome() == SanityVerdict.Outcome.FAILED)
                .toList();
    }

    /** Whether nothing was found that is not as it should be. */
    public boolean isHealthy() {
        return failures().isEmpty();
    }

    /**
     * Does nothing if all is as it should be.
     *
     * @throws AssertionError if something is not, with the report
     */
    public void orThrow() {
        if (!isHealthy()) {
            throw new AssertionError("before training, something is wrong:\n" + this);
        }
    }

    @Override
    public String toString() {
        return verdicts.stream().map(SanityVerdict::toString).collect(Collectors.joining("\n"));
    }
}
