package dev.gradwright.minimize;

import java.util.Objects;

/**
 * L-BFGS: a quasi-Newton method that keeps the last few steps instead of a matrix. The method to begin with for smooth objectives of any
 * number of variables, if all of the objective is evaluated each time: on the loss of a batch that changes from step to step, what it learns
 * is noise.
 *
 * <p>D. Liu and J. Nocedal, On the limited memory BFGS method for large scale optimization, Mathematical Programming 45, 1989. If a line
 * search fails, the memory is cleared and the gradient tried, before it gives up.
 */
public final class Lbfgs extends Minimizer {

    private static final double LEAST_CURVATURE = 1e-16;

    private final int memory;
    private final LineSearch search;
    private final double leastCurvature;
    private final boolean damped;

    private Lbfgs(int memory, LineSearch search, double leastCurvature, boolean damped) {
        this.memory = memory;
        this.search = search;
        this.leastCurvature = leastCurvature;
        this.damped = damped;
    }

    /**
     * With a memory of 20 steps, and the line search of Moré and Thuente. Others keep 5 to 10; on problems that are badly scaled 20 saves
     * a tenth of the evaluations, for forty arrays of the length of the point.
     */
    public static Lbfgs withDefaults() {
        return new Lbfgs(20, MoreThuente.of(1e-4, 0.9), LEAST_CURVATURE, false);
    }

    /**
     * The same with another memory.
     *
     * @param steps how many steps are kept, usually 3 to 30
     * @throws IllegalArgumentException if it is less than 1
     */
    public Lbfgs memory(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("the memory of L-BFGS is " + steps + " steps; use 1 or more");
        }
        return new Lbfgs(steps, search, leastCurvature, damped);
    }

    /** The same with another line search. */
    public Lbfgs lineSearch(LineSearch search) {
        return new Lbfgs(memory, Objects.requireNonNull(search, "the line search is null"), leastCurvature, damped);
    }

    /**
     * The same with another guard: steps are learnt from only if {@code s'y > least |s| |y|}.
     *
     * @param least usually 1e-16 to 1e-8
     * @throws IllegalArgumentException if it is not in [0, 1)
     */
    public Lbfgs leastCurvature(double least) {
        if (!(least >= 0 && least < 1)) {
            throw new IllegalArgumentException(
                    "the least curvature is " + least + "; use a number of at least 0 and less than 1");
        }
        return new Lbfgs(memory, search, least, damped);
    }

    /** The same with Powell's damping, which learns from every step, also where the curvature is negative. */
    public Lbfgs damped() {
        return new Lbfgs(memory, search, leastCurvature, true);
    }

    @Override
    Run start(Objective objective, double[] start) {
        return new Descent(objective, start, new LbfgsMemory(memory, leastCurvature, damped), search);
    }

    @Override
    public String toString() {
        return "L-BFGS with a memory of " + memory + " steps" + (damped ? ", damped" : "");
    }
}
