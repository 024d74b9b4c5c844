package dev.gradwright.train.objective;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Threads that share tasks numbered from 0, again and again. The caller is one of them. A round allocates nothing.
 *
 * <p>What a task has written is there for the caller when {@link #run} returns. Which thread takes which task is left to chance.
 */
final class Workers implements AutoCloseable {

    /** How often a thread looks again before it goes to sleep: some microseconds. */
    private static final int SPINS = 2000;

    private final IntConsumer task;
    private final int tasks;
    private final Thread[] threads;
    private final Throwable[] failures;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();
    private volatile int round;
    private volatile Thread waiting;
    private volatile boolean closed;

    /**
     * Makes workers, which begin with the first round.
     *
     * @param threads how many there are with the caller
     */
    Workers(int threads, int tasks, IntConsumer task) {
        this.task = task;
        this.tasks = tasks;
        this.failures = new Throwable[tasks];
        this.threads = new Thread[threads - 1];
        this.next.set(tasks);
    }

    private void start() {
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(this::work, "gradwright-shards-" + (i + 1));
            threads[i].setDaemon(true);
            threads[i].start();
        }
    }

    /**
     * Does all tasks once.
     *
     * @throws RuntimeException what the first task that failed has thrown, after all have ended
     */
    void run() {
        if (round == 0) {
            start();
        }
        waiting = Thread.currentThread();
        left.set(tasks);
        next.set(0); // what was written before is seen by whoever takes a task
        round++;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
        takeTasks();
        awaitOthers();
        rethrow();
    }

    private void awaitOthers() {
        boolean interrupted = false; // an interruption would end the sleep at once; the caller learns of it afterwards
        for (int spins = 0; left.get() > 0; spins++) {
            if (spins < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeTasks() {
        for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
            try {
                task.accept(i);
            } catch (Throwable e) {
                failures[i] = e;
            }
            if (left.decrementAndGet() == 0) {
                LockSupport.unpark(waiting);
            }
        }
    }

    private void work() {
        int seen = 0;
        while (!closed) {
            for (int spins = 0; round == seen && !closed; spins++) {
                if (spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                }
            }
            seen = round;
            takeTasks();
        }
    }

    private void rethrow() {
        for (int i = 0; i < tasks; i++) {
            Throwable failure = failures[i];
            if (failure == null) {
                continue;
            }
            Arrays.fill(failures, null);
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
    }

    /** Lets the threads end. */
    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            LockSupport.unpark(thread); // of a thread that was never started: nothing happens
        }
    }
}
