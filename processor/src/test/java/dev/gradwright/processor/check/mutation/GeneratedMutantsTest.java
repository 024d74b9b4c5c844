package dev.gradwright.processor.check.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.check.GradientCheck;
import dev.gradwright.check.report.GradientReport;
import dev.gradwright.check.report.Outcome;
import dev.gradwright.check.report.StageReport;
import dev.gradwright.check.settings.CheckSettings;
import dev.gradwright.check.settings.Stage;
import dev.gradwright.processor.testing.Compiled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Generated checkers find generated gradients with one line changed, unless the change leaves the gradient as it was; with differences alone
 * too, that is without a tangent to compare with. Set {@code
 * gradwright.mutants} and {@code gradwright.seed} to try more, or others.
 */
class GeneratedMutantsTest {

    private static final int COUNT = Integer.getInteger("gradwright.mutants", 24);
    private static final long SEED = Long.getLong("gradwright.seed", 1);
    private static final int POINTS = 3;
    private static final List<String> OTHERS = List.of("Tangent", "GradientChecker");
    private static final String EQUIVALENT = "same gradient";

    private static final UnaryOperator<CheckSettings> DIFFERENCES =
            settings -> settings.stages(Set.of(Stage.DIRECTIONS, Stage.COORDINATES));

    private final Map<String, Integer> found = new TreeMap<>();
    private final List<String> survivors = new ArrayList<>();

    @Test
    void areFoundByGeneratedCheckers(TestReporter reporter) throws ReflectiveOperationException {
        Map<String, Compiled> originals = new TreeMap<>();
        List<Mutant> mutants = new ArrayList<>();
        for (String model : new TreeMap<>(Models.SOURCES).keySet()) {
            Compiled compiled = Compiled.of(Models.SOURCES.get(model));
            originals.put(model, compiled);
            mutants.addAll(Mutant.of(model, compiled.source(model + "Gradient")));
        }
        Collections.shuffle(mutants, new Random(SEED));
        List<Mutant> chosen = mutants.subList(0, Math.min(COUNT, mutants.size()));
        for (Mutant mutant : chosen) {
            judge(mutant, originals.get(mutant.model()));
        }
        reporter.publishEntry(chosen.size() + " of " + mutants.size() + " mutants from seed " + SEED, found.toString());
        assertThat(survivors).isEmpty();
        assertThat(found.getOrDefault(EQUIVALENT, 0)).as("%s", found).isLessThan(chosen.size() / 2);
    }

    private void judge(Mutant mutant, Compiled original) throws ReflectiveOperationException {
        var compiled = mutant.compile(original, OTHERS);
        if (compiled.isEmpty()) {
            count("not compiled");
            return;
        }
        boolean differs = false;
        for (long seed = 1; seed <= POINTS; seed++) {
            GradientReport right = Mutant.check(original, mutant.model(), seed).run();
            assertThat(right.failures()).isEmpty();
            GradientCheck check = Mutant.check(compiled.get(), mutant.model(), seed);
            GradientReport report;
            try {
                report = check.run();
            } catch (RuntimeException e) {
                count("exception");
                return;
            }
            if (!report.isRight()) {
                count(stage(report));
                if (!check.with(DIFFERENCES).run().isRight()) {
                    count("differences alone");
                    return;
                }
            }
            differs |= differ(Mutant.gradient(right), Mutant.gradient(report));
        }
        count(differs ? "survived" : EQUIVALENT);
        if (differs) {
            survivors.add(mutant.toString());
        }
    }

    private void count(String outcome) {
        found.merge(outcome, 1, Integer::sum);
    }

    private static String stage(GradientReport report) {
        return report.passes().get(0).stages().stream()
                .filter(stage -> stage.outcome() == Outcome.FAILED)
                .map(StageReport::stage)
                .findFirst()
                .orElseThrow()
                .title();
    }

    private static boolean differ(double[] one, double[] other) {
        double size = 0;
        double gap = 0;
        for (int i = 0; i < one.length; i++) {
            size = Math.max(size, Math.abs(one[i]));
            gap = Math.max(gap, Math.abs(one[i] - other[i]));
        }
        return !(gap <= 1e-11 * size);
    }
}
