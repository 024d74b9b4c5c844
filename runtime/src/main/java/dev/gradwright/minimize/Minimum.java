package dev.gradwright.minimize;

/** What a minimizer has found: the best point of all it has been to, and why it stopped. */
public final class Minimum {

    private final MinimizerState best;
    private final MinimizerState last;
    private final int evaluations;
    private final Stop stop;

    Minimum(MinimizerState best, MinimizerState last, int evaluations, Stop stop) {
        this.best = best;
        this.last = last;
        this.evaluations = evaluations;
        this.stop = stop;
    }

    /** The best point. */
    public double[] point() {
        return best.point();
    }

    /** The value there. */
    public double value() {
        return best.value();
    }

    /** The state at the best point. */
    public MinimizerState best() {
        return best;
    }

    /** How many steps were taken. */
    public int iterations() {
        return last.iteration();
    }

    /** How often the objective was evaluated, also in a last search that found nothing. */
    public int evaluations() {
        return evaluations;
    }

    /** Why it stopped. */
    public Stop stop() {
        return stop;
    }

    @Override
    public String toString() {
        return best + "; stopped after " + last.iteration() + " iterations and " + evaluations + " evaluations, as "
                + stop.sentence();
    }
}
