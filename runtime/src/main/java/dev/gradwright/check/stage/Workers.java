package dev.gradwright.check.stage;

import dev.gradwright.check.subject.Input;
import dev.gradwright.check.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Subjects that share the work, each with a model and arguments of its own at the same point. The outcome does not depend on their number.
 */
final class Workers {

    private final List<Subject> subjects = new ArrayList<>();

    private Workers(Subject first) {
        subjects.add(first);
    }

    /**
     * The subject itself, and others like it as far as they can be had and give the same value.
     *
     * @param more makes another subject; null if that is impossible
     */
    static Workers of(Subject subject, double[] center, Supplier<Subject> more, int number) {
        Workers workers = new Workers(subject);
        for (int i = 1; i < number && more != null; i++) {
            Subject other = more.get();
            if (!moveTo(other, subject)) {
                break;
            }
            other.settle();
            if (Bits.first(center, other.evaluate().value()).isPresent()) {
                break;
            }
            workers.subjects.add(other);
        }
        return workers;
    }

    /** A piece of the work. */
    @FunctionalInterface
    interface Task {

        /** Does one piece with one of the subjects. */
        void run(Subject subject, int piece);
    }

    /** Does all pieces, on as many threads as there are subjects. */
    void forEach(int pieces, Task task) {
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(subjects.size(), runnable -> {
            Thread thread = new Thread(runnable, "gradient check");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Subject subject : subjects.subList(1, subjects.size())) {
                running.add(threads.submit(() -> work(subject, pieces, next, task)));
            }
            work(subjects.get(0), pieces, next, task);
            for (Future<?> each : running) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the check was interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static void work(Subject subject, int pieces, AtomicInteger next, Task task) {
        for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
            task.run(subject, piece);
        }
    }

    private static boolean moveTo(Subject other, Subject subject) {
        for (int i = 0; i < subject.inputs().size(); i++) {
            Input from = subject.inputs().get(i);
            Input to = other.inputs().get(i);
            if (to.size() != from.size()) {
                return false;
            }
            for (int j = 0; j < from.size(); j++) {
                to.setValue(j, from.value(j));
            }
        }
        return true;
    }
}
