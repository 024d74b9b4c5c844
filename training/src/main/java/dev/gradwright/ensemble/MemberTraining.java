package dev.gradwright.ensemble;

/**
 * Trains one member of an ensemble.
 *
 * @param <H> the hyperparameters
 * @param <X> what the model is asked about
 */
@FunctionalInterface
public interface MemberTraining<H, X> {

    /**
     * Makes a model and trains it.
     *
     * @param hyperparameters those of this member
     * @param seed for all that is random in it: first weights, shuffling
     */
    Member<X> train(H hyperparameters, long seed) throws Exception;
}
