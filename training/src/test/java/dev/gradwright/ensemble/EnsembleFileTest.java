package dev.gradwright.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnsembleFileTest {

    private static final DMatrixRMaj X = new DMatrixRMaj(new double[][] {{1, -2}, {0.5, 3}});

    @TempDir
    Path folder;

    @Test
    void whatIsLoadedAnswersToTheLastBitAsWhatWasSaved() throws IOException {
        Ensemble<DMatrixRMaj> saved = saved();

        Ensemble<DMatrixRMaj> loaded = Ensemble.load(file(), i -> empty().named("empty " + i));

        assertThat(loaded.predict(X).data).containsExactly(saved.predict(X).data);
        assertThat(loaded.members()).extracting(Member::name).containsExactly("first", "second");
        assertThat(loaded.combination()).isEqualTo(Combination.LOGITS);
    }

    @Test
    void everyDamagedByteIsNoticed() throws IOException {
        saved();
        byte[] bytes = Files.readAllBytes(file());
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 0x10;
            Files.write(file(), damaged);
            assertThatIOException()
                    .as("byte %d", i)
                    .isThrownBy(() -> Ensemble.load(file(), k -> empty().named("empty")))
                    .withMessageContaining("ensemble.bin");
        }
    }

    @Test
    void everyTruncationIsNoticed() throws IOException {
        saved();
        byte[] bytes = Files.readAllBytes(file());
        for (int length = 0; length < bytes.length; length++) {
            Files.write(file(), Arrays.copyOf(bytes, length));
            assertThatIOException()
                    .as("%d bytes", length)
                    .isThrownBy(() -> Ensemble.load(file(), k -> empty().named("empty")));
        }
    }

    @Test
    void aForeignFileIsRefused() throws IOException {
        Files.write(file(), "some text that is no ensemble".getBytes(StandardCharsets.UTF_8));

        assertThatIOException()
                .isThrownBy(() -> Ensemble.load(file(), k -> empty().named("empty")))
                .withMessageEndingWith("is no ensemble: it does not begin with gradwright-ensemble");
    }

    @Test
    void modelsOfAnotherShapeAreRefused() throws IOException {
        saved();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ensemble.load(file(), k -> new LinearModel(new double[][] {{1}}).named("small")))
                .withMessageContaining("these weights are of {weight=2x2}, but the model has {weight=1x1}");
    }

    @Test
    void oneModelForAllMembersIsRefused() throws IOException {
        saved();
        LinearModel model = empty();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ensemble.load(file(), k -> model.named("same")))
                .withMessageContaining("make a model for each");
    }

    @Test
    void savingWhereAFileIsInTheWayNamesItAndLeavesNothing() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "text");

        assertThatIOException()
                .isThrownBy(() -> ensemble().save(inTheWay.resolve("ensemble.bin")))
                .withMessageContaining("cannot write " + inTheWay);
        assertThat(folder.toFile().list()).containsExactly("file");
    }

    @Test
    void savingReplacesTheOldFileAndLeavesNoOther() throws IOException {
        Files.writeString(file(), "old");

        saved();

        assertThat(folder).isDirectoryContaining(file -> file.endsWith("ensemble.bin"));
        assertThat(folder.toFile().list()).hasSize(1);
    }

    private Ensemble<DMatrixRMaj> saved() throws IOException {
        Ensemble<DMatrixRMaj> ensemble = ensemble();
        ensemble.save(file());
        return ensemble;
    }

    private static Ensemble<DMatrixRMaj> ensemble() {
        return Ensemble.of(
                List.of(
                        new LinearModel(new double[][] {{0.1, 2}, {-3, 1 / 3.0}}).named("first"),
                        new LinearModel(new double[][] {{-0.0, 1e-310}, {Math.PI, 4}}).named("second")),
                Combination.LOGITS);
    }

    private static LinearModel empty() {
        return new LinearModel(new double[2][2]);
    }

    private Path file() {
        return folder.resolve("ensemble.bin");
    }
}
