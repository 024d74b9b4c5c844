package dev.gradwright.monitor.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRecorderTest {

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("runs/loss.csv");
    }

    @Test
    void numbersAreReadBackToTheLastBitWhateverTheyAre() throws IOException {
        double[] values = {
            Math.PI, -0.0, Double.MIN_VALUE, -Double.MAX_VALUE, Double.NaN, Double.POSITIVE_INFINITY, 1e-7
        };
        try (CsvRecorder recorder = new CsvRecorder(file())) {
            for (int i = 0; i < values.length; i++) {
                recorder.scalar("a", i, values[i]);
            }
        }
        double[] read = Files.readAllLines(file()).stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",")[2]))
                .toArray();

        assertThat(read).containsExactly(values);
        assertThat(Files.readAllLines(file())).startsWith("step,tag,value", "0,a,3.141592653589793");
    }

    @Test
    void tagsWithCommasQuotesAndLineBreaksStayOneField() throws IOException {
        try (CsvRecorder recorder = new CsvRecorder(file())) {
            recorder.scalar("a \"b\", c\nd", 1, 2);
        }
        assertThat(Files.readAllLines(file())).containsExactly("step,tag,value", "1,\"a \"\"b\"\", c d\",2.0");
    }

    @Test
    void aTrainingThatGoesOnHasEachStepOnce() throws IOException {
        try (CsvRecorder recorder = new CsvRecorder(file())) {
            for (int step = 1; step <= 5; step++) {
                recorder.scalar("loss", step, step);
                recorder.scalar("rate", step, 0.5);
            }
        }
        try (CsvRecorder recorder = new CsvRecorder(file())) {
            recorder.resume(3);
            recorder.scalar("rate", 3, 0.5);
            recorder.scalar("other", 3, 7);
            recorder.scalar("loss", 4, 40);
        }
        assertThat(Files.readAllLines(file()))
                .containsExactly(
                        "step,tag,value",
                        "1,loss,1.0",
                        "1,rate,0.5",
                        "2,loss,2.0",
                        "2,rate,0.5",
                        "3,loss,3.0",
                        "3,rate,0.5",
                        "3,other,7.0",
                        "4,loss,40.0");
    }

    @Test
    void aRecorderThatIsInUseCanGoBackToo() throws IOException {
        try (CsvRecorder recorder = new CsvRecorder(file())) {
            recorder.scalar("loss", 1, 1);
            recorder.scalar("loss", 2, 2);
            recorder.resume(1);
            recorder.scalar("loss", 2, 20);
        }
        assertThat(Files.readAllLines(file())).containsExactly("step,tag,value", "1,loss,1.0", "2,loss,20.0");
    }

    @Test
    void aLineThatACrashHasCutIsRemoved() throws IOException {
        try (CsvRecorder recorder = new CsvRecorder(file())) {
            recorder.scalar("loss", 1, 1);
        }
        Files.writeString(file(), "2,loss,0.12", StandardOpenOption.APPEND);
        try (CsvRecorder recorder = new CsvRecorder(file())) {
            recorder.resume(2);
            recorder.scalar("loss", 2, 0.125);
        }
        assertThat(Files.readAllLines(file())).containsExactly("step,tag,value", "1,loss,1.0", "2,loss,0.125");
    }

    @Test
    void aFileThatWasNeverWrittenGoesOnFromItsHeader() throws IOException {
        try (CsvRecorder recorder = new CsvRecorder(file())) {
            recorder.resume(10);
            recorder.scalar("loss", 11, 1);
        }
        assertThat(Files.readAllLines(file())).containsExactly("step,tag,value", "11,loss,1.0");
    }

    @Test
    void theLinesOfAnotherTrainingAreKept() throws IOException {
        for (int run = 0; run < 3; run++) {
            try (CsvRecorder recorder = new CsvRecorder(file())) {
                recorder.scalar("loss", 1, run);
            }
        }
        assertThat(Files.readString(file())).endsWith("1,loss,2.0\n");
        assertThat(Files.readString(file().resolveSibling("loss-1.csv"))).endsWith("1,loss,0.0\n");
        assertThat(Files.readString(file().resolveSibling("loss-2.csv"))).endsWith("1,loss,1.0\n");
    }

    @Test
    void whatIsFlushedIsInTheFile() throws IOException {
        try (CsvRecorder recorder = new CsvRecorder(file())) {
            recorder.scalar("loss", 1, 1);
            recorder.flush();
            assertThat(Files.readString(file())).isEqualTo("step,tag,value\n1,loss,1.0\n");
        }
    }

    @Test
    void aFileOfSomethingElseIsLeftAlone() throws IOException {
        Path other = Files.writeString(folder.resolve("notes.txt"), "Dear diary,\n");

        assertThatThrownBy(() -> new CsvRecorder(other))
                .isInstanceOf(IOException.class)
                .hasMessage(other
                        + " begins with \"Dear diary,\", which no recording of a training does; give another file");
        assertThat(Files.readString(other)).isEqualTo("Dear diary,\n");
    }

    @Test
    void aLineOfSomebodyElseIsNamedAndNothingIsLost() throws IOException {
        Path mixed = Files.writeString(folder.resolve("mixed.csv"), "step,tag,value\nhello\n");
        try (CsvRecorder recorder = new CsvRecorder(mixed)) {
            assertThatThrownBy(() -> recorder.resume(1))
                    .hasMessageContaining("has a line that no recorder wrote: \"hello\"");
        }
        assertThat(Files.readString(mixed)).isEqualTo("step,tag,value\nhello\n");
    }

    @Test
    void aFolderThatCannotBeIsNamed() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "");

        assertThatThrownBy(() -> new CsvRecorder(taken.resolve("loss.csv")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot write " + taken.resolve("loss.csv"))
                .hasMessageContaining("give a file in a folder that can be written to");
    }
}
