package dev.gradwright.train.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkersTest {

    @Test
    void everyTaskIsDoneOnceInEachRound() {
        AtomicIntegerArray done = new AtomicIntegerArray(7);
        try (Workers workers = new Workers(3, 7, done::incrementAndGet)) {
            for (int round = 1; round <= 20_000; round++) {
                workers.run();
                for (int task = 0; task < 7; task++) {
                    assertThat(done.get(task)).isEqualTo(round);
                }
            }
        }
    }

    @Test
    void plainWritesOfTasksAreSeen() {
        long[] values = new long[5];
        try (Workers workers = new Workers(4, 5, task -> values[task]++)) {
            for (int round = 1; round <= 20_000; round++) {
                workers.run();
                assertThat(values).containsOnly(round);
            }
        }
    }

    @Test
    void failureOfTheFirstTaskThatFailsIsThrownAndTheNextRoundIsAsGoodAsNew() {
        AtomicBoolean fails = new AtomicBoolean(true);
        try (Workers workers = new Workers(2, 4, task -> {
            if (fails.get() && task % 2 == 1) {
                throw new IllegalStateException("task " + task);
            }
        })) {
            assertThatThrownBy(workers::run).hasMessage("task 1");
            fails.set(false);
            workers.run();
            fails.set(true);
            assertThatThrownBy(workers::run).hasMessage("task 1");
        }
    }

    @Test
    void roundAllocatesNothingForTheCaller() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Workers workers = new Workers(2, 4, task -> {})) {
            workers.run();
            long least = Long.MAX_VALUE;
            for (int i = 0; i < 50; i++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                workers.run();
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertThat(least).isZero();
        }
    }
}
