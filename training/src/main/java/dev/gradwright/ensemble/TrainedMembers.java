package dev.gradwright.ensemble;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Members that were trained side by side. Which thread trains which, and how many there are, changes nothing: the seed of member number {@code i}
 * is number {@code i} of the stream that the one seed begins, so more members leave the first ones as they are.
 *
 * @param <X> what the members are asked about
 * @param members those that were trained, in the order of their hyperparameters
 * @param failures what was thrown for others, by their place from 0
 */
public record TrainedMembers<X>(List<Member<X>> members, Map<Integer, Throwable> failures) {

    /** Makes a result; the collections are copied. */
    public TrainedMembers {
        members = List.copyOf(members);
        failures = Collections.unmodifiableMap(new TreeMap<>(failures));
    }

    /**
     * Trains a member for each set of hyperparameters: the best of a search, or the same several times for members that differ in their seeds
     * alone.
     *
     * @param hyperparameters as {@code Collections.nCopies(5, best)} or {@code List.of(first, second, third)}
     * @param seed where all randomness comes from
     * @param threads how many are trained at once, at least 1
     * @param training trains one; called on several threads
     * @throws InterruptedException if the thread is interrupted; members in training are interrupted too
     */
    public static <H, X> TrainedMembers<X> train(
            List<H> hyperparameters, long seed, int threads, MemberTraining<? super H, X> training)
            throws InterruptedException {
        if (hyperparameters.isEmpty() || threads < 1) {
            throw new IllegalArgumentException("there is nothing to train with " + hyperparameters.size()
                    + " sets of hyperparameters on " + threads + " threads; both must be at least 1");
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, hyperparameters.size()));
        try {
            SplittableRandom seeds = new SplittableRandom(seed);
            List<Future<Member<X>>> futures = new ArrayList<>();
            for (H one : hyperparameters) {
                long own = seeds.nextLong();
                futures.add(pool.submit(() -> training.train(one, own)));
            }
            return collect(futures);
        } finally {
            pool.shutdownNow();
        }
    }

    private static <X> TrainedMembers<X> collect(List<Future<Member<X>>> futures) throws InterruptedException {
        List<Member<X>> members = new ArrayList<>();
        Map<Integer, Throwable> failures = new TreeMap<>();
        for (int i = 0; i < futures.size(); i++) {
            try {
                members.add(futures.get(i).get());
            } catch (ExecutionException e) {
                failures.put(i, e.getCause());
            }
        }
        return new TrainedMembers<>(members, failures);
    }

    /**
     * The members, if all were trained.
     *
     * @throws IllegalStateException if one was not, with what it threw; {@link #members} still has the others
     */
    public List<Member<X>> orThrow() {
        if (failures.isEmpty()) {
            return members;
        }
        IllegalStateException failed = new IllegalStateException(
                "members " + failures.keySet() + " could not be trained: " + failures.values());
        failures.values().forEach(failed::addSuppressed);
        throw failed;
    }
}
