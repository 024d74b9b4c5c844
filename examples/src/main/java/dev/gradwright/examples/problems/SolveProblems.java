package dev.gradwright.examples.problems;

import dev.gradwright.minimize.Lbfgs;
import dev.gradwright.minimize.Minimum;
import java.util.Locale;

/** Solves all problems by L-BFGS as it is without options, and prints what it took. */
public final class SolveProblems {

    private SolveProblems() {}

    /** Runs the program. */
    public static void main(String[] arguments) {
        int evaluations = 0;
        for (Problem problem : Problems.all()) {
            Minimum minimum = Lbfgs.withDefaults().minimize(problem.objective(), problem.start());
            evaluations += minimum.evaluations();
            System.out.println(String.format(
                    Locale.ROOT,
                    "%-28s %4d/%4d %-24s %s",
                    problem.name(),
                    minimum.iterations(),
                    minimum.evaluations(),
                    minimum.value() + (problem.isMinimum(minimum.value()) ? "" : " NO MINIMUM"),
                    minimum.stop().reason()));
        }
        System.out.println(evaluations + " evaluations");
    }
}
