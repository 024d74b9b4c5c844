package dev.gradwright.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KernelsTest {

    @Test
    void areChosenByName() {
        assertThat(Kernels.named("plain").name()).isEqualTo("plain Java");
        assertThat(Kernels.named("EJML").name()).isEqualTo("EJML");
        assertThat(Kernels.named("java-blas").name()).startsWith("netlib's BLAS");
    }

    @Test
    void nameTheSettingsThatThereAre() {
        assertThatThrownBy(() -> Kernels.named("cuda"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gradwright.kernel is cuda; it must be plain, blas, java-blas or ejml");
    }

    @Test
    void canBeOtherOnesForAWhileInOneThread() throws InterruptedException {
        MatrixKernel usual = Kernels.current();
        MatrixKernel other = Kernels.named("ejml");
        MatrixKernel[] seen = new MatrixKernel[3];
        Kernels.during(other, () -> {
            seen[0] = Kernels.current();
            Thread thread = new Thread(() -> seen[1] = Kernels.current());
            thread.start();
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return seen;
        });
        seen[2] = Kernels.current();
        assertThat(seen).containsExactly(other, usual, usual);
    }

    @Test
    void knowThatThisMachineMultipliesAndAddsInOneInstruction() {
        // Every machine that this project is built on has one; if it is not recognised, products fall back to EJML's.
        assertThat(FusedMultiplyAdd.isFast()).isTrue();
    }
}
