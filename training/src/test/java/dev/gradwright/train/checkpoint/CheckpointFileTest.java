package dev.gradwright.train.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckpointFileTest {

    private final Map<String, byte[]> sections = new LinkedHashMap<>();
    private final byte[] file;

    CheckpointFileTest() {
        sections.put("parameters", new byte[] {1, 2, 3, -4});
        sections.put("nothing", new byte[0]);
        sections.put("état", "as it was".getBytes(StandardCharsets.UTF_8));
        file = CheckpointFile.encode(sections);
    }

    @Test
    void givesBackWhatWasWritten() throws IOException {
        Map<String, byte[]> read = CheckpointFile.decode(file);

        assertThat(read.keySet()).containsExactlyElementsOf(sections.keySet());
        read.forEach((name, bytes) -> assertThat(bytes).as(name).containsExactly(sections.get(name)));
    }

    @Test
    void fileCutOffAnywhereIsRefused() {
        assertThatThrownBy(() -> CheckpointFile.decode(new byte[0])).hasMessage("it is empty");
        for (int length = 1; length < file.length; length++) {
            byte[] part = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> CheckpointFile.decode(part))
                    .as("%d bytes", length)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cut off");
        }
    }

    @Test
    void anyWrongBitIsRefused() {
        for (int bit = 0; bit < 8 * file.length; bit++) {
            byte[] damaged = file.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> CheckpointFile.decode(damaged))
                    .as("bit %d", bit)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void otherFilesAndVersionsAreRefusedByName() {
        assertThatThrownBy(() -> CheckpointFile.decode("PK, a zip".getBytes(StandardCharsets.US_ASCII)))
                .hasMessage("it is no checkpoint: it does not begin with gradwright-checkpoint");
        byte[] later = file.clone();
        later["gradwright-checkpoint".length() + 3] = 2;
        assertThatThrownBy(() -> CheckpointFile.decode(later)).hasMessage("it has version 2, but only 1 can be read");
        assertThatThrownBy(() -> CheckpointFile.decode(Arrays.copyOf(file, file.length + 1)))
                .hasMessageContaining("it has " + (file.length + 1) + " bytes, but was written with " + file.length);
    }
}
