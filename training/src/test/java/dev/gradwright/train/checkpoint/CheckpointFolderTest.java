package dev.gradwright.train.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {

    @TempDir
    Path folder;

    private static Map<String, byte[]> state(int number) {
        return Map.of("number", new byte[] {(byte) number});
    }

    private static int number(CheckpointFolder.Loaded loaded) {
        return loaded.sections().get("number")[0];
    }

    @Test
    void lastOneIsGivenBack() throws IOException {
        CheckpointFolder checkpoints = CheckpointFolder.in(folder.resolve("made/on/the/way"));
        assertThat(checkpoints.hasAny()).isFalse();
        assertThat(checkpoints.load()).isEmpty();
        assertThat(checkpoints.loadBest()).isEmpty();

        checkpoints.saveLast(state(1));
        checkpoints.saveLast(state(2));
        checkpoints.saveBest(state(3));

        assertThat(checkpoints.hasAny()).isTrue();
        assertThat(number(checkpoints.load().orElseThrow())).isEqualTo(2);
        assertThat(checkpoints.loadBest().orElseThrow().get("number")).containsExactly(3);
    }

    @Test
    void onlyCompleteFilesAreLeft() throws IOException {
        CheckpointFolder checkpoints = CheckpointFolder.in(folder);
        checkpoints.saveLast(state(1));
        checkpoints.saveLast(state(2));
        checkpoints.saveBest(state(2));

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("last.checkpoint", "previous.checkpoint", "best.checkpoint");
        }
    }

    @Test
    void previousOneStandsInForADamagedOne() throws IOException {
        CheckpointFolder checkpoints = CheckpointFolder.in(folder);
        checkpoints.saveLast(state(1));
        checkpoints.saveLast(state(2));
        Path last = folder.resolve("last.checkpoint");
        byte[] whole = Files.readAllBytes(last);
        Files.write(last, Arrays.copyOf(whole, whole.length - 3));

        CheckpointFolder.Loaded loaded = checkpoints.load().orElseThrow();

        assertThat(number(loaded)).isEqualTo(1);
        assertThat(loaded.refused()).singleElement().asString().contains("last.checkpoint", "cut off");
    }

    @Test
    void damagedOneDoesNotTakeThePlaceOfAGoodOne() throws IOException {
        CheckpointFolder checkpoints = CheckpointFolder.in(folder);
        checkpoints.saveLast(state(1));
        checkpoints.saveLast(state(2));
        Files.writeString(folder.resolve("last.checkpoint"), "rubbish");
        checkpoints.load();

        checkpoints.saveLast(state(3));
        Files.writeString(folder.resolve("last.checkpoint"), "rubbish again");

        assertThat(number(checkpoints.load().orElseThrow())).isEqualTo(1);
    }

    @Test
    void whereNoneIsGoodAllReasonsAreGiven() throws IOException {
        Files.writeString(folder.resolve("last.checkpoint"), "rubbish");
        Files.createFile(folder.resolve("previous.checkpoint"));

        assertThatThrownBy(() -> CheckpointFolder.in(folder).load())
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(
                        "last.checkpoint: it is no checkpoint", "previous.checkpoint: it is empty", "begin anew");
    }

    @Test
    void diskThatIsFullLosesNothing() throws IOException {
        CheckpointFolder.in(folder).saveLast(state(1));
        CheckpointFolder full = new CheckpointFolder(folder, (file, bytes) -> {
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            throw new IOException("No space left on device");
        });

        assertThatThrownBy(() -> full.saveLast(state(2))).hasMessage("No space left on device");
        assertThatThrownBy(() -> full.saveBest(state(2))).hasMessage("No space left on device");

        assertThat(number(full.load().orElseThrow())).isEqualTo(1);
        assertThat(folder.resolve("last.checkpoint.unfinished")).doesNotExist();
    }

    @Test
    void folderThatCannotBeMadeIsRefusedAtOnce() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> CheckpointFolder.in(file.resolve("inside")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("checkpoints cannot be written to", "inside", "choose a folder");
    }
}
