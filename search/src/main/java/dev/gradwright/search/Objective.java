package dev.gradwright.search;

/** What is minimized or maximized: trains with the trial's hyperparameters and seed, and gives the result. */
@FunctionalInterface
public interface Objective {

    /**
     * Runs a trial.
     *
     * @param trial its hyperparameters and seed; wants to be told of values on the way
     * @return the result; one that is not finite means that the trial diverged; of no account if the trial was told to stop
     * @throws Exception the trial failed; the study notes it and goes on
     */
    double run(Trial trial) throws Exception;

    /**
     * An objective whose hyperparameters are the components of a record.
     *
     * @param <R> the record
     */
    @FunctionalInterface
    interface OfRecord<R extends Record> {

        /** Runs a trial; see {@link Objective#run}. */
        double run(R hyperparameters, Trial trial) throws Exception;
    }
}
