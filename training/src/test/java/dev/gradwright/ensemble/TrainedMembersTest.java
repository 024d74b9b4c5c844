package dev.gradwright.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class TrainedMembersTest {

    @Test
    void seedsDependNeitherOnThreadsNorOnTheNumberOfMembers() throws InterruptedException {
        List<Double> three = weights(TrainedMembers.train(Collections.nCopies(3, 1.0), 42, 1, this::random));
        List<Double> five = weights(TrainedMembers.train(Collections.nCopies(5, 1.0), 42, 4, this::random));

        assertThat(five).hasSize(5).doesNotHaveDuplicates();
        assertThat(five.subList(0, 3)).isEqualTo(three);
        assertThat(weights(TrainedMembers.train(Collections.nCopies(3, 1.0), 43, 1, this::random)))
                .doesNotContainAnyElementsOf(three);
    }

    @Test
    void eachMemberGetsItsHyperparameters() throws InterruptedException {
        TrainedMembers<DMatrixRMaj> trained = TrainedMembers.train(
                List.of(1.0, 10.0, 100.0),
                1,
                2,
                (scale, seed) -> new LinearModel(new double[][] {{scale}}).named("scale " + scale));

        assertThat(weights(trained)).containsExactly(1.0, 10.0, 100.0);
    }

    @Test
    void membersAreTrainedSideBySide() throws InterruptedException {
        CountDownLatch both = new CountDownLatch(2);
        Set<String> threads = ConcurrentHashMap.newKeySet();

        TrainedMembers.train(List.of(1.0, 2.0), 1, 2, (scale, seed) -> {
                    threads.add(Thread.currentThread().getName());
                    both.countDown();
                    assertThat(both.await(30, TimeUnit.SECONDS)).isTrue();
                    return random(scale, seed);
                })
                .orThrow();

        assertThat(threads).hasSize(2);
    }

    @Test
    void aMemberThatFailsLosesNoOther() throws InterruptedException {
        TrainedMembers<DMatrixRMaj> trained = TrainedMembers.train(List.of(1.0, 2.0, 3.0), 1, 2, (scale, seed) -> {
            if (scale == 2) {
                throw new ArithmeticException("diverged");
            }
            return random(scale, seed);
        });

        assertThat(trained.members()).hasSize(2);
        assertThat(trained.failures()).containsOnlyKeys(1);
        assertThatIllegalStateException()
                .isThrownBy(trained::orThrow)
                .withMessageContaining("members [1] could not be trained")
                .withMessageContaining("diverged");
    }

    private Member<DMatrixRMaj> random(double scale, long seed) {
        double weight = scale * new SplittableRandom(seed).nextDouble();
        return new LinearModel(new double[][] {{weight}}).named("seed " + seed);
    }

    private static List<Double> weights(TrainedMembers<DMatrixRMaj> trained) {
        return trained.orThrow().stream()
                .map(member -> member.parameters().get("weight").value(0)[0])
                .toList();
    }
}
