package dev.gradwright.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
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
    void arePlainJavaWhereNetlibIsNotOnTheClassPath() throws Exception {
        URL[] withoutNetlib = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("netlib") && !entry.contains("blas"))
                .map(entry -> url(new File(entry)))
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(withoutNetlib, ClassLoader.getPlatformClassLoader())) {
            Class<?> kernels = loader.loadClass(Kernels.class.getName());
            Object current = kernels.getMethod("current").invoke(null);
            assertThat(loader.loadClass(MatrixKernel.class.getName())
                            .getMethod("name")
                            .invoke(current))
                    .isEqualTo("plain Java");
            assertThatThrownBy(() -> kernels.getMethod("named", String.class).invoke(null, "blas"))
                    .hasRootCauseMessage(
                            "gradwright.kernel is blas, but there is none: dev.ludovic.netlib:blas must be on the class"
                                    + " path, and a libblas.so.3 such as OpenBLAS on the machine");
        }
    }

    private static URL url(File file) {
        try {
            return file.toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void knowThatThisMachineMultipliesAndAddsInOneInstruction() {
        // Every machine that this project is built on has one; if it is not recognised, products fall back to EJML's.
        assertThat(FusedMultiplyAdd.isFast()).isTrue();
    }
}
