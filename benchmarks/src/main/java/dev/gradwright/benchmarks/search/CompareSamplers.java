package dev.gradwright.benchmarks.search;

import dev.gradwright.search.Study;
import dev.gradwright.search.StudyResult;
import dev.gradwright.search.sample.Sampler;
import dev.gradwright.search.trial.TrialRecord;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Prints the regret of the best trial after a number of trials, for each sampler on each function: median and quartiles over 30 seeds, and in how many of
 * them the sampler did better than random search with the same seed. The figures are the same on every machine and in every run.
 */
public final class CompareSamplers {

    private static final int SEEDS = 30;
    private static final int[] BUDGETS = {25, 100, 200};

    private CompareSamplers() {}

    /** Runs the program. */
    public static void main(String[] arguments) throws IOException {
        System.out.println("| function | trials | sampler | median | quartiles | better than random |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        for (TestFunction function : TestFunction.values()) {
            for (int budget : BUDGETS) {
                compare(function, budget);
            }
        }
    }

    private static void compare(TestFunction function, int budget) throws IOException {
        double[] random = null;
        for (Map.Entry<String, Sampler> sampler : samplers(function, budget).entrySet()) {
            double[] regrets = regrets(function, sampler.getValue(), budget);
            random = random == null ? regrets : random;
            int wins = 0;
            for (int seed = 0; seed < SEEDS; seed++) {
                wins += regrets[seed] < random[seed] ? 1 : 0;
            }
            double[] sorted = regrets.clone();
            Arrays.sort(sorted);
            System.out.println(String.format(
                    Locale.ROOT,
                    "| %s | %d | %s | %.3g | %.3g to %.3g | %s |",
                    function.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    budget,
                    sampler.getKey(),
                    0.5 * (sorted[SEEDS / 2 - 1] + sorted[SEEDS / 2]),
                    sorted[SEEDS / 4],
                    sorted[SEEDS - 1 - SEEDS / 4],
                    sampler.getKey().equals("random") ? "" : wins + " of " + SEEDS));
        }
    }

    /** The grid has as many values of each variable as fit into the budget; where not even two do, there is none. */
    private static Map<String, Sampler> samplers(TestFunction function, int budget) {
        Map<String, Sampler> samplers = new LinkedHashMap<>();
        samplers.put("random", Sampler.random());
        int points = (int)
                Math.floor(Math.pow(budget, 1.0 / function.space().dimensions().size()) + 1e-9);
        if (points >= 2) {
            samplers.put("grid", Sampler.grid(points));
        }
        samplers.put("sobol", Sampler.sobol());
        samplers.put("tpe", Sampler.tpe());
        return samplers;
    }

    private static double[] regrets(TestFunction function, Sampler sampler, int budget) throws IOException {
        double[] regrets = new double[SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            double[] regretOf = new double[budget];
            try (Study study = Study.minimize("regret")
                    .space(function.space())
                    .sampler(sampler)
                    .seed(seed)
                    .lag(1)
                    .trials(budget)
                    .open()) {
                StudyResult result = study.run(trial -> {
                    regretOf[trial.number()] = function.regret(trial);
                    return regretOf[trial.number()] + function.noise(trial);
                });
                TrialRecord best = result.best();
                regrets[seed] = regretOf[best.number()];
            }
        }
        return regrets;
    }
}
