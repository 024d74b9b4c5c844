package dev.gradwright.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class TrainingTest {

    private static final int STEPS = 50;

    private final Digits digits = Digits.load();

    private static DigitClassifier model() {
        return new DigitClassifier(Digits.PIXELS, 24, Digits.CLASSES, new SplittableRandom(1));
    }

    @Test
    void theLossFallsAndTwoRunsAreTheSame() {
        double[] first = losses();
        assertThat(first[2]).isLessThan(first[0] / 2);
        assertThat(losses()).isEqualTo(first);
    }

    private double[] losses() {
        Training training = new Training(model(), digits, 0.05, 10, 5);
        return new double[] {training.epoch(), training.epoch(), training.epoch()};
    }

    @Test
    void aStepAllocatesNothing() {
        Training training = new Training(model(), digits, 0.05, 10, 5);
        DMatrixRMaj batch = new DMatrixRMaj(16, Digits.PIXELS);
        int[] labels = new int[16];
        digits.copy(Digits.shuffled(100, new SplittableRandom(1)), 0, batch, labels);
        run(training, batch, labels);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        // the first call of the counter allocates itself, and the compiler may still be at work: the smallest of a few
        // counts
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            run(training, batch, labels);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
    }

    private static void run(Training training, DMatrixRMaj batch, int[] labels) {
        for (int i = 0; i < STEPS; i++) {
            training.step(batch, labels);
        }
    }
}
