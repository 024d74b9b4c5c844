package dev.gradwright.processor.check.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.check.report.GradientReport;
import dev.gradwright.check.report.Parting;
import dev.gradwright.check.report.PartingReport;
import dev.gradwright.check.report.PartingReport.Search;
import dev.gradwright.processor.testing.Compiled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Where a line of a generated gradient is changed that tells what every line touches, a failed check names the line of the source that it is
 * the derivative of, and never another. Set {@code gradwright.mutants} and {@code gradwright.seed} to try more, or others.
 */
class MutantLinesTest {

    private static final int COUNT = Integer.getInteger("gradwright.mutants", 24);
    private static final long SEED = Long.getLong("gradwright.seed", 1);
    private static final List<String> OTHERS = List.of("Tangent", "GradientChecker");

    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void areNamed(TestReporter reporter) throws ReflectiveOperationException {
        Map<String, Compiled> originals = new TreeMap<>();
        List<Mutant> mutants = new ArrayList<>();
        for (String model : new TreeMap<>(Models.SOURCES).keySet()) {
            Compiled compiled = Compiled.traced(Models.SOURCES.get(model));
            originals.put(model, compiled);
            Mutant.of(model, compiled.source(model + "Gradient")).stream()
                    .filter(mutant -> mutant.isInReverseHalf(compiled))
                    .forEach(mutants::add);
        }
        Collections.shuffle(mutants, new Random(SEED));
        List<Mutant> chosen = mutants.subList(0, Math.min(COUNT, mutants.size()));
        for (Mutant mutant : chosen) {
            judge(mutant, originals.get(mutant.model()));
        }
        reporter.publishEntry(
                chosen.size() + " of " + mutants.size() + " mutants from seed " + SEED, outcomes.toString());
        assertThat(wrong).isEmpty();
        assertThat(outcomes.getOrDefault("named", 0)).as("%s", outcomes).isGreaterThan(chosen.size() / 3);
        assertThat(outcomes.getOrDefault("not named", 0)).as("%s", outcomes).isLessThanOrEqualTo(chosen.size() / 20);
    }

    private void judge(Mutant mutant, Compiled original) throws ReflectiveOperationException {
        Optional<Compiled> compiled = mutant.compile(original, OTHERS);
        if (compiled.isEmpty()) {
            count("not compiled");
            return;
        }
        GradientReport report;
        try {
            report = Mutant.check(compiled.get(), mutant.model(), 1).run();
        } catch (RuntimeException e) {
            count("exception");
            return;
        }
        if (report.isRight()) {
            count("not found, or the same gradient");
            return;
        }
        PartingReport parting = report.passes().get(0).parting();
        Set<String> right = mutant.places(original);
        List<String> named = parting.lines().stream().map(Parting::place).toList();
        if (parting.search() == Search.AT_ONCE) {
            count("in the sweep that gives value and gradient at once");
        } else if (named.isEmpty()) {
            count("not named");
        } else if (right.containsAll(named) && parting.search() == Search.LINES) {
            count("named");
        } else {
            count("another line named");
            wrong.add(mutant + " is of " + right + ", but " + parting);
        }
    }

    private void count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }
}
