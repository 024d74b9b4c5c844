package dev.gradwright.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.sun.management.ThreadMXBean;
import dev.gradwright.train.EpochResult;
import dev.gradwright.train.Hook;
import dev.gradwright.train.Run;
import dev.gradwright.train.Trainer;
import dev.gradwright.train.data.Batch;
import dev.gradwright.train.sanity.Chance;
import dev.gradwright.train.sanity.SanityChecks;
import dev.gradwright.train.sanity.SanityReport;
import dev.gradwright.train.sanity.SanityVerdict;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class TrainingTest {

    private final Digits digits = Digits.load();

    private static DigitClassifier model() {
        return new DigitClassifier(Digits.PIXELS, 24, Digits.CLASSES, new SplittableRandom(1));
    }

    private Trainer<DigitClassifierGradient, Batch<DMatrixRMaj, int[]>> training(DigitClassifier model) {
        return Training.of(model, digits, 0.05, 10, 5);
    }

    @Test
    void theLossFallsAndTwoRunsAreTheSame() {
        List<EpochResult> first = training(model()).epochs(3).run().epochs();

        assertThat(first.get(2).metrics().get("loss"))
                .isLessThan(first.get(0).metrics().get("loss") / 2);
        assertThat(training(model()).epochs(3).run().epochs()).isEqualTo(first);
    }

    @Test
    void shardsOnThreadsGiveTheSameUpToRounding() {
        List<EpochResult> serial = training(model()).epochs(2).run().epochs();
        List<EpochResult> two =
                training(model()).epochs(2).shards(4).threads(1).run().epochs();

        assertThat(training(model()).epochs(2).shards(4).threads(3).run().epochs())
                .isEqualTo(two);
        assertThat(two.get(1).metrics().get("loss"))
                .isCloseTo(serial.get(1).metrics().get("loss"), offset(1e-9));
    }

    @Test
    void aStepAllocatesNothing() {
        DigitClassifier model = model();
        Allocation allocation = new Allocation();
        training(model).epochs(4).hook(allocation).run();

        assertThat(allocation.least).isZero();
    }

    /** The bytes that the thread allocates from a step's end to the next one's, the smallest of many: the compiler may still be at work. */
    private static final class Allocation implements Hook {

        private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private long before;
        private long least = Long.MAX_VALUE;

        @Override
        public void onBatchEnd(Run run) {
            long now = threads.getCurrentThreadAllocatedBytes();
            if (run.batch() > 2) {
                least = Math.min(least, now - before);
            }
            before = threads.getCurrentThreadAllocatedBytes();
        }
    }

    @Test
    void nothingIsWrongBeforeTraining() {
        SanityReport report = SanityChecks.of(training(model()).problem())
                .chance(Chance.softmax(Digits.CLASSES))
                .run();

        assertThat(report.verdicts())
                .as("%s", report)
                .allSatisfy(verdict -> assertThat(verdict.outcome()).isEqualTo(SanityVerdict.Outcome.PASSED));
    }

    @Test
    void deadRectifiersAreFoundBeforeTraining() {
        DigitClassifier model = model();
        double[] bias = DigitClassifierGradient.of(model)
                .parameters()
                .get("hidden.bias")
                .value(0);
        Arrays.fill(bias, 0, 15, -100);
        SanityReport report = SanityChecks.of(training(model).problem()).run();

        assertThat(report.of("living layers").outcome()).isEqualTo(SanityVerdict.Outcome.FAILED);
        assertThat(report.of("living layers").sentence()).contains("relu.forward: 63 % of the units give 0");
    }
}
